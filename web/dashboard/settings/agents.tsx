import { useState } from 'preact/hooks';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { MenuButton } from '../../ui/menu_button';
import { words as dashboard } from '../../words/dashboard';
import { useDesk } from '../context';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';
import { AgentForm, type AgentRow } from './agent_form';
import { type MadeLink, OnceLink } from './once_link';
import { NoList, SettingHead } from './parts';

const words = dashboard.settings.agents;

export function AgentsSettings() {
  const { me } = useDesk();
  const { body, failed, again } = useLoaded<{ agents: AgentRow[] }>('agents');
  const saving = useSaving();
  const [edited, setEdited] = useState<AgentRow | 'new' | null>(null);
  const [told, setTold] = useState<MadeLink | null>(null);

  const act = async (agent: AgentRow, what: 'disable' | 'enable' | 'password' | 'second-factor/off') => {
    const done = await saving.post<{ secret?: string } | null>(`agents/${agent.id}/${what}`, {});
    const secret = done?.body?.secret;
    if (secret) setTold({ name: agent.name, kind: 'reset', secret });
    if (done) again();
  };
  const itemsOf = (agent: AgentRow) => {
    const reason = agent.id === me.actor.id ? words.notOneself : null;
    const item = (id: string, label: string, onPress: () => void) => ({ id, label, reason, onPress });
    return [
      item('edit', words.change, () => setEdited(agent)),
      item('password', words.reset, () => void act(agent, 'password')),
      ...(agent.second_factor
        ? [item('second-factor', words.resetSecondFactor, () => void act(agent, 'second-factor/off'))]
        : []),
      agent.disabled_at === null
        ? item('disable', words.disable, () => void act(agent, 'disable'))
        : item('enable', words.enable, () => void act(agent, 'enable')),
    ];
  };
  return (
    <>
      <SettingHead title={words.title} lead={words.lead}>
        <Button label={words.add} icon="plus" tone="primary" onPress={() => setEdited('new')} />
      </SettingHead>
      {saving.unsaved && (
        <p class="setting-unsaved" role="alert">
          {saving.unsaved.text}
        </p>
      )}
      {body === null ? (
        <NoList failed={failed} again={again} />
      ) : (
        <ul class="setting-rows">
          {body.agents.map((agent) => (
            <li key={agent.id} class="setting-row">
              <Avatar id={agent.id} name={agent.name} />
              <div class="setting-row-main">
                <p class="setting-row-title">
                  <span dir="auto">{agent.name}</span>{' '}
                  {agent.id === me.actor.id && <span class="setting-aside">{dashboard.app.shared.you}</span>}
                  {agent.disabled_at !== null && <Badge label={words.disabled} tone="idle" />}
                </p>
                <p class="setting-row-text">
                  {words.roles[agent.role]} · <bdi>{agent.email}</bdi>
                </p>
              </div>
              <MenuButton label={words.more(agent.name)} icon="ellipsis" tone="quiet" bare items={itemsOf(agent)} />
            </li>
          ))}
        </ul>
      )}
      {edited && (
        <AgentForm
          agent={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={(link) => {
            setEdited(null);
            if (link) setTold(link);
            again();
          }}
        />
      )}
      {told && <OnceLink link={told} onClose={() => setTold(null)} />}
    </>
  );
}
