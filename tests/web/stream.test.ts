import { FrameParser } from '@web/sync/stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (...chunks: string[]) => {
  const parser = new FrameParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

describe('a stream', () => {
  it('is read into frames', () => {
    expect(read('retry: 1000\nevent: me\ndata: {"a":1}\n\n: heartbeat\n\nid: 7\nevent: patch\ndata: {}\n\n')).toEqual([
      { event: 'me', id: null, data: '{"a":1}' },
      { event: 'patch', id: '7', data: '{}' },
    ]);
  });

  it('may put data on several lines, and leave the name out', () => {
    expect(read('data: a\ndata:b\ndata\n\n')).toEqual([{ event: 'message', id: null, data: 'a\nb\n' }]);
  });

  it('knows no frame before its empty line', () => {
    expect(read('event: patch\ndata: {}\n')).toEqual([]);
  });

  it('reads the same however it is cut, with any line breaks', () => {
    const text =
      'event: me\r\ndata: é\r\n\r\n:\r\n\r\nid: 1\nevent: patch\ndata: x\ndata: y\n\nevent: resync\rdata: {}\r\r\n';
    const whole = read(text);
    expect(whole.map(({ event }) => event)).toEqual(['me', 'patch', 'resync']);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const ends = [...cuts, text.length].sort((a, b) => a - b);
        const chunks = ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));
        expect(read(...chunks)).toEqual(whole);
      }),
    );
  });
});
