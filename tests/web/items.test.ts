import type { Event, Fact } from '@web/rules/types.gen';
import { itemsOf } from '@web/widget/items';
import { describe, expect, it } from 'vitest';

const noon = new Date(2025, 5, 1, 12).getTime();
const ana = { role: 'agent', id: 'ana' } as const;
const vera = { role: 'customer', id: 'vera' } as const;
const nameOf = ({ id }: Event['by']) => (id === 'ana' ? 'Ana' : id);

function drawn(...history: [Event['by'], Fact, number?][]): string[] {
  const transcript = history.map(([by, fact, minutes = 0], i) => ({
    event: { version: i + 1, at: noon + minutes * 60_000, by, fact },
    sent: 'confirmed' as const,
  }));
  return itemsOf(transcript, nameOf).map((item) => {
    if (item.kind === 'day') return '--';
    if (item.kind === 'line') return item.text;
    return `${item.first ? '[' : ' '}${item.mine ? '>' : '<'} ${item.text}${item.last ? ']' : ''}`;
  });
}

const says = (text: string): Fact => ({ type: 'message_received', text });
const answers = (text: string): Fact => ({ type: 'replied', text, settles: true, seen: null });

describe('a transcript in the widget', () => {
  it('puts together what one person says in one go', () => {
    expect(drawn([vera, says('a')], [vera, says('b'), 1], [ana, answers('c'), 2], [ana, answers('d'), 20])).toEqual([
      '--',
      '[> a',
      ' > b]',
      '[< c]',
      '[< d]',
    ]);
  });

  it('tells who joined, and who ended what', () => {
    expect(
      drawn(
        [vera, says('a')],
        [ana, { type: 'claimed' }],
        [ana, { type: 'session_ended' }],
        [vera, { type: 'session_ended' }],
      ),
    ).toEqual(['--', '[> a]', 'Ana joined', 'Ana ended the chat', 'You ended the chat']);
  });

  it('says once that it was ended and closed', () => {
    expect(
      drawn([ana, { type: 'session_ended' }], [ana, { type: 'closed', session_since: null, session_left_at: null }]),
    ).toEqual(['--', 'This chat was closed by Ana.']);
  });

  it('names the one it was assigned to', () => {
    const boss = { role: 'supervisor', id: 'boss' } as const;
    expect(drawn([boss, { type: 'assigned', agent: 'ana' }])).toEqual(['--', 'Ana joined']);
  });

  it('starts each day anew', () => {
    expect(drawn([vera, says('a')], [vera, says('b'), 24 * 60])).toEqual(['--', '[> a]', '--', '[> b]']);
  });
});
