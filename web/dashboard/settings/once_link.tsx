import { words as dashboard } from '../../words/dashboard';
import { CopyButton } from './copy_button';
import { FormDialog } from './parts';

const words = dashboard.settings.agents;

/** The secret of a link that was just made: the only time that anybody sees it. */
export interface MadeLink {
  name: string;
  kind: 'invitation' | 'reset';
  secret: string;
}

export function OnceLink({ link, onClose }: { link: MadeLink; onClose: () => void }) {
  const address = `${location.origin}/welcome#${link.secret}`;
  return (
    <FormDialog title={words.links[link.kind]} onClose={onClose}>
      <p class="once-text">{words.once[link.kind](link.name)}</p>
      <p class="code-line">
        <code dir="ltr">{address}</code>
        <CopyButton label={words.copyLink} text={address} />
      </p>
    </FormDialog>
  );
}
