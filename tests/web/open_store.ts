import type { StoreOptions } from '@web/sync/model';
import { createStore, type Store } from '@web/sync/store';
import { createVisitorStore } from '@web/sync/visitor_store';
import type { Person } from './fake_server';
import { customerRules, rules } from './rules';

/** As on this person's page. Visitors have less of it, and the rules for customers alone. */
export function openStore({ actor }: Person, options: Omit<StoreOptions, 'rules'>): Store {
  if (actor.role !== 'customer') return createStore({ ...options, rules });
  return createVisitorStore({ ...options, rules: customerRules }) as Store;
}
