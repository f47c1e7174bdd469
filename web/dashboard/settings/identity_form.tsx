import { useState } from 'preact/hooks';
import { Button } from '../../ui/button';
import { shortDate } from '../../ui/time';
import { words as dashboard } from '../../words/dashboard';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';
import { ChooseField } from './choose_field';
import { CopyButton } from './copy_button';
import { FormDialog, NoList, Save } from './parts';
import './identity.css';

const { identity: words } = dashboard.settings;
const keys_max = 2;

type Mode = keyof typeof words.modes;

interface Identity {
  mode: Mode;
  keys: { id: string; created_at: number }[];
}

/** A key that was just made: the only time that anybody sees its secret. */
interface NewKey {
  id: string;
  secret: string;
}

interface IdentityFormProps {
  site: { id: string; name: string };
  onClose: () => void;
}

/** Whether a site vouches for its visitors, and by which keys. */
export function IdentityForm({ site, onClose }: IdentityFormProps) {
  const path = `sites/${site.id}`;
  const { body, failed, again, change } = useLoaded<Identity>(`${path}/identity`);
  return (
    <FormDialog title={words.of(site.name)} onClose={onClose}>
      {body === null ? (
        <NoList failed={failed} again={again} />
      ) : (
        <>
          <ModeForm path={path} stored={body.mode} onSaved={(mode) => change((known) => ({ ...known, mode }))} />
          <Keys path={path} keys={body.keys} onChanged={again} />
        </>
      )}
    </FormDialog>
  );
}

interface ModeFormProps {
  path: string;
  stored: Mode;
  onSaved: (mode: Mode) => void;
}

function ModeForm({ path, stored, onSaved }: ModeFormProps) {
  const saving = useSaving();
  const [mode, setMode] = useState(stored);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await saving.post(`${path}/identity`, { mode })) onSaved(mode);
  };
  return (
    <form onSubmit={submit}>
      <p class="identity-lead">{words.lead}</p>
      <ChooseField
        label={words.mode}
        among={words.modes}
        value={mode}
        onChoose={(chosen) => {
          setMode(chosen);
          saving.touch();
        }}
      />
      <Save saving={saving} label={dashboard.app.shared.save} fields={[]} />
    </form>
  );
}

/** Enough to tell two of them apart. */
const nameOf = (id: string) => id.slice(0, 6);

interface KeysProps {
  path: string;
  keys: Identity['keys'];
  onChanged: () => void;
}

function Keys({ path, keys, onChanged }: KeysProps) {
  const saving = useSaving();
  const [made, setMade] = useState<NewKey | null>(null);
  const [doubted, setDoubted] = useState<string | null>(null);
  const isFull = keys.length >= keys_max;
  const make = async () => {
    const answer = await saving.post<NewKey>(`${path}/keys`, {});
    if (!answer) return;
    setMade(answer.body);
    onChanged();
  };
  const remove = async (id: string) => {
    if (!(await saving.post(`${path}/keys/remove`, { id }))) return;
    if (made?.id === id) setMade(null);
    setDoubted(null);
    onChanged();
  };
  return (
    <section class="identity-keys" aria-label={words.keys}>
      <div class="identity-keys-head">
        <h3>{words.keys}</h3>
        <Button label={words.make} icon="plus" reason={isFull ? words.full : null} onPress={make} />
      </div>
      <p class="identity-lead">{words.keysLead}</p>
      {made && (
        <div class="identity-new" role="status">
          <p>{words.once}</p>
          <p class="code-line">
            <code dir="ltr">{made.secret}</code>
            <CopyButton label={words.copy} text={made.secret} />
          </p>
        </div>
      )}
      {keys.length > 0 && (
        <ul class="setting-rows">
          {keys.map(({ id, created_at }) => (
            <li key={id} class="setting-row">
              <span class="setting-row-main">
                <code dir="ltr">{nameOf(id)}</code>{' '}
                <span class="setting-aside">{words.since(shortDate(created_at))}</span>
              </span>
              <Button
                label={doubted === id ? words.sure : words.remove(nameOf(id))}
                icon="trash"
                tone={doubted === id ? 'plain' : 'quiet'}
                bare={doubted !== id}
                onPress={() => (doubted === id ? remove(id) : setDoubted(id))}
              />
            </li>
          ))}
        </ul>
      )}
      {saving.unsaved && (
        <p class="setting-unsaved" role="alert">
          {saving.unsaved.text}
        </p>
      )}
    </section>
  );
}
