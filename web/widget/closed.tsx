import { Button } from '../ui/button';
import { words } from '../words/widget';
import type { Chat, Ready } from './chat';
import './closed.css';

/** In the composer's place once nothing can be said here any more. */
export function Closed({ chat, state }: { chat: Chat; state: Ready }) {
  const draft = chat.draft.trim();
  return (
    <section class="closed">
      <p class="closed-why">{words.noMore}</p>
      {draft !== '' && (
        <p class="closed-draft">
          {words.keptDraft} <q>{draft}</q>
        </p>
      )}
      <Button label={words.startNew} tone="primary" onPress={() => chat.startNew(state.row.conversation)} />
    </section>
  );
}
