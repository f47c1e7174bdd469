import { arrange } from '@web/dashboard/arrange';
import type { Event, Fact } from '@web/rules/types.gen';
import type { TranscriptEntry } from '@web/sync/store';
import { describe, expect, it } from 'vitest';

const replied = (seen: number | null = null): Fact => ({ type: 'replied', text: 'ours', settles: seen === null, seen });
const asked: Fact = { type: 'message_received', text: 'theirs' };

/** These facts, one a minute. */
function transcript(...facts: Fact[]): TranscriptEntry[] {
  return facts.map((fact, index) => {
    const by: Event['by'] =
      fact.type === 'message_received' ? { role: 'customer', id: 'vera' } : { role: 'agent', id: 'ana' };
    return { event: { version: index + 1, at: index * 60_000, by, fact }, sent: 'confirmed' };
  });
}

const arrivals = (...args: Parameters<typeof arrange>) => arrange(...args).map(({ arrival }) => arrival);
const meanwhile = (...facts: Fact[]) => arrange(transcript(...facts), 'ana').map((item) => item.meanwhile);

describe('how far a message has got', () => {
  const said = transcript(asked, replied(), replied(), replied());

  it('stands below the reader’s own last words, until they are seen', () => {
    expect(arrivals(said, 'ana')).toEqual([null, null, null, 'sent']);
    expect(arrivals(said, 'ben')).toEqual([null, null, null, null]);
    expect(arrivals(said, 'ana', 4)).toEqual([null, null, null, 'seen']);
  });

  it('stands below the last reply that the customer has seen, whoever wrote it', () => {
    expect(arrivals(said, 'ana', 2)).toEqual([null, 'seen', null, 'sent']);
    expect(arrivals(said, 'ben', 3)).toEqual([null, null, 'seen', null]);
    expect(arrivals(said, 'ana', 1)).toEqual([null, null, null, 'sent']);
  });
});

describe('a customer’s message that came while its answer was being written', () => {
  it('is marked, where the answer says that its author had not seen it', () => {
    expect(meanwhile(asked, replied(), asked, asked, replied(2))).toEqual([false, false, true, true, false]);
    expect(meanwhile(asked, asked, replied(1), asked)).toEqual([false, true, false, false]);
  });

  it('is not, where all had been seen, nor in a history that was kept before that was told', () => {
    expect(meanwhile(asked, asked, replied())).toEqual([false, false, false]);
    const old = { type: 'replied', text: 'ours', settles: false } as unknown as Fact;
    expect(meanwhile(asked, asked, old)).toEqual([false, false, false]);
  });
});
