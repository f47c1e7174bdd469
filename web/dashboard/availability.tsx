import { useId, useRef, useState } from 'preact/hooks';
import type { Group } from '../rules/types.gen';
import { groups, whyNot } from '../rules/words';
import type { Me, Store } from '../sync/store';
import { Button } from '../ui/button';
import { Dialog, DialogHead } from '../ui/dialog';
import { Tooltip, useTooltip } from '../ui/tooltip';
import { words } from '../words/dashboard';
import { list } from '../words/list';
import { useActions } from './actions';
import { useDesk } from './context';
import { inHand } from './in_hand';
import { Leaving } from './leaving';
import { NextButton, NextSaid, useNext } from './next_button';
import { RoutingSwitch } from './routing_switch';
import { type Switch, useSwitch } from './switching';
import './availability.css';

const said = words.shift.availability;

const all = Object.keys(groups) as Group[];

function inWords({ available }: Me['actor']): string {
  if (available.length === 0) return said.none;
  if (available.length === all.length) return said.all;
  return said.some(list(available.map((group) => groups[group])));
}

/** Why nothing can be switched for now. */
export const whyFixed = (store: Store): string | null =>
  store.connection.value.state === 'offline' ? whyNot('needs_connection') : null;

/** Whom one takes, how much one has in hand, and the way to the next customer. Where there is little room, in a sheet. */
export function Availability() {
  const { me } = useDesk();
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<Group | null>(null);
  const taking = useTaking((group) => {
    setOpen(false);
    setLeaving(group);
  });
  const next = useNext();
  const id = useId();
  useAvailabilityActions(taking);
  const sheet = { open, id: `${id}sheet` };
  const parts = <Parts taking={taking} />;
  return (
    <section class="availability" aria-label={said.title}>
      <div class="availability-wide">{parts}</div>
      <span class={`availability-folded ${me.actor.available.length > 0 ? 'availability-on' : ''}`}>
        <Button label={inWords(me.actor)} icon="chevron-down" opens={sheet} onPress={() => setOpen(true)} />
      </span>
      <span class="availability-next">
        <NextButton next={next} />
      </span>
      <NextSaid next={next} />
      {open && (
        <Dialog class="availability-sheet" labelledBy={id} onClose={() => setOpen(false)}>
          <div id={sheet.id}>
            <DialogHead id={id} title={said.title} onClose={() => setOpen(false)} />
            <p class="availability-about">{said.about}</p>
            {parts}
            <NextButton next={next} after={() => setOpen(false)} />
          </div>
        </Dialog>
      )}
      {leaving && (
        <Leaving
          group={leaving}
          onAnswer={(giveBack) => taking.set(without(me, leaving), giveBack)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}

const without = ({ actor }: Me, group: Group): Group[] => actor.available.filter((each) => each !== group);

interface Taking extends Switch<readonly Group[]> {
  toggle(group: Group): void;
}

/** Who leaves a group with something in hand there is asked first. */
function useTaking(onLeaving: (group: Group) => void): Taking {
  const { store, me } = useDesk();
  const taking = useSwitch((groups: readonly Group[], giveBack = false) => store.shift.take(groups, giveBack));
  const toggle = (group: Group) => {
    if (!me.actor.available.includes(group)) taking.set([...me.actor.available, group]);
    else if (me.actor.load[group] > 0) onLeaving(group);
    else taking.set(without(me, group));
  };
  return { ...taking, toggle };
}

function Parts({ taking }: { taking: Taking }) {
  const { me } = useDesk();
  return (
    <>
      {all.map((group) => (
        <GroupSwitch key={group} group={group} actor={me.actor} onToggle={() => taking.toggle(group)} />
      ))}
      {taking.failed && (
        <p class="availability-failed" role="alert">
          {taking.failed}
        </p>
      )}
      <RoutingSwitch />
    </>
  );
}

function GroupSwitch({ group, actor, onToggle }: { group: Group; actor: Me['actor']; onToggle: () => void }) {
  const { store } = useDesk();
  const id = useId();
  const element = useRef<HTMLButtonElement>(null);
  const tooltip = useTooltip(element);
  const reason = whyFixed(store);
  return (
    <>
      <button
        ref={element}
        type="button"
        role="switch"
        class="group-switch"
        aria-checked={actor.available.includes(group)}
        aria-label={words.shift.load.inHand(groups[group], inHand(actor, group))}
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason ? id : undefined}
        onClick={() => (reason ? tooltip.show() : onToggle())}
        {...tooltip.handlers}
      >
        <span class="group-switch-track" />
        <span>{groups[group]}</span>
        <span class="group-switch-load">{inHand(actor, group)}</span>
      </button>
      {reason && <Tooltip id={id} anchor={element} text={reason} shown={tooltip.shown} side="below" />}
    </>
  );
}

function useAvailabilityActions({ toggle }: Taking): void {
  const { store, me } = useDesk();
  useActions(() =>
    all.map((group) => ({
      id: `take-${group}`,
      group: 'wrapup',
      label: (me.actor.available.includes(group) ? said.stopTaking : said.take)(groups[group]),
      key: null,
      reason: whyFixed(store),
      run: () => toggle(group),
    })),
  );
}
