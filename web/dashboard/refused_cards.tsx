import { useEffect } from 'preact/hooks';
import { refusal } from '../rules/words';
import type { Refused } from '../sync/store';
import { Button } from '../ui/button';
import { words as dashboard } from '../words/dashboard';
import { list } from '../words/list';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { ownerName } from './place';
import { headline, nextSteps, textOf } from './refused';
import './refused_cards.css';

const words = dashboard.conversation.refused;

interface CardsProps {
  id: string;
  state: Ready;
  controls: Controls;
}

/** Texts that did not arrive, each with what can be done about it. */
export function RefusedCards({ id, state, controls }: CardsProps) {
  const { store, attaching } = useDesk();

  // The new message is on the screen now: what was written goes back to where it can be thought over.
  useEffect(() => {
    for (const refused of state.refused) {
      const written = textOf(refused);
      if (refused.verdict !== 'final' || refused.code !== 'unseen_message' || !written) continue;
      store.drafts.append(id, written.tab, written.text);
      attaching.put(id, written.attachments);
      controls.notice.value = refused;
      store.dismiss(refused.id);
    }
  }, [state.refused]);

  return (
    <div class="refusals" role="status">
      {state.refused.map((refused) => (
        <Card key={refused.id} refused={refused} state={state} controls={controls} />
      ))}
    </div>
  );
}

/** Of a conversation that is not there: their texts can be read and copied, and that is all. */
export function LostCards({ refused }: { refused: readonly Refused[] }) {
  const { store } = useDesk();
  return (
    <div class="refusals">
      {refused.map((card) => {
        const text = textOf(card)?.text;
        return (
          <div key={card.id} class="refusal">
            {text !== undefined && (
              <p class="refusal-text" dir="auto">
                {text}
              </p>
            )}
            <p class="refusal-why">{refusal(headline(card) ?? 'reply', card.code)}</p>
            <div class="refusal-steps">
              {text !== undefined && (
                <Button label={words.copy} onPress={() => void navigator.clipboard?.writeText(text)} />
              )}
              <Button label={words.discard} tone="quiet" onPress={() => store.dismiss(card.id)} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Card({ refused, state, controls }: { refused: Refused; state: Ready; controls: Controls }) {
  const { store } = useDesk();
  const written = textOf(refused);
  if (!written) return null;
  const { text, attachments } = written;
  const final = refused.verdict === 'final';
  const why = refusal(headline(refused) ?? 'reply', refused.code, ownerName(store, state.row.state.owner));
  return (
    <div class="refusal">
      <p class="refusal-text" dir="auto">
        {text}
      </p>
      {attachments.length > 0 && <p class="refusal-files">{list(attachments.map(({ name }) => name))}</p>}
      <p class="refusal-why">{final ? why : words.notYet(why)}</p>
      {final && (
        <div class="refusal-steps">
          {nextSteps(written, state, controls).map((step, at) => (
            <Button
              key={step.label}
              label={step.label}
              tone={at === 0 ? 'plain' : 'quiet'}
              onPress={() => step.run() && store.dismiss(refused.id)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
