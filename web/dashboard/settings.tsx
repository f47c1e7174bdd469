import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { AgentsSettings } from './agents_settings';
import { AuditSettings } from './audit_settings';
import { CannedSettings } from './canned_settings';
import { useDesk } from './context';
import { PoliciesSettings } from './policies_settings';
import { ProfileSettings } from './profile_settings';
import { isAtLeast } from './roles';
import { type SettingsPage, settingsHref, settingsPages } from './settings_pages';
import { SitesSettings } from './sites_settings';
import { TopicsSettings } from './topics_settings';
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
      <nav ref={links} class="settings-pages" aria-label="Settings">
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
