import { splitLinks } from '@web/ui/links';
import { expect, test } from 'vitest';

const links = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

test('nothing of a text is lost or changed', () => {
  const text = 'See (https://a.example/b_(c)), or http://b.example/?q=1&r=2#x. <b>Bye</b>';
  expect(splitLinks(text).map((part) => part.text)).toEqual([
    'See (',
    'https://a.example/b_(c)',
    '), or ',
    'http://b.example/?q=1&r=2#x',
    '. <b>Bye</b>',
  ]);
});

test('only web addresses are links', () => {
  expect(links('https://a.example')).toEqual(['https://a.example']);
  for (const text of [
    'javascript:alert(1)',
    'JavaScript://a.example/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'www.a.example',
    'xhttps://a.example',
    'https://',
    'http:/a.example',
  ])
    expect(links(text), text).toEqual([]);
});
