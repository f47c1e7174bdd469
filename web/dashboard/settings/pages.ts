import type { Role } from '../../rules/types.gen';
import { words as dashboard } from '../../words/dashboard';

const { profile, canned, agents, sites, topics, policies, audit } = dashboard.settings;

export const settingsRoot = '/dashboard/settings';

/** The pages of the settings, in their order. What stands on each is in settings.tsx, which is loaded when needed. */
export const settingsPages = [
  { page: 'profile', label: profile.title, role: 'agent' },
  { page: 'canned-replies', label: canned.title, role: 'agent' },
  { page: 'agents', label: agents.title, role: 'admin' },
  { page: 'sites', label: sites.title, role: 'admin' },
  { page: 'topics', label: topics.title, role: 'admin' },
  { page: 'policies', label: policies.title, role: 'admin' },
  { page: 'audit', label: audit.title, role: 'admin' },
] as const satisfies readonly { page: string; label: string; role: Role }[];

export type SettingsPage = (typeof settingsPages)[number]['page'];

export const settingsHref = (page: SettingsPage) => `${settingsRoot}/${page}`;
