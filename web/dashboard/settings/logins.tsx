import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { fullTime } from '../../ui/time';
import { words as dashboard } from '../../words/dashboard';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';
import { NoList } from './parts';

interface LoginRow {
  id: string;
  device: string;
  address: string;
  opened_at: number;
  seen_at: number;
  is_this: boolean;
}

const words = dashboard.settings.profile.logins;

/** Where somebody is signed in, and how to end that. */
export function Logins() {
  const { body, failed, again } = useLoaded<{ logins: LoginRow[] }>('me/logins');
  const saving = useSaving();
  const end = async ({ id, is_this }: LoginRow) => {
    if (await saving.post(`me/logins/${id}/end`, {})) is_this ? location.assign('/login') : again();
  };
  const endAll = async () => {
    if (await saving.post('me/logins/end', {})) location.assign('/login');
  };
  return (
    <section class="setting-section" aria-labelledby="setting-logins">
      <div>
        <h2 id="setting-logins">{words.title}</h2>
        <p class="setting-lead">{words.lead}</p>
      </div>
      {body === null ? (
        <NoList failed={failed} again={again} />
      ) : (
        <ul class="setting-rows">
          {body.logins.map((login) => (
            <li key={login.id} class="setting-row">
              <div class="setting-row-main">
                <p class="setting-row-title">
                  <bdi>{login.device || words.unknown}</bdi> {login.is_this && <Badge label={words.here} tone="good" />}
                </p>
                <p class="setting-row-text">
                  <bdi>{login.address}</bdi> · {words.seen(fullTime(login.seen_at))}
                </p>
              </div>
              <Button label={words.end} onPress={() => end(login)} />
            </li>
          ))}
        </ul>
      )}
      <div class="setting-save">
        <Button label={words.endAll} onPress={endAll} />
        <span class="setting-unsaved" role="status">
          {saving.unsaved?.text}
        </span>
      </div>
    </section>
  );
}
