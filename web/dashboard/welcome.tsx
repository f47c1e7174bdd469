// Where the links lead with which somebody begins: the first admin, who is invited, who has lost their password.
import { useEffect, useState } from 'preact/hooks';
import type { Transport } from '../sync/transport';
import { Field } from '../ui/field';
import { words as dashboard } from '../words/dashboard';
import mark from './mark.svg';
import { whyUnsaved } from './saving';
import './login.css';

const words = dashboard.app.welcome;

interface Shown {
  kind: 'setup' | 'invitation' | 'reset';
  name: string;
  email: string;
}
type Looked = Shown | 'looking' | 'used' | 'unreachable';

/** Behind a #, so that it is in no log of a server and in no address that is handed on. */
const secretInAddress = () => location.hash.slice(1);

export function Welcome({ transport, onSignedIn }: { transport: Transport; onSignedIn: () => void }) {
  const [secret] = useState(secretInAddress);
  const [looked, setLooked] = useState<Looked>('looking');
  const look = async () => {
    setLooked('looking');
    const { status, body } = await transport.post('links/look', { secret });
    setLooked(status === 200 ? (body as Shown) : status === 404 ? 'used' : 'unreachable');
  };
  useEffect(() => void look(), []);
  return (
    <main class="login">
      <div class="login-card">
        <img src={mark} alt="" width="40" height="40" />
        {looked === 'looking' && <p role="status">{dashboard.app.shared.loading}</p>}
        {looked === 'used' && (
          <>
            <h1>{words.usedTitle}</h1>
            <p>{words.used}</p>
            <a class="button" href="/login">
              {dashboard.app.login.signIn}
            </a>
          </>
        )}
        {looked === 'unreachable' && (
          <>
            <p role="alert">{dashboard.app.login.failed.unreachable}</p>
            <button type="button" class="button" onClick={look}>
              {dashboard.app.shared.tryAgain}
            </button>
          </>
        )}
        {typeof looked === 'object' && (
          <Begin shown={looked} secret={secret} transport={transport} onSignedIn={onSignedIn} />
        )}
      </div>
    </main>
  );
}

interface BeginProps {
  shown: Shown;
  secret: string;
  transport: Transport;
  onSignedIn: () => void;
}

function Begin({ shown, secret, transport, onSignedIn }: BeginProps) {
  const [busy, setBusy] = useState(false);
  const [unsaved, setUnsaved] = useState<{ field: string | null; text: string } | null>(null);
  const isSetup = shown.kind === 'setup';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const form = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
    const { username: _, ...sent } = form;
    setBusy(true);
    const answer = await transport.post('links/use', { secret, ...sent });
    setBusy(false);
    if (answer.status === 204) onSignedIn();
    else setUnsaved(whyUnsaved(answer));
  };
  const faultOf = (field: string) => (unsaved?.field === field ? unsaved.text : null);
  const line = (name: 'site' | 'name', autocomplete: AutoFill) => (
    <Field label={words[name]} fault={faultOf(name)}>
      {(parts) => <input {...parts} name={name} dir="auto" maxLength={200} autocomplete={autocomplete} required />}
    </Field>
  );
  return (
    <form class="login-form" onSubmit={submit}>
      <div>
        <h1>{words.titles[shown.kind]}</h1>
        <p class="login-lead">{words.leads[shown.kind](shown.name)}</p>
      </div>
      {isSetup ? (
        <>
          {line('site', 'organization')}
          {line('name', 'name')}
          <Field label={words.email} fault={faultOf('email')}>
            {(parts) => <input {...parts} type="email" name="email" maxLength={254} autocomplete="username" required />}
          </Field>
        </>
      ) : (
        <p class="login-email">
          <bdi>{shown.email}</bdi>
          <input type="hidden" name="username" autocomplete="username" value={shown.email} />
        </p>
      )}
      <Field label={words.password} hint={words.passwordHint} fault={faultOf('password')}>
        {(parts) => (
          <input {...parts} type="password" name="password" minLength={10} autocomplete="new-password" required />
        )}
      </Field>
      <p class="login-error" role="alert">
        {unsaved?.field === null ? unsaved.text : null}
      </p>
      <button type="submit" class="button button-primary" aria-disabled={busy ? true : undefined}>
        {busy ? dashboard.app.login.signingIn : words.begin}
      </button>
    </form>
  );
}
