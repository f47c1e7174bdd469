import { useState } from 'preact/hooks';
import { Button } from '../../ui/button';
import { fullTime } from '../../ui/time';
import { words as dashboard } from '../../words/dashboard';
import { useDesk } from '../context';
import { useLoaded } from '../loaded';
import { NoList, SettingHead } from './parts';

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

const words = dashboard.settings.audit;
/** A server that is newer than this page may have written down others. */
const deeds: Record<string, (detail: Entry['detail']) => string> = words.deeds;

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
                <strong dir="auto">{entry.name || words.somebody}</strong>{' '}
                {deeds[entry.what]?.(entry.detail) ?? entry.what}
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
