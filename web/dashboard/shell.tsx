import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button';
import { Availability } from './availability';
import { Away } from './away';
import { Bell } from './bell';
import { CommandKeys } from './command_keys';
import { ConnectionState } from './connection';
import { useDesk } from './context';
import mark from './mark.svg';
import { Navigation } from './navigation';
import { UndoToast } from './undo_toast';
import { update, updateWaits } from './update';
import { UserMenu } from './user_menu';
import { inboxHref } from './views';
import './shell.css';

const whyMemory = () =>
  window.isSecureContext
    ? 'This browser keeps nothing for Wrapup.'
    : 'This page is not on HTTPS, so this browser keeps nothing for Wrapup.';

/** What stands around every page of a signed-in agent. */
export function Shell({ onSignOut, children }: { onSignOut: () => void; children: ComponentChildren }) {
  const { store } = useDesk();
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the content
      </a>
      {(store.outdated.value || updateWaits()) && !store.drafts.any.value && (
        <div class="banner" role="status">
          A new version is ready.
          <Button label="Reload" onPress={update} />
        </div>
      )}
      {store.keeping.value === 'memory' && (
        <p class="banner banner-warning" role="status">
          {whyMemory()} What has not been sent is lost when you close this page.
        </p>
      )}
      <Away />
      <header class="bar">
        <a class="brand" href={inboxHref()} aria-label="Wrapup, inbox">
          <img src={mark} alt="" width="24" height="24" />
          <span>Wrapup</span>
        </a>
        <Navigation />
        <Availability />
        <ConnectionState />
        <Bell />
        <UserMenu onSignOut={onSignOut} />
      </header>
      {children}
      <UndoToast />
      <CommandKeys />
    </div>
  );
}
