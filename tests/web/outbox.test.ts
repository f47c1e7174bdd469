import { add, emptyOutbox, type Intent, nextBatch, type Outbox, renumber, settle } from '@web/sync/outbox';
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
const holding = (...texts: string[]): Outbox => texts.map(note).reduce(add, emptyOutbox('us'));
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
const numbers = (outbox: Outbox) => outbox.entries.map(({ n }) => n);
const sent = (outbox: Outbox) => nextBatch(outbox).map(({ n }) => n);

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
    expect(numbers(outbox)).toEqual([3]);
    expect(refused).toMatchObject([{ n: 2, code: 'owned_by', detail: { owner: 'ben' }, verdict: 'final' }]);
  });

  it('of another client takes out nothing', () => {
    const before = holding('a');
    expect(settle(before, patch({ client: 'them', last_command: 5 })).outbox).toBe(before);
    expect(settle(before, patch({ client: null, last_command: 5 })).outbox).toBe(before);
  });

  it('tells who comes next, or why nobody does', () => {
    const goesOn = (conversation: string): Intent => ({ ...note('x'), conversation, steps: [{ type: 'next' }] });
    const outbox = [goesOn('one'), goesOn('two'), note('three')].reduce(add, emptyOutbox('us'));
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
    expect(outbox.entries).toMatchObject([{ n: 1, decided: true }]);
    expect(refused).toEqual([]);
    expect(sent(outbox)).toEqual([1]);
    const late = settle(outbox, patch({ last_command: 2, outcomes: [{ n: 1, code: 'closed' }] }));
    expect(late.outbox.entries).toEqual([]);
    expect(late.refused).toHaveLength(1);
  });
});

describe('numbers', () => {
  it('start again from 1 for another client, and never repeat for the pages', () => {
    const { outbox } = settle(holding('a', 'b', 'c'), patch({ last_command: 1, outcomes: [{ n: 1, code: 'ok' }] }));
    const other = renumber(outbox, 'us again');
    expect(sent(other)).toEqual([1, 2]);
    expect(numbers(other)).toEqual([2, 3]);
    expect(numbers(add(other, note('d')))).toEqual([2, 3, 4]);
    const answered = settle(other, patch({ client: 'us again', last_command: 1, outcomes: [{ n: 1, code: 'ok' }] }));
    expect(numbers(answered.outbox)).toEqual([3]);
  });

  it('leave behind what the other client was answered', () => {
    const { outbox } = settle(holding('a', 'b'), patch({ last_command: 1 }));
    expect(numbers(renumber(outbox, 'us again'))).toEqual([2]);
  });

  it('of an empty outbox go on for the pages, and start from 1 on the wire', () => {
    const outbox = add(emptyOutbox('us', 7), note('a'));
    expect(numbers(outbox)).toEqual([8]);
    expect(sent(outbox)).toEqual([1]);
  });
});

describe('a batch', () => {
  it('holds at most 100 commands', () => {
    expect(nextBatch(holding(...Array.from({ length: 130 }, (_, i) => `${i}`)))).toHaveLength(100);
  });

  it('stays well below the limit of a request, and is never empty', () => {
    const long = 'x'.repeat(150_000);
    expect(nextBatch(holding(long, long))).toHaveLength(1);
    expect(nextBatch(holding(long.repeat(2)))).toHaveLength(1);
  });
});
