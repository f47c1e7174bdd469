// What is shown beside the password when signing in: the code of an authenticator, or a recovery code.
import { useState } from 'preact/hooks';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { lazily } from '../../ui/lazily';
import { words as dashboard } from '../../words/dashboard';
import { useLoaded } from '../loaded';
import { type Saving, useSaving } from '../saving';
import { CopyButton } from './copy_button';
import { FormDialog, faultOf, NoList, Save } from './parts';
import './second_factor.css';

const words = dashboard.settings.profile.secondFactor;
const { current: currentLabel } = dashboard.settings.profile;

interface State {
  is_on: boolean;
  recovery_codes: number;
}
interface Proposal {
  secret: string;
  link: string;
}

/** Only who puts one on has to draw it. */
const Qr = lazily(
  () => import('./qr').then((part) => part.Qr),
  () => <div class="qr" />,
);

export function SecondFactor() {
  const { body, failed, again } = useLoaded<State>('me/second-factor');
  const [asked, setAsked] = useState<'on' | 'off' | null>(null);
  const done = () => {
    setAsked(null);
    again();
  };
  return (
    <section class="setting-section" aria-labelledby="setting-second-factor">
      <div>
        <h2 id="setting-second-factor">{words.title}</h2>
        <p class="setting-lead">{words.lead}</p>
      </div>
      {body === null ? (
        <NoList failed={failed} again={again} />
      ) : (
        <div class="second-factor">
          {body.is_on && (
            <p>
              <Badge label={words.isOn} tone="good" />{' '}
              <span class="setting-aside">{words.codesLeft(body.recovery_codes)}</span>
            </p>
          )}
          <Button label={body.is_on ? words.renew : words.putOn} onPress={() => setAsked('on')} />
          {body.is_on && <Button label={words.takeOff} onPress={() => setAsked('off')} />}
        </div>
      )}
      {asked === 'on' && <PutOn onClose={done} />}
      {asked === 'off' && <TakeOff onClose={done} />}
    </section>
  );
}

const submitted = (event: SubmitEvent) => {
  event.preventDefault();
  return Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
};

function CurrentPassword({ saving }: { saving: Saving }) {
  return (
    <Field label={currentLabel} fault={faultOf(saving, 'current')}>
      {(parts) => <input {...parts} type="password" name="current" autocomplete="current-password" required />}
    </Field>
  );
}

function TakeOff({ onClose }: { onClose: () => void }) {
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    if (await saving.post('me/second-factor/off', submitted(event))) onClose();
  };
  return (
    <FormDialog title={words.takeOff} onClose={onClose}>
      <form onSubmit={submit}>
        <CurrentPassword saving={saving} />
        <Save saving={saving} label={words.takeOff} fields={['current']} />
      </form>
    </FormDialog>
  );
}

/** The password, then the code, then what to keep for the day when the telephone is gone. */
function PutOn({ onClose }: { onClose: () => void }) {
  const saving = useSaving();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const propose = async (event: SubmitEvent) => {
    const done = await saving.post<Proposal>('me/second-factor', submitted(event));
    if (done) setProposal(done.body);
  };
  const confirm = async (event: SubmitEvent) => {
    const done = await saving.post<{ recovery_codes: string[] }>('me/second-factor/confirm', submitted(event));
    if (done) setCodes(done.body.recovery_codes);
  };
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return (
    <FormDialog title={words.title} onClose={onClose}>
      {proposal === null ? (
        <form onSubmit={propose}>
          <CurrentPassword saving={saving} />
          <Save saving={saving} label={words.goOn} fields={['current']} />
        </form>
      ) : (
        <form onSubmit={confirm}>
          <p>{words.scan}</p>
          <Qr text={proposal.link} label={words.qr} />
          <p class="code-line">
            <code dir="ltr">{proposal.secret}</code>
            <CopyButton label={words.copySecret} text={proposal.secret} />
          </p>
          <Field label={words.code} hint={words.codeHint} fault={faultOf(saving, 'code')}>
            {(parts) => (
              <input
                {...parts}
                name="code"
                dir="ltr"
                inputMode="numeric"
                autocomplete="one-time-code"
                maxLength={7}
                required
              />
            )}
          </Field>
          <Save saving={saving} label={words.putOn} fields={['code']} />
        </form>
      )}
    </FormDialog>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <FormDialog title={words.recovery} onClose={onClose}>
      <p class="once-text">{words.recoveryLead}</p>
      <div class="code-line">
        <ul class="recovery-codes" dir="ltr">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <CopyButton label={words.copyCodes} text={codes.join('\n')} />
      </div>
      <Button label={words.kept} tone="primary" onPress={onClose} />
    </FormDialog>
  );
}
