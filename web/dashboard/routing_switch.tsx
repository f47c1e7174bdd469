import type { Routing } from '../rules/types.gen';
import { MenuButton } from '../ui/menu_button';
import { whyFixed } from './availability';
import { useDesk } from './context';
import { useSwitch } from './switching';

const words: Record<Routing, { label: string; text: string }> = {
  claim: { label: 'Chats wait to be claimed', text: 'Whoever has time takes one.' },
  push: { label: 'Chats are given out', text: 'Each goes to whoever is available and has the least in hand.' },
};
const all = Object.keys(words) as Routing[];

/** How new chats come to agents. Supervisors decide, for everybody. */
export function RoutingSwitch() {
  const { store, me } = useDesk();
  const routing = useSwitch(store.shift.route);
  if (me.actor.role === 'agent') return null;
  const now = me.policy.routing;
  const reason = whyFixed(store);
  return (
    <span class="routing">
      <MenuButton
        label={words[now].label}
        icon="chevron-down"
        tone="quiet"
        items={all.map((each) => ({
          id: each,
          label: words[each].label,
          reason,
          hint: () => words[each].text,
          checked: each === now,
          choice: 'New chats, for everybody',
          onPress: () => routing.set(each),
        }))}
      />
      {routing.failed && (
        <p class="availability-failed" role="alert">
          {routing.failed}
        </p>
      )}
    </span>
  );
}
