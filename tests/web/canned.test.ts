import { askedAt, type CannedReply, fill, matching } from '@web/dashboard/canned';
import { expect, test } from 'vitest';

const reply = (shortcut: string, title: string, site: string | null = null): CannedReply => ({
  ...{ id: shortcut, site, shortcut, title, text: '', updated_at: 0 },
});

test('what is not known is said plainly, and a made-up name is not known', () => {
  const text = 'Hello {customer.name}, {agent.name} of {site.name} here. {not one} {agent.shoe}';
  expect(fill(text, { 'customer.name': 'Vera', 'agent.name': 'Ana', 'site.name': 'Shop' })).toBe(
    'Hello Vera, Ana of Shop here. {not one} {agent.shoe}',
  );
  expect(fill('Hello {customer.name}, {agent.name}, {site.name}', { 'customer.name': 'Visitor 7FK2' })).toBe(
    'Hello there, your agent, our team',
  );
});

test('a / asks at the start of a line and after a space, and nowhere else', () => {
  expect(askedAt('/la', 3)).toEqual({ start: 0, end: 3, word: 'la' });
  expect(askedAt('Hi /la and more', 6)).toEqual({ start: 3, end: 6, word: 'la' });
  expect(askedAt('Hi\n/', 4)).toEqual({ start: 3, end: 4, word: '' });
  for (const text of ['and/or', 'http://x', '/la te', 'plain', '1/2']) expect(askedAt(text, text.length)).toBeNull();
});

test('shortcuts come before titles, and other sites not at all', () => {
  const all = [reply('bye', 'Late goodbye'), reply('late', 'Parcel'), reply('lately', 'Theirs', 'elsewhere')];
  expect(matching(all, 'shop', 'LATE').map(({ shortcut }) => shortcut)).toEqual(['late', 'bye']);
  expect(matching(all, 'elsewhere', 'lat').map(({ shortcut }) => shortcut)).toEqual(['late', 'lately', 'bye']);
});
