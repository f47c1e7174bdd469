import type { Routing } from '../rules/types.gen';
import { MenuButton } from '../ui/menu_button';
import { words } from '../words/dashboard';
import { whyFixed } from './availability';
import { useDesk } from './context';
import { useSwitch } from './switching';

const { title, ways } = words.shift.routing;
const all = Object.keys(ways) as Routing[];

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
        label={ways[now].label}
        icon="chevron-down"
        tone="quiet"
        items={all.map((each) => ({
          id: each,
          label: ways[each].label,
          reason,
          hint: () => ways[each].text,
          checked: each === now,
          choice: title,
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
