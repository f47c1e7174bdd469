import { useLocation } from 'preact-iso';
import type { Role } from '../rules/types.gen';
import { Icon, type IconName } from '../ui/icon';
import { useActions } from './actions';
import { useDesk } from './context';
import { inboxHref } from './views';
import './navigation.css';

export interface Page {
  path: string;
  label: string;
  icon: IconName;
  /** Who may see it: they, and those above them. */
  role: 'agent' | 'supervisor' | 'admin';
}

export const pages: readonly Page[] = [
  { path: inboxHref(), label: 'Inbox', icon: 'inbox', role: 'agent' },
  { path: '/dashboard/reports', label: 'Reports', icon: 'chart', role: 'supervisor' },
];

const ranks: Readonly<Partial<Record<Role, number>>> = { agent: 0, supervisor: 1, admin: 2 };

export const mayOpen = (page: Pick<Page, 'role'>, role: Role) => (ranks[role] ?? -1) >= (ranks[page.role] ?? 0);

/** The pages of the dashboard; nothing for somebody who has one only. */
export function Navigation() {
  const { me } = useDesk();
  const { path: here, route } = useLocation();
  const open = pages.filter((page) => mayOpen(page, me.actor.role));
  useActions(() =>
    open.map(({ path, label }) => ({
      id: `go-${path}`,
      group: 'Wrapup' as const,
      label: `Go to ${label}`,
      key: null,
      reason: null,
      run: () => route(path),
    })),
  );
  if (open.length < 2) return null;
  return (
    <nav class="navigation" aria-label="Pages">
      {open.map(({ path, label, icon }) => (
        <a
          key={path}
          class="navigation-page"
          href={path}
          aria-current={here === path || here.startsWith(`${path}/`) ? 'page' : undefined}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </a>
      ))}
    </nav>
  );
}
