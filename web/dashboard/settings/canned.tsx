import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button';
import { words as dashboard } from '../../words/dashboard';
import type { CannedReply } from '../canned';
import { useDesk } from '../context';
import { isAtLeast } from '../roles';
import { CannedForm } from './canned_form';
import { NoList, SettingHead } from './parts';

const { shared, canned: words } = dashboard.settings;

export function CannedSettings() {
  const { canned, me } = useDesk();
  const [failed, setFailed] = useState(false);
  const [edited, setEdited] = useState<CannedReply | 'new' | null>(null);
  const replies = canned.replies.value;
  const writes = isAtLeast(me.actor.role, 'supervisor');
  const load = () => void canned.load().then((came) => setFailed(!came));
  useEffect(load, []);
  const siteName = (site: string | null) => me.sites.find(({ id }) => id === site)?.name ?? shared.allSites;
  return (
    <>
      <SettingHead title={words.title} lead={words.lead}>
        {writes && <Button label={words.add} icon="plus" tone="primary" onPress={() => setEdited('new')} />}
      </SettingHead>
      {replies === null ? (
        <NoList failed={failed ? words.failed : null} again={load} />
      ) : replies.length === 0 ? (
        <p class="setting-empty">{words.none}</p>
      ) : (
        <ul class="setting-rows">
          {replies.map((reply) => (
            <li key={reply.id} class="setting-row">
              <div class="setting-row-main">
                <p class="setting-row-title">
                  <span dir="auto">{reply.title}</span>{' '}
                  <span class="setting-aside" dir="ltr">
                    /{reply.shortcut}
                  </span>
                  {me.sites.length > 1 && <bdi class="setting-aside">{siteName(reply.site)}</bdi>}
                </p>
                <p class="setting-row-text" dir="auto">
                  {reply.text}
                </p>
              </div>
              {writes && (
                <Button
                  label={shared.edit(reply.title)}
                  icon="pencil"
                  tone="quiet"
                  bare
                  onPress={() => setEdited(reply)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {edited && <CannedForm reply={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
