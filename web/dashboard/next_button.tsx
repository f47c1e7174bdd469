import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { whyNot } from '../rules/words';
import { newId } from '../sync/id';
import type { Store } from '../sync/store';
import { Button } from '../ui/button';
import { words } from '../words/dashboard';
import { useActions } from './actions';
import { whyFixed } from './availability';
import { useDesk } from './context';
import { forecast } from './forecast';
import { inboxHref } from './views';
import './command_keys.css';

const said_ms = 4_000;
const label = words.shift.next;

/** Whether anybody waits is for the server to say; what stands in the way of any customer is known here. */
function whyNobody(store: Store): string | null {
  const hindrance = store.takesNobody();
  return whyFixed(store) ?? (hindrance && whyNot(hindrance));
}

export interface Next {
  reason: string | null;
  /** Why the last time led to nobody, for a moment. */
  said: string | null;
  press(): void;
}

/** The way to the customer who is next, from wherever one is. */
export function useNext(): Next {
  const { store } = useDesk();
  const { route } = useLocation();
  // There is no conversation that is left: this stands for it.
  const asked = useRef<string | null>(null);
  const [said, say] = useState<string | null>(null);
  useSignalEffect(() => {
    const next = store.next.value;
    if (!next || next.after !== asked.current) return;
    asked.current = null;
    if (next.next) route(inboxHref({}, next.next));
    else if (next.nobody) say(whyNot(next.nobody));
  });
  useEffect(() => {
    const over = said === null ? undefined : setTimeout(() => say(null), said_ms);
    return () => clearTimeout(over);
  }, [said]);
  const press = () => {
    asked.current = newId();
    store.press(asked.current, 'next');
  };
  const reason = whyNobody(store);
  useActions(() => [{ id: 'next-anywhere', group: 'wrapup', label, key: 'g', reason, run: press }]);
  return { reason, said, press };
}

/** `after`: what else is to happen when it is pressed. */
export function NextButton({ next, after = () => {} }: { next: Next; after?: () => void }) {
  const { store } = useDesk();
  const press = () => {
    after();
    next.press();
  };
  return <Button label={label} reason={next.reason} hint={() => forecast(store, null)} onPress={press} />;
}

export function NextSaid({ next: { said } }: { next: Next }) {
  return (
    <p class={said === null ? 'heard' : 'why-not'} role="status">
      {said}
    </p>
  );
}
