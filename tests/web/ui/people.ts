import type { Actor } from '@web/rules/types.gen';
import type { Customer, Me } from '@web/sync/store';
import { rules } from '../rules';

const agent = (id: string, role: Actor['role'] = 'agent'): Actor =>
  rules.actor({ role, id, sites: ['shop'], available: ['messaging'] });

export const ana = { actor: agent('ana'), name: 'Ana Ruiz' };
export const ben = { actor: agent('ben'), name: 'Ben Okafor' };
export const sue = { actor: agent('sue', 'supervisor'), name: 'Sue Lindqvist' };

export const customers = {
  maya: { id: 'c-maya', name: 'Maya Fischer' },
  visitor: { id: 'c-7f2k', name: 'Visitor 7F2K' },
  tomasz: { id: 'c-tomasz', name: 'Tomasz Wiśniewski' },
  priya: { id: 'c-priya', name: 'Priya Raman' },
  long: { id: 'c-long', name: 'Maximiliane von Hohenfels-Württemberg' },
  leo: { id: 'c-leo', name: 'Leo Martin' },
} satisfies Record<string, Customer>;

export const customerActor = ({ id }: Customer): Actor => rules.actor({ role: 'customer', id, sites: ['shop'] });

export function meAs(person: { actor: Actor; name: string }): Me {
  return {
    ...person,
    email: `${person.actor.id}@example.com`,
    colleagues: [ana, ben, sue],
    sites: [{ id: 'shop', name: 'Birch & Bow' }],
    policy: rules.defaultPolicy(),
  };
}
