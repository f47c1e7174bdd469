import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button';
import { words } from '../words/dashboard';
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

const { shell } = words.app;

/** What stands around every page of a signed-in agent. */
export function Shell({ onSignOut, children }: { onSignOut: () => void; children: ComponentChildren }) {
  const { store } = useDesk();
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {shell.skip}
      </a>
      {(store.outdated.value || updateWaits()) && !store.drafts.any.value && (
        <div class="banner" role="status">
          {shell.newVersion}
          <Button label={shell.reload} onPress={update} />
        </div>
      )}
      {store.keeping.value === 'memory' && (
        <p class="banner banner-warning" role="status">
          {window.isSecureContext ? shell.keepsNothing : shell.insecure}
        </p>
      )}
      <Away />
      <header class="bar">
        <a class="brand" href={inboxHref()} aria-label={shell.home}>
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
