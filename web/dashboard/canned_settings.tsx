import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import type { CannedReply } from './canned';
import { CannedForm } from './canned_form';
import { useDesk } from './context';
import { isAtLeast } from './roles';
import { NoList, SettingHead } from './settings_parts';

const words = {
  title: 'Canned replies',
  lead: 'Answers that are given often. Whoever writes a reply types / and a part of the name, and Enter puts it in.',
  add: 'Add a canned reply',
  none: 'There are none yet. Add the answer that your team has typed most this week.',
  everywhere: 'All sites',
  failed: 'They could not be loaded.',
};

export function CannedSettings() {
  const { canned, me } = useDesk();
  const [failed, setFailed] = useState(false);
  const [edited, setEdited] = useState<CannedReply | 'new' | null>(null);
  const replies = canned.replies.value;
  const writes = isAtLeast(me.actor.role, 'supervisor');
  const load = () => void canned.load().then((came) => setFailed(!came));
  useEffect(load, []);
  const siteName = (site: string | null) => me.sites.find(({ id }) => id === site)?.name ?? words.everywhere;
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
                  {reply.title} <span class="setting-aside">/{reply.shortcut}</span>
                  {me.sites.length > 1 && <span class="setting-aside">{siteName(reply.site)}</span>}
                </p>
                <p class="setting-row-text">{reply.text}</p>
              </div>
              {writes && (
                <Button
                  label={`Edit ${reply.title}`}
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
