import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badges, labels, rejections, somebody, statuses, whyNot, whyNotLoaded } from '@web/rules/words';
import { describe, expect, it } from 'vitest';

const sentence = /^[A-Z].*[.…]$/;

describe('the words', () => {
  it('say why not in whole sentences, each reason in its own', () => {
    const all = Object.values(rejections);
    for (const words of all) expect(words).toMatch(sentence);
    expect(new Set(all).size).toBe(all.length);
  });

  it('name the owner where they can', () => {
    expect(whyNot('owned_by', 'Ana')).toBe('Ana owns this conversation.');
    expect(whyNot('not_owner', 'Ana')).toContain('Ana');
    expect(whyNot('not_owner', null)).toBe('Claim this conversation first.');
    expect(whyNot('owned_by')).toMatch(sentence);
    expect(whyNot('empty', 'Ana')).toBe(rejections.empty);
  });

  it('have something for a reason that only a newer server knows', () => {
    expect(whyNot('newer_client')).toMatch(sentence);
    expect(whyNot('of_tomorrow' as 'closed')).toMatch(sentence);
  });

  it('have both lengths of every label, and no empty word', () => {
    for (const { long, short } of Object.values(labels)) {
      expect(long.length).toBeGreaterThan(0);
      expect(short.length).toBeGreaterThan(0);
      expect(short.length).toBeLessThanOrEqual(long.length);
    }
    for (const word of Object.values({ ...statuses, ...badges, ...somebody })) expect(word).toMatch(/^[A-Z]/);
    for (const status of [0, 403, 500]) expect(whyNotLoaded(status)).toMatch(sentence);
  });

  it('golden: are these, for every button', () => {
    const file = join(import.meta.dirname, '../golden/labels.txt');
    const lines = Object.entries(labels).map(([id, { long, short }]) => `${id.padEnd(21)}${long.padEnd(24)}${short}`);
    const picture = `${['button               long                    short', ...lines].join('\n')}\n`;
    if (process.env.WRAPUP_APPROVE) writeFileSync(file, picture);
    expect(picture).toBe(readFileSync(file, 'utf8'));
  });

  it('call the buttons what agents know them by', () => {
    expect(labels.end_and_close).toEqual({ long: 'End Chat and Close', short: 'End & Close' });
    expect(labels.send_and_close.long).toBe('Send and close');
  });
});
