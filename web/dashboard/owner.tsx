import type { AgentId } from '../rules/types.gen';
import { Avatar } from '../ui/avatar';
import { useDesk } from './context';
import './owner.css';

/** Whose conversation it is. `short`: in the room of a list. */
export function Owner({ owner, short = false }: { owner: AgentId | null; short?: boolean }) {
  const { store, me } = useDesk();
  if (owner === null) return <span class="owner">Unassigned</span>;
  const mine = owner === me.actor.id;
  const name = mine ? me.name : store.nameOf({ role: 'agent', id: owner });
  return (
    <span class="owner">
      <Avatar id={owner} name={name} size="small" />
      {short ? (
        <span>{mine ? 'You' : name}</span>
      ) : (
        <span>
          <span class="owner-verb">Assigned to </span>
          {mine ? 'you' : name}
        </span>
      )}
    </span>
  );
}
