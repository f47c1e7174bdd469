import { Button } from '../ui/button';
import type { Chat, Ready } from './chat';
import { phrases } from './phrases';
import './closed.css';

/** In the composer's place once nothing can be said here any more. */
export function Closed({ chat, state }: { chat: Chat; state: Ready }) {
  const draft = chat.draft.trim();
  return (
    <section class="closed">
      <p class="closed-why">{phrases.noMore}</p>
      {draft !== '' && (
        <p class="closed-draft">
          {phrases.keptDraft} <q>{draft}</q>
        </p>
      )}
      <Button label={phrases.startNew} tone="primary" onPress={() => chat.startNew(state.row.conversation)} />
    </section>
  );
}
