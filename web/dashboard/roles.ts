import type { Role } from '../rules/types.gen';

/** Each may what those before it may. */
const ranks: readonly Role[] = ['agent', 'supervisor', 'admin'];

export const isAtLeast = (role: Role, least: Role): boolean => ranks.indexOf(role) >= ranks.indexOf(least);
