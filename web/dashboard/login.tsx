import { useRef, useState } from 'preact/hooks';
import type { Transport } from '../sync/transport';
import { words } from '../words/dashboard';
import mark from './mark.svg';
import '../ui/field.css';
import './login.css';

const { login } = words.app;
const why: Record<number, string> = {
  0: login.failed.unreachable,
  401: login.failed.wrong,
  429: login.failed.tooMany,
  503: login.failed.busy,
};

export function Login({ transport, onSignedIn }: { transport: Transport; onSignedIn: () => void }) {
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const [needsCode, setNeedsCode] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state.busy) return;
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setState({ busy: true, error: null });
    const { status, body } = await transport.post('login', Object.fromEntries(form));
    if (status === 204) return onSignedIn();
    const isAboutCode = (body as { field?: string } | null)?.field === 'code';
    setNeedsCode(isAboutCode);
    if (isAboutCode) return setState({ busy: false, error: status === 403 ? login.failed.wrongCode : null });
    setState({ busy: false, error: why[status] ?? login.failed.otherwise });
    password.current?.select();
  };

  return (
    <main class="login">
      <form class="login-card" onSubmit={submit}>
        <img src={mark} alt="" width="40" height="40" />
        <h1>{login.title}</h1>
        <label class="field">
          <span>{login.email}</span>
          <input type="email" name="email" autocomplete="username" required autofocus />
        </label>
        <label class="field">
          <span>{login.password}</span>
          <input
            ref={password}
            type="password"
            name="password"
            autocomplete="current-password"
            required
            aria-invalid={state.error ? true : undefined}
            aria-describedby="login-error"
          />
        </label>
        {needsCode && (
          <label class="field">
            <span>{login.code}</span>
            <input name="code" dir="ltr" autocomplete="one-time-code" maxLength={40} required autofocus />
            <span class="field-hint">{login.codeHint}</span>
          </label>
        )}
        <p id="login-error" class="login-error" role="alert">
          {state.error}
        </p>
        <button type="submit" class="button button-primary" aria-disabled={state.busy ? true : undefined}>
          {state.busy ? login.signingIn : login.signIn}
        </button>
      </form>
    </main>
  );
}
