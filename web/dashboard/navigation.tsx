import { useLocation } from 'preact-iso';
import type { Role } from '../rules/types.gen';
import { Icon, type IconName } from '../ui/icon';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { isAtLeast } from './roles';
import { settingsRoot } from './settings/pages';
import { inboxHref } from './views';
import './navigation.css';

interface Destination {
  path: string;
  label: string;
  icon: IconName;
  /** Who at least may go there. */
  role: Role;
}

const { areas } = words.app;
const reportsRoot = '/dashboard/reports';

const destinations: readonly Destination[] = [
  { path: inboxHref(), label: areas.inbox, icon: 'inbox', role: 'agent' },
  { path: reportsRoot, label: areas.reports, icon: 'chart', role: 'supervisor' },
  { path: settingsRoot, label: areas.settings, icon: 'settings', role: 'agent' },
];

/** The parts of the dashboard, for whoever may go there. */
export function Navigation() {
  const { me } = useDesk();
  const { path: here } = useLocation();
  return (
    <nav class="navigation" aria-label="Wrapup">
      {destinations
        .filter(({ role }) => isAtLeast(me.actor.role, role))
        .map(({ path, label, icon }) => (
          <a key={path} class="navigation-link" href={path} aria-current={here.startsWith(path) ? 'page' : undefined}>
            <Icon name={icon} />
            <span>{label}</span>
          </a>
        ))}
    </nav>
  );
}
