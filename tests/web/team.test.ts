// Who works here as the browser is told, and whom it foresees to be next.
import { foresee } from '@web/sync/foresight';
import type { Me, Row } from '@web/sync/protocol';
import { Team } from '@web/sync/team';
import { describe, expect, it } from 'vitest';
import { ana, ben, site } from './fake_server';
import { rules } from './rules';

const me: Me = {
  ...ana,
  email: null,
  colleagues: [ana, ben],
  sites: [site],
  policy: rules.defaultPolicy(),
  preferences: { after_closing: 'stay' },
};
const load = { voice: 0, messaging: 3, mail: 0 };

describe('what is told of the team', () => {
  it('changes what the rules ask, of oneself and of colleagues', () => {
    const after = new Team().hear(me, {
      agents: [
        { id: ana.actor.id, available: ['mail'], load },
        { id: ben.actor.id, available: [], load },
      ],
    });
    expect(after.actor).toMatchObject({ available: ['mail'], load });
    expect(after.colleagues[1]?.actor.available).toEqual([]);
    expect(after.policy).toBe(me.policy);
  });

  it('leaves everything as it is where only the load of others has changed, which is known all the same', () => {
    const team = new Team();
    expect(team.hear(me, { agents: [{ id: ben.actor.id, available: ben.actor.available, load }] })).toBe(me);
    expect(team.at(ben.actor).load).toEqual(load);
    team.forget();
    expect(team.at(ben.actor)).toBe(ben.actor);
  });

  it('brings the preferences', () => {
    const preferences = { after_closing: 'list' } as const;
    expect(new Team().hear(me, { preferences })).toEqual({ ...me, preferences });
  });
});

describe('whom the server would give next', () => {
  const actor = rules.actor({ ...ana.actor, available: ['voice', 'messaging', 'mail'] });
  const agent: Me = { ...me, actor };
  const waiting = (conversation: string, started_at: number, change: Partial<Row['state']> = {}): Row => ({
    conversation,
    customer: { id: 'vera', name: 'Vera' },
    preview: null,
    activity_at: started_at,
    state: {
      ...rules.initial(),
      version: 3,
      site: site.id,
      customer: 'vera',
      started_at,
      customer_wrote_at: 3,
      phase: { type: 'open' },
      answer: { type: 'owed', since: started_at, response: 'first' },
      ...change,
    },
  });
  const next = (rows: Row[], leaving: string | null = null, whose = agent) => {
    const foreseen = foresee(rules, rows, whose, leaving, 10);
    return 'next' in foreseen ? [foreseen.next.conversation, foreseen.why, foreseen.group] : foreseen.nobody;
  };

  it('is whoever wrote to oneself again, else whoever waits longest, group by group', () => {
    const rows = [waiting('b', 2), waiting('a', 1), waiting('mail', 0, { channel: 'email' })];
    expect(next(rows)).toEqual(['a', 'waits', 'messaging']);
    expect(next([...rows, waiting('mine', 9, { owner: actor.id, channel: 'email' })])).toEqual([
      'mine',
      'wrote_again',
      'mail',
    ]);
    expect(next(rows.slice(2))).toEqual(['mail', 'waits', 'mail']);
  });

  it('is nobody whom one is leaving, who is closed, or whom a colleague owns', () => {
    const rows = [
      waiting('left', 1),
      waiting('closed', 2, {
        phase: { type: 'closed', by: ana.actor, at: 3, session_since: null, session_left_at: null },
      }),
      waiting('theirs', 3, { owner: ben.actor.id }),
    ];
    expect(next(rows, 'left')).toBe('nobody_waits');
    expect(next(rows)).toEqual(['left', 'waits', 'messaging']);
  });

  it('is found among more than the rules keep at a time', () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => waiting(`c${at}`, 10_000 - at));
    expect(next(rows)).toEqual(['c2999', 'waits', 'messaging']);
    expect(next([...rows].reverse())).toEqual(['c2999', 'waits', 'messaging']);
  });

  it('is nobody without availability or room', () => {
    const rows = [waiting('a', 1)];
    expect(next(rows, null, { ...agent, actor: { ...actor, available: [] } })).toBe('unavailable');
    const full = { voice: 1, messaging: 5, mail: 0 };
    expect(next(rows, null, { ...agent, actor: { ...actor, available: ['messaging'], load: full } })).toBe(
      'at_capacity',
    );
    expect(next([], null)).toBe('nobody_waits');
  });
});
