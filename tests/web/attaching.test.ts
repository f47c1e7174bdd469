import { createAttaching } from '@web/sync/attaching';
import { Drafts } from '@web/sync/drafts';
import type { FileFault, Files } from '@web/sync/files';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const picture = new File(['....'], 'map.png', { type: 'image/png' });
const attachment = {
  id: 'a',
  name: 'map.png',
  type: 'image/png',
  bytes: 4,
  width: 1,
  height: 1,
  duration_ms: 0,
} as const;

/** What the server says, one time after the other; after that it takes the file. */
function bringing(...answers: FileFault[]) {
  const tries: string[] = [];
  const stops: AbortSignal[] = [];
  const files: Files = {
    bring: async (conversation, _file, _told, stop) => {
      tries.push(conversation);
      stops.push(stop);
      return answers.shift() ?? attachment;
    },
    fetch: async () => null,
    transcript: async () => null,
  };
  return { files, tries, stops, drafts: new Drafts({ save: () => {} }) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const wait = () => vi.advanceTimersByTimeAsync(60_000);

describe('a file', () => {
  it('that the network loses sets out again by itself', async () => {
    const { files, tries, drafts } = bringing('lost', 'lost');
    const attaching = createAttaching({ drafts, files });
    attaching.add('one', [picture]);
    await wait();
    expect(tries).toHaveLength(3);
    expect(attaching.ready('one')).toEqual([attachment]);
    expect(attaching.coming('one').value).toEqual([]);
  });

  it('that is lost again and again is said to be, and goes once more when asked or when the network is back', async () => {
    const { files, tries, drafts } = bringing(...Array<FileFault>(8).fill('lost'));
    const attaching = createAttaching({ drafts, files });
    attaching.add('one', [picture]);
    await wait();
    expect(attaching.coming('one').value.map(({ fault }) => fault)).toEqual(['lost']);
    expect(attaching.isComing('one')).toBe(false);
    attaching.again(attaching.coming('one').value[0]?.id ?? 0);
    await wait();
    expect(tries).toHaveLength(8);
    attaching.wake();
    await wait();
    expect(attaching.ready('one')).toEqual([attachment]);
  });

  it('that the server refuses does not come back by itself', async () => {
    const { files, tries, drafts } = bringing('wrong_type');
    const attaching = createAttaching({ drafts, files });
    attaching.add('one', [picture]);
    await wait();
    attaching.wake();
    await wait();
    expect(tries).toHaveLength(1);
    expect(attaching.coming('one').value.map(({ fault }) => fault)).toEqual(['wrong_type']);
  });

  it('that is too large is not sent at all', async () => {
    const { files, tries, drafts } = bringing();
    const attaching = createAttaching({ drafts, files, bytesMax: () => 3 });
    attaching.add('one', [picture]);
    await settle();
    expect(attaching.coming('one').value.map(({ fault }) => fault)).toEqual(['too_large']);
    expect(tries).toEqual([]);
  });

  it('waits until the server knows the conversation', async () => {
    const { files, tries, drafts } = bringing();
    let admit = () => {};
    const admitted = () => new Promise<void>((done) => (admit = done));
    const attaching = createAttaching({ drafts, files, admitted });
    attaching.add('one', [picture]);
    await wait();
    expect(tries).toEqual([]);
    expect(attaching.isComing('one')).toBe(true);
    admit();
    await settle();
    expect(attaching.ready('one')).toEqual([attachment]);
  });

  it('that is taken away while it waits never sets out', async () => {
    const { files, tries, drafts } = bringing('lost');
    const attaching = createAttaching({ drafts, files });
    attaching.add('one', [picture]);
    await settle();
    attaching.drop(attaching.coming('one').value[0]?.id ?? 0);
    await wait();
    expect(tries).toHaveLength(1);
    expect(attaching.ready('one')).toEqual([]);
  });
});
