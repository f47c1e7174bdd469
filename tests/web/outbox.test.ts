import { entryOf, type Intent, join, nextBatch, number, type Outbox, renumber, settle } from '@web/sync/outbox';
import type { Outcome, Patch } from '@web/sync/protocol';
import { describe, expect, it } from 'vitest';

const note = (text: string): Intent => ({
  conversation: 'one',
  seen: 1,
  confirmed: [],
  steps: [{ type: 'add_note', text }],
  button: 'add_note',
  at: 0,
});
const add = (outbox: Outbox, id: string, intent: Intent): Outbox => [...outbox, entryOf(id, intent)];
const keep = (outbox: Outbox, id: string, n: number, client = 'us') => number(outbox, new Map([[id, { client, n }]]));
/** Kept, and numbered from 1; the text is the id. */
const holdingAll = (...intents: [string, Intent][]): Outbox =>
  intents.reduce<Outbox>((outbox, [id, intent], at) => keep(add(outbox, id, intent), id, at + 1), []);
const holding = (...texts: string[]): Outbox =>
  holdingAll(...texts.map((text): [string, Intent] => [text, note(text)]));
const patch = (part: Partial<Patch>): Patch => ({
  from: 0,
  position: 1,
  events: [],
  customers: [],
  client: 'us',
  last_command: 0,
  outcomes: [],
  ...part,
});
const ids = (outbox: Outbox) => outbox.map(({ id }) => id);
const sent = (outbox: Outbox) => nextBatch(outbox)?.commands.map(({ n }) => n);

describe('a patch', () => {
  it('takes out what it answers, and gives back what was refused', () => {
    const { outbox, refused } = settle(
      holding('a', 'b', 'c'),
      patch({
        last_command: 2,
        outcomes: [
          { n: 1, code: 'ok' },
          { n: 2, code: 'owned_by', detail: { owner: 'ben' } },
        ],
      }),
    );
    expect(ids(outbox)).toEqual(['c']);
    expect(refused).toMatchObject([{ id: 'b', code: 'owned_by', detail: { owner: 'ben' }, verdict: 'final' }]);
  });

  it('of another client takes out nothing', () => {
    const before = holding('a');
    expect(settle(before, patch({ client: 'them', last_command: 5 })).outbox).toBe(before);
    expect(settle(before, patch({ client: null, last_command: 5 })).outbox).toBe(before);
  });

  it('tells who comes next, or why nobody does', () => {
    const goesOn = (conversation: string): Intent => ({ ...note('x'), conversation, steps: [{ type: 'next' }] });
    const outbox = holdingAll(['a', goesOn('one')], ['b', goesOn('two')], ['c', note('three')]);
    const outcomes: Outcome[] = [
      { n: 1, code: 'ok', detail: { next: 'five' } },
      { n: 2, code: 'ok', detail: { nobody: 'nobody_waits' } },
      { n: 3, code: 'ok' },
    ];
    expect(settle(outbox, patch({ last_command: 3, outcomes })).next).toEqual([
      { after: 'one', next: 'five', nobody: null },
      { after: 'two', next: null, nobody: 'nobody_waits' },
    ]);
  });

  it('without the outcome of a command that it passed keeps asking for it', () => {
    const { outbox, refused } = settle(holding('a', 'b'), patch({ last_command: 2, outcomes: [{ n: 2, code: 'ok' }] }));
    expect(outbox).toMatchObject([{ id: 'a', decided: true }]);
    expect(refused).toEqual([]);
    expect(sent(outbox)).toEqual([1]);
    const late = settle(outbox, patch({ last_command: 2, outcomes: [{ n: 1, code: 'closed' }] }));
    expect(late.outbox).toEqual([]);
    expect(late.refused).toHaveLength(1);
  });
});

describe('numbers', () => {
  it('are given once it is kept, and nothing is sent before', () => {
    const unkept = add(holding('a'), 'b', note('b'));
    expect(sent(unkept)).toEqual([1]);
    expect(nextBatch(add([], 'b', note('b')))).toBeNull();
    expect(sent(keep(unkept, 'b', 2))).toEqual([1, 2]);
  });

  it('tell the order, whichever tab asked', () => {
    const other = keep(add([], 'theirs', note('theirs')), 'theirs', 2);
    const ours = join(add(holding('a'), 'ours', note('ours')), other);
    expect(ids(ours)).toEqual(['a', 'theirs', 'ours']);
    expect(ids(keep(ours, 'ours', 3))).toEqual(['a', 'theirs', 'ours']);
    expect(ids(join(ours, other))).toEqual(['a', 'theirs', 'ours']);
  });

  it('start again from 1 for another client', () => {
    const { outbox } = settle(holding('a', 'b', 'c'), patch({ last_command: 1, outcomes: [{ n: 1, code: 'ok' }] }));
    const other = renumber(outbox, 'us', 'us again');
    expect(nextBatch(other)).toMatchObject({ client: 'us again', commands: [{ n: 1 }, { n: 2 }] });
    expect(ids(other)).toEqual(['b', 'c']);
    const answered = settle(other, patch({ client: 'us again', last_command: 1, outcomes: [{ n: 1, code: 'ok' }] }));
    expect(ids(answered.outbox)).toEqual(['c']);
  });

  it('leave behind what the other client was answered', () => {
    const { outbox } = settle(holding('a', 'b'), patch({ last_command: 1 }));
    expect(ids(renumber(outbox, 'us', 'us again'))).toEqual(['b']);
  });

  it('of two clients are never in one batch', () => {
    const outbox = keep(add(holding('a'), 'b', note('b')), 'b', 1, 'this page');
    expect(nextBatch(outbox)).toMatchObject({ client: 'us', commands: [{ n: 1 }] });
    expect(ids(outbox)).toEqual(['a', 'b']);
  });
});

describe('a batch', () => {
  it('holds at most 100 commands', () => {
    expect(sent(holding(...Array.from({ length: 130 }, (_, i) => `${i}`)))).toHaveLength(100);
  });

  it('stays well below the limit of a request, and is never empty', () => {
    const long = 'x'.repeat(150_000);
    expect(sent(holding(`${long}1`, `${long}2`))).toHaveLength(1);
    expect(sent(holding(long.repeat(2)))).toHaveLength(1);
  });
});
