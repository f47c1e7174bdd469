import { words as dashboard } from '../../words/dashboard';
import { CopyButton } from './copy_button';
import { FormDialog } from './parts';

const words = dashboard.settings.agents;

/** A password that was just made: the only time that anybody sees it. */
export function OncePassword({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  return (
    <FormDialog title={dashboard.settings.profile.password} onClose={onClose}>
      <p class="once-text">{words.once(name)}</p>
      <p class="code-line">
        <code dir="ltr">{password}</code>
        <CopyButton label={words.copyPassword} text={password} />
      </p>
    </FormDialog>
  );
}
