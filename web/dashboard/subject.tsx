import { channels } from '../rules/words';
import type { Row } from '../sync/store';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { icons } from './channel';

/** Whom a conversation is with; where there is no customer, what it is. */
export function subjectOf({ customer, state }: Row): string {
  return customer.name || channels[state.channel];
}

export function SubjectAvatar({ row }: { row: Row }) {
  const { customer, state } = row;
  if (customer.name) return <Avatar id={customer.id} name={customer.name} />;
  return (
    <span class="avatar avatar-medium avatar-plain" aria-hidden="true">
      <Icon name={icons[state.channel]} />
    </span>
  );
}
