import type { AgentId } from '../rules/types.gen';
import { Avatar } from '../ui/avatar';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import './owner.css';

const { shared } = words.app;
const said = words.inbox.owner;

/** Whose conversation it is. `short`: in the room of a list. */
export function Owner({ owner, short = false }: { owner: AgentId | null; short?: boolean }) {
  const { store, me } = useDesk();
  if (owner === null) return <span class="owner">{shared.unassigned}</span>;
  const mine = owner === me.actor.id;
  const name = mine ? me.name : store.nameOf({ role: 'agent', id: owner });
  return (
    <span class="owner">
      <Avatar id={owner} name={name} size="small" />
      {short ? (
        <span dir="auto">{mine ? shared.you : name}</span>
      ) : (
        <span>
          <span class="owner-verb">{said.assignedTo} </span>
          <bdi>{mine ? said.you : name}</bdi>
        </span>
      )}
    </span>
  );
}
