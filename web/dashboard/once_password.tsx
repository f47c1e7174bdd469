import { CopyButton } from './copy_button';
import { FormDialog } from './settings_parts';

const words = {
  title: 'Password',
  text: (name: string) =>
    `Give this to ${name}. It is not shown again; under Settings, Profile they can choose another.`,
  copy: 'Copy password',
};

/** A password that was just made: the only time that anybody sees it. */
export function OncePassword({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  return (
    <FormDialog title={words.title} onClose={onClose}>
      <p class="once-text">{words.text(name)}</p>
      <p class="code-line">
        <code>{password}</code>
        <CopyButton label={words.copy} text={password} />
      </p>
    </FormDialog>
  );
}
