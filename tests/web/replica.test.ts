import type { Event, Fact } from '@web/rules/types.gen';
import type { Entry } from '@web/sync/outbox';
import type { StoredEvent } from '@web/sync/protocol';
import { blank, type Confirmed, confirm, predict, unpredicted } from '@web/sync/replica';
import { describe, expect, it } from 'vitest';
import { ana, ben, policy, site, vera } from './fake_server';
import { rules } from './rules';

const setting = { policy, colleagues: [ana.actor, ben.actor] };
const author = { role: vera.actor.role, id: vera.actor.id };
const facts: Fact[] = [
  { type: 'started', site: site.id, channel: 'chat', customer: vera.actor.id, linked_to: null, reply_owed: false },
  { type: 'session_started' },
  { type: 'message_received', text: 'Hello?' },
];
const stored = (fact: Fact, version: number, by: Event['by'] = author): StoredEvent => ({
  position: version * 10,
  conversation: 'one',
  event: { version, at: 1000 + version, by, fact },
});
const history = facts.map((fact, i) => stored(fact, i + 1));
const start = blank(rules, 'one', { id: vera.actor.id, name: vera.name });
const after = (known: Confirmed, ...events: StoredEvent[]): Confirmed =>
  events.reduce((state, event) => {
    const next = confirm(rules, state, event, ana.actor);
    if (next === 'gap') throw new Error('gap');
    return next;
  }, known);
const known = after(start, ...history);
const entry = (n: number, part: Partial<Entry>): Entry => ({
  id: `${n}`,
  number: { client: 'us', n },
  conversation: 'one',
  seen: 3,
  confirmed: [],
  steps: [],
  button: null,
  at: 5000,
  decided: false,
  ...part,
});

describe('what is confirmed', () => {
  it('grows by events, each taken in once', () => {
    expect(known.row).toMatchObject({
      state: { version: 3, phase: { type: 'open' }, customer: 'vera' },
      preview: { by: 'customer', text: 'Hello?' },
      activity_at: 1003,
    });
    expect(after(known, ...history)).toBe(known);
  });

  it('does not jump over a missing event, unless the reader is a customer', () => {
    const late = stored({ type: 'replied', text: 'Hi!', settles: true, seen: null }, 6, { role: 'agent', id: 'ana' });
    expect(confirm(rules, known, late, ana.actor)).toBe('gap');
    expect(confirm(rules, known, late, vera.actor)).toMatchObject({ row: { state: { version: 6 } } });
  });

  it('shows the beginning of a long message, cut between characters', () => {
    const long = after(known, stored({ type: 'message_received', text: '🙂'.repeat(300) }, 4));
    expect(long.row.preview?.text).toBe('🙂'.repeat(160));
  });
});

describe('what is predicted', () => {
  it('is what the rules make of the pending commands, one after the other', () => {
    const pending = [entry(1, { steps: [{ type: 'claim' }] }), entry(2, { steps: [{ type: 'reply', text: 'Hi!' }] })];
    const { row, waiting, refused } = predict(rules, known.row, pending, ana.actor, setting);
    expect(waiting.map(({ fact }) => fact.type)).toEqual(['claimed', 'replied']);
    expect(row).toMatchObject({ state: { owner: 'ana', version: 5, answer: { type: 'given' } }, activity_at: 5000 });
    expect(refused).toEqual([]);
  });

  it('is all or nothing for each of them', () => {
    const pending = [
      entry(1, { steps: [{ type: 'add_note', text: 'a' }, { type: 'close' }] }),
      entry(2, { steps: [{ type: 'add_note', text: 'b' }] }),
    ];
    const { waiting, refused } = predict(rules, known.row, pending, ana.actor, setting);
    expect(waiting.map(({ fact }) => ('text' in fact ? fact.text : fact.type))).toEqual(['b']);
    expect(refused).toMatchObject([{ id: '1', code: 'not_owner', verdict: 'expected', detail: { owner: null } }]);
  });

  it('does not call a message seen that came after the click', () => {
    const claimed = after(known, stored({ type: 'claimed' }, 4, { role: 'agent', id: 'ana' }));
    const more = after(claimed, stored({ type: 'message_received', text: 'And?' }, 5));
    const reply = entry(1, { seen: 4, steps: [{ type: 'reply', text: 'Hi!' }] });
    const close = entry(2, {
      seen: 4,
      confirmed: ['reply_owed'],
      steps: [{ type: 'end', if_active: true }, { type: 'close' }],
    });
    const { row, refused } = predict(rules, more.row, [reply, close], ana.actor, setting);
    expect(row.state.answer.type).toBe('owed');
    expect(refused).toMatchObject([{ id: '2', code: 'unseen_message' }]);
  });

  it('under other rules is only what was written', () => {
    const pending = [entry(1, { steps: [{ type: 'claim' }, { type: 'reply', text: 'Hi!' }] })];
    const { row, waiting } = unpredicted(known.row, pending, ana.actor);
    expect(row).toBe(known.row);
    expect(waiting).toMatchObject([{ fact: { type: 'replied', text: 'Hi!' } }]);
  });
});
