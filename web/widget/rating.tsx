import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { whyNot } from '../rules/customer_words';
import { Button } from '../ui/button';
import { useCountdown } from '../ui/countdown';
import { Icon } from '../ui/icon';
import { words } from '../words/widget';
import type { Chat, Ready } from './chat';
import './rating.css';

const scores = [1, 2, 3, 4, 5] as const;
const wordsLettersMax = 2_000;

/** Asked once, and not before the close is for good. */
export function Rating({ chat, state }: { chat: Chat; state: Ready }) {
  const button = state.buttons.find((one) => one.button === 'rate');
  const soon = useCountdown(undoUntil(chat, state) + 1) !== 0;
  const score = state.row.state.score ?? 0;
  if (chat.visit.desk.value?.rating === false || !button) return null;
  if (score > 0) return <Rated score={score} />;
  return <Question chat={chat} soon={soon} />;
}

/** What can be undone is not rated yet; it can be up to that moment. */
function undoUntil(chat: Chat, { row }: Ready): number {
  const store = chat.visit.store.value;
  const policy = store?.me.value?.policy;
  return (store && policy && store.rules.undoUntil(row.state, policy)) ?? 0;
}

function Rated({ score }: { score: number }) {
  return (
    <div class="rating">
      <p class="rating-question">{words.thanks}</p>
      <span class="rating-scores" role="img" aria-label={words.rated(score)}>
        {scores.map((one) => (
          <span key={one} class={`rating-score${one <= score ? ' rating-given' : ''}`}>
            <Icon name="star" />
          </span>
        ))}
      </span>
    </div>
  );
}

/** `soon`: its place is there already, so that nothing moves once it can be answered. */
function Question({ chat, soon }: { chat: Chat; soon: boolean }) {
  const chosen = useSignal(0);
  /** Under the pointer. */
  const near = useSignal(0);
  const text = useSignal('');
  const fault = useSignal('');
  const group = useRef<HTMLDivElement>(null);
  const lit = near.value || chosen.value;

  const choose = (score: number) => {
    chosen.value = score;
    fault.value = '';
  };
  const send = () => {
    const refused = chat.press('rate', { score: chosen.value, text: text.value.trim() });
    fault.value = refused === null ? '' : whyNot(refused);
  };
  // As among radio buttons: one stop for the keyboard, and arrows within.
  const pressed = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const forward = document.dir === 'rtl' && event.key.match(/Left|Right/) ? -step : step;
    const to = Math.min(scores.length, Math.max(1, chosen.value + forward));
    choose(to);
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[to - 1]?.focus();
  };

  return (
    <div class="rating">
      {/* What the stars say stands in the question's place: nothing moves under the pointer. */}
      <p class="rating-question" aria-hidden="true">
        {soon ? words.rateSoon : (words.scores[lit - 1] ?? words.rate)}
      </p>
      <div
        ref={group}
        class="rating-scores"
        role="radiogroup"
        aria-label={soon ? words.rateSoon : words.rate}
        aria-disabled={soon}
        onKeyDown={soon ? undefined : pressed}
        onPointerLeave={() => {
          near.value = 0;
        }}
      >
        {scores.map((score) => (
          // biome-ignore lint/a11y/useSemanticElements: a star is pressed, and says in words what it means
          <button
            key={score}
            type="button"
            role="radio"
            class={`rating-score${score <= lit ? ' rating-given' : ''}`}
            aria-label={words.scores[score - 1]}
            aria-checked={score === chosen.value}
            disabled={soon}
            tabIndex={score === (chosen.value || 1) ? 0 : -1}
            onPointerEnter={() => {
              near.value = score;
            }}
            onClick={() => choose(score)}
          >
            <Icon name="star" />
          </button>
        ))}
      </div>
      {chosen.value > 0 && (
        <div class="rating-more">
          <textarea
            rows={2}
            dir="auto"
            maxLength={wordsLettersMax}
            placeholder={words.rateWords}
            aria-label={words.rateWords}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
          <Button label={words.rateSend} onPress={send} />
          <p class="rating-fault" role="alert">
            {fault.value}
          </p>
        </div>
      )}
    </div>
  );
}
