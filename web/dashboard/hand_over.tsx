import { useId } from 'preact/hooks';
import type { Actor, Group } from '../rules/types.gen';
import { groups, labels } from '../rules/words';
import type { Me, Store } from '../sync/store';
import { Avatar } from '../ui/avatar';
import { Dialog, DialogHead } from '../ui/dialog';
import type { MenuItem } from '../ui/menu';
import { words as dashboard } from '../words/dashboard';
import { locale } from '../words/language';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { inHand } from './in_hand';
import { reasonOf } from './place';
import { standing } from './places';
import './hand_over.css';

export const handOverLabel = labels.assign.long;

const words = dashboard.conversation.handOver;

type Standing = 'takes' | 'full' | 'away';
const order: readonly Standing[] = ['takes', 'full', 'away'];

interface Somebody {
  actor: Actor;
  name: string;
  standing: Standing;
}

export function handOverItems(state: Ready, store: Store, onPress: () => void): MenuItem[] {
  const row = standing(state.buttons, 'assignee');
  return row ? [{ id: row.button, label: handOverLabel, reason: reasonOf(row, state, store), onPress }] : [];
}

interface HandOverProps {
  state: Ready;
  controls: Controls;
  onClose: () => void;
}

/** Those who could take it, who has room first. Whoever it is given to owns it, whatever they have in hand. */
export function HandOver({ state, controls, onClose }: HandOverProps) {
  const { store, me } = useDesk();
  const id = useId();
  const { site, owner } = state.row.state;
  const group = store.rules.group(state.row.state);
  const team = colleagues(me, store, group).filter(({ actor }) => actor.sites.includes(site) && actor.id !== owner);
  const give = (agent: string) => {
    controls.run('assign', { agent });
    onClose();
  };
  return (
    <Dialog class="hand-over" labelledBy={id} onClose={onClose}>
      <DialogHead id={id} title={handOverLabel} onClose={onClose} />
      {team.length === 0 && <p class="hand-over-nobody">{words.nobody}</p>}
      <ul>
        {team.map(({ actor, name, standing: how }) => (
          <li key={actor.id}>
            <button type="button" class="hand-over-to" onClick={() => give(actor.id)}>
              <Avatar id={actor.id} name={name} />
              <span class="hand-over-name" dir="auto">
                {name}
              </span>
              <span class={`hand-over-state hand-over-${how}`}>{words[how]}</span>
              <span class="hand-over-load">
                {groups[group]}: {inHand(actor, group)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function colleagues(me: Me, store: Store, group: Group): Somebody[] {
  return me.colleagues
    .filter(({ actor }) => actor.id !== me.actor.id)
    .map(({ actor, name }) => {
      const now = store.present(actor);
      return { actor: now, name, standing: standingOf(now, group) };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) ||
        a.actor.load[group] - b.actor.load[group] ||
        a.name.localeCompare(b.name, locale),
    );
}

function standingOf({ available, capacity, load }: Actor, group: Group): Standing {
  if (!available.includes(group)) return 'away';
  const most = capacity[group];
  return most !== null && load[group] >= most ? 'full' : 'takes';
}
