import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { words as dashboard } from '../../words/dashboard';
import { useDesk } from '../context';
import { isAtLeast } from '../roles';
import { AgentsSettings } from './agents';
import { AuditSettings } from './audit';
import { CannedSettings } from './canned';
import { type SettingsPage, settingsHref, settingsPages } from './pages';
import { PoliciesSettings } from './policies';
import { ProfileSettings } from './profile';
import { SitesSettings } from './sites';
import { TopicsSettings } from './topics';
import './settings.css';

const drawn: Record<SettingsPage, ComponentType> = {
  profile: ProfileSettings,
  'canned-replies': CannedSettings,
  agents: AgentsSettings,
  sites: SitesSettings,
  topics: TopicsSettings,
  policies: PoliciesSettings,
  audit: AuditSettings,
};

/** The pages that are for this person, and the one that the address names. */
export function Settings() {
  const { me } = useDesk();
  const { route } = useLocation();
  const wanted = useRoute().params.page;
  const pages = settingsPages.filter(({ role }) => isAtLeast(me.actor.role, role));
  const shown = pages.find(({ page }) => page === wanted);
  useEffect(() => {
    const first = pages[0];
    if (!shown && first) route(settingsHref(first.page), true);
  }, [shown]);
  const links = useRef<HTMLElement>(null);
  useEffect(() => {
    links.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    if (shown) document.title = `${shown.label} – Wrapup`;
  }, [shown]);
  if (!shown) return null;
  const Page = drawn[shown.page];
  return (
    <div class="settings">
      <nav ref={links} class="settings-pages" aria-label={dashboard.app.areas.settings}>
        {pages.map(({ page, label }) => (
          <a key={page} href={settingsHref(page)} aria-current={page === shown.page ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <main id="main" class="settings-main" tabIndex={-1}>
        <div key={shown.page} class="setting">
          <Page />
        </div>
      </main>
    </div>
  );
}
