import type { Conversation } from '../rules/types.gen';
import { settingOf } from '../sync/setting';
import { now } from '../ui/now';
import { fullTime, span } from '../ui/time';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import './due.css';

const said = words.inbox.due;

/** From then on it is urgent. */
const soon_ms = 5 * 60_000;

/** When the customer is to be answered, if they are: amber when that is soon, red when it has passed. */
export function Due({ state }: { state: Conversation }) {
  const { store, me } = useDesk();
  const due = store.rules.due(state, me.actor, settingOf(me, now.value));
  if (due === null) return null;
  const left = due - now.value;
  const kind = left < 0 ? 'late' : left < soon_ms ? 'soon' : 'calm';
  return (
    <time class={`due due-${kind}`} dateTime={new Date(due).toISOString()} title={said.at(fullTime(due))}>
      {left < 0 ? said.late(span(-left)) : said.in(span(left))}
    </time>
  );
}
