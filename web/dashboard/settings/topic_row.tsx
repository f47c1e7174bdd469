import { useEffect, useRef, useState } from 'preact/hooks';
import type { TopicId } from '../../rules/types.gen';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { useSaving } from '../saving';
import { topicName } from '../topic_name';
import { faultOf, Save } from './parts';
import './topic_row.css';

const { topics: words } = dashboard.settings;
const { shared } = dashboard.app;

export const topicName_max = 60;

/** A topic, whose name can be changed where it stands. */
export function TopicRow({ topic, onArchive }: { topic: TopicId; onArchive: () => void }) {
  const [renaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const done = () => {
    setRenaming(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  if (renaming) return <Renaming topic={topic} onDone={done} />;
  const name = topicName(topic);
  return (
    <li class="setting-row">
      <p class="setting-row-main setting-row-title">
        <span dir="auto">{name}</span>
      </p>
      <Button
        element={pencil}
        label={words.rename(name)}
        icon="pencil"
        tone="quiet"
        bare
        onPress={() => setRenaming(true)}
      />
      <Button label={words.archive} tone="quiet" onPress={onArchive} />
    </li>
  );
}

function Renaming({ topic, onDone }: { topic: TopicId; onDone: () => void }) {
  const saving = useSaving();
  const before = topicName(topic);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget as HTMLFormElement).get('name')).trim();
    if (name === before || (await saving.post(`topics/${encodeURIComponent(topic)}`, { name }))) onDone();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    onDone();
  };
  return (
    <li class="setting-row">
      <form class="topic-renaming" onSubmit={submit} onKeyDown={leave}>
        <Field label={words.newName(before)} hint={words.renameHint} fault={faultOf(saving, 'name')}>
          {(parts) => (
            <input
              {...parts}
              ref={input}
              name="name"
              dir="auto"
              defaultValue={before}
              maxLength={topicName_max}
              autocomplete="off"
              required
            />
          )}
        </Field>
        <Save saving={saving} label={shared.save} fields={['name']}>
          <Button label={shared.cancel} onPress={onDone} />
        </Save>
      </form>
    </li>
  );
}
