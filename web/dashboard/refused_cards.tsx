import { useEffect } from 'preact/hooks';
import { refusal } from '../rules/words';
import type { Refused } from '../sync/store';
import { Button } from '../ui/button';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { ownerName } from './place';
import { headline, nextSteps, textOf } from './refused';
import './refused_cards.css';

interface CardsProps {
  id: string;
  state: Ready;
  controls: Controls;
}

/** Texts that did not arrive, each with what can be done about it. */
export function RefusedCards({ id, state, controls }: CardsProps) {
  const { store, drafts } = useDesk();

  // The new message is on the screen now: what was written goes back to where it can be thought over.
  useEffect(() => {
    for (const refused of state.refused) {
      const written = textOf(refused);
      if (refused.verdict !== 'final' || refused.code !== 'unseen_message' || !written) continue;
      drafts.append(id, written.tab, written.text);
      controls.notice.value = refused;
      store.dismiss(refused.n);
    }
  }, [state.refused]);

  return (
    <div class="refusals" role="status">
      {state.refused.map((refused) => (
        <Card key={refused.n} refused={refused} state={state} controls={controls} />
      ))}
    </div>
  );
}

function Card({ refused, state, controls }: { refused: Refused; state: Ready; controls: Controls }) {
  const { store } = useDesk();
  const written = textOf(refused);
  if (!written) return null;
  const { text, tab } = written;
  const final = refused.verdict === 'final';
  const why = refusal(headline(refused) ?? 'reply', refused.code, ownerName(store, state.row.state.owner));
  return (
    <div class="refusal">
      <p class="refusal-text">{text}</p>
      <p class="refusal-why">{final ? why : `Not sent yet, and it will be refused. ${why}`}</p>
      {final && (
        <div class="refusal-steps">
          {nextSteps(tab, text, state, controls).map((step, at) => (
            <Button
              key={step.label}
              label={step.label}
              tone={at === 0 ? 'plain' : 'quiet'}
              onPress={() => step.run() && store.dismiss(refused.n)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
