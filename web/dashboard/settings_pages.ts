import type { Role } from '../rules/types.gen';

export const settingsRoot = '/dashboard/settings';

/** The pages of the settings, in their order. What stands on each is in settings.tsx, which is loaded when needed. */
export const settingsPages = [
  { page: 'profile', label: 'Profile', role: 'agent' },
  { page: 'canned-replies', label: 'Canned replies', role: 'agent' },
  { page: 'agents', label: 'Agents', role: 'admin' },
  { page: 'sites', label: 'Sites', role: 'admin' },
  { page: 'topics', label: 'Topics', role: 'admin' },
  { page: 'policies', label: 'Policies', role: 'admin' },
  { page: 'audit', label: 'Audit', role: 'admin' },
] as const satisfies readonly { page: string; label: string; role: Role }[];

export type SettingsPage = (typeof settingsPages)[number]['page'];

export const settingsHref = (page: SettingsPage) => `${settingsRoot}/${page}`;
