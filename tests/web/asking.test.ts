// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { Asking } from '@web/widget/asking';
import type { Desk, FormField } from '@web/widget/desk';
import { forget } from '@web/widget/kept';
import { beforeEach, describe, expect, it } from 'vitest';

const field = (label: string, kind: FormField['kind'], required = false): FormField => ({
  label,
  kind,
  required,
  options: [],
});

const asked = (desk: Partial<Desk>, verified = false) =>
  new Asking(signal({ present: true, away_form: true, form: [], ...desk } as Desk), signal(verified));

beforeEach(forget);

describe('a form before the first message', () => {
  const form = [field('Name', 'name', true), field('E-mail', 'email'), field('Order', 'text')];

  it('is right once what is required is there, and an address looks like one', () => {
    const asking = asked({ form });
    expect(asking.check()).toBe('Name');
    expect(asking.faults.value).toEqual({ Name: 'Please fill this in.' });
    asking.write('Name', 'Maya');
    asking.write('E-mail', 'maya@');
    expect(asking.faults.value).toEqual({});
    expect(asking.check()).toBe('E-mail');
    asking.write('E-mail', ' maya@example.com ');
    expect(asking.check()).toBeNull();
  });

  it('becomes a name, an address, and the other answers by their labels', () => {
    const asking = asked({ form });
    for (const [label, answer] of [
      ['Name', 'Maya'],
      ['E-mail', 'maya@example.com'],
      ['Order', '10482'],
    ] as const)
      asking.write(label, answer);
    expect(asking.said()).toEqual({ name: 'Maya', email: 'maya@example.com', attributes: { Order: '10482' } });
  });

  it('leaves out what was not answered, and cuts whole characters from what is too long', () => {
    const asking = asked({ form });
    asking.write('Order', '🙂'.repeat(100));
    expect(asking.said()).toEqual({ attributes: { Order: '🙂'.repeat(64) } });
  });

  it('is not asked again of whoever has answered, nor of whom the site knows what it knows', () => {
    asked({ form }).done();
    expect(asked({ form }).fields.value).toEqual([]);
    forget();
    expect(asked({ form }, true).fields.value.map(({ label }) => label)).toEqual(['Order']);
  });
});

describe('when nobody is there', () => {
  it('an address is asked for, unless the site does not want that', () => {
    expect(asked({ present: false }).fields.value.map(({ kind, required }) => [kind, required])).toEqual([
      ['email', true],
    ]);
    expect(asked({ present: false, away_form: false }).fields.value).toEqual([]);
  });

  it('the one of the form has to be there', () => {
    const asking = asked({ present: false, form: [field('Mail', 'email')] });
    expect(asking.fields.value).toEqual([field('Mail', 'email', true)]);
  });
});
