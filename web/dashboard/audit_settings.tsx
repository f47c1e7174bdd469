import { useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { fullTime } from '../ui/time';
import { useDesk } from './context';
import { useLoaded } from './loaded';
import { NoList, SettingHead } from './settings_parts';

interface Entry {
  id: number;
  at: number;
  who: string;
  name: string;
  what: string;
  detail: Record<string, string | number>;
}
interface Page {
  entries: Entry[];
  next: number | null;
}

const words = {
  title: 'Audit',
  lead: 'Who changed what in these settings, and who signed in. It only ever grows: nobody can change or remove a line.',
  none: 'Nothing has happened yet.',
  older: 'Show older',
  somebody: 'Somebody',
};

const deeds: Record<string, (detail: Entry['detail']) => string> = {
  signed_in: () => 'signed in',
  canned_reply_added: ({ shortcut }) => `added the canned reply /${shortcut}`,
  canned_reply_changed: ({ shortcut }) => `changed the canned reply /${shortcut}`,
  canned_reply_removed: ({ shortcut }) => `removed the canned reply /${shortcut}`,
  name_changed: ({ name }) => `is called ${name} now`,
  password_changed: () => 'changed their password',
  password_reset: ({ agent }) => `made a new password for ${agent}`,
  agent_added: ({ agent, role }) => `added ${agent} as ${role}`,
  agent_changed: ({ agent }) => `changed ${agent}`,
  agent_disabled: ({ agent }) => `disabled ${agent}`,
  agent_enabled: ({ agent }) => `enabled ${agent}`,
  site_added: ({ site }) => `added the site ${site}`,
  site_changed: ({ site }) => `changed the site ${site}`,
  policy_changed: ({ version }) => `put version ${version} of the policy in force`,
};

export function AuditSettings() {
  const { transport } = useDesk();
  const first = useLoaded<Page>('audit');
  const [more, setMore] = useState<Page[]>([]);
  const [busy, setBusy] = useState(false);
  const pages = first.body ? [first.body, ...more] : [];
  const entries = pages.flatMap((page) => page.entries);
  const next = pages.at(-1)?.next ?? null;
  const older = async () => {
    if (busy) return;
    setBusy(true);
    const { status, body } = await transport.get(`audit?before=${next}`);
    setBusy(false);
    if (status === 200) setMore([...more, body as Page]);
  };
  return (
    <>
      <SettingHead title={words.title} lead={words.lead} />
      {first.body === null ? (
        <NoList failed={first.failed} again={first.again} />
      ) : (
        <ol class="setting-rows">
          {entries.map((entry) => (
            <li key={entry.id} class="setting-row audit-row">
              <span>
                <strong>{entry.name || words.somebody}</strong> {deeds[entry.what]?.(entry.detail) ?? entry.what}
              </span>
              <time class="setting-aside" dateTime={new Date(entry.at).toISOString()}>
                {fullTime(entry.at)}
              </time>
            </li>
          ))}
          {entries.length === 0 && <li class="setting-empty">{words.none}</li>}
        </ol>
      )}
      {next !== null && (
        <div>
          <Button label={words.older} onPress={older} />
        </div>
      )}
    </>
  );
}
