// What agents and visitors do, in the words that stand on the page.

import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until it holds; playwright-core has no assertions of its own, and those of vitest wait in tests only. */
export async function eventually(holds: () => Promise<void>, timeout = 20_000): Promise<void> {
  for (const until = Date.now() + timeout; ; ) {
    try {
      return await holds();
    } catch (fault) {
      if (Date.now() > until) throw fault;
    }
    await new Promise((next) => setTimeout(next, 50));
  }
}

export async function sees(within: Page | Frame | Locator, text: string | RegExp, timeout = 20_000): Promise<void> {
  await within.getByText(text).filter({ visible: true }).first().waitFor({ timeout });
}

/** Each of them once, and in this order. */
export function onceInOrder(text: string | null, parts: readonly string[]): void {
  const all = text ?? '';
  for (const part of parts) expect(all.split(part).length - 1, `how often there is "${part}"`).toBe(1);
  expect([...parts].sort((a, b) => all.indexOf(a) - all.indexOf(b))).toEqual(parts);
}

/** Below what the server has not confirmed. */
export const unconfirmed = /^(Sending…|Not sent yet)$/;

export class Visitor {
  constructor(
    readonly page: Page,
    readonly panel: Frame,
  ) {}

  get composer() {
    return this.panel.getByRole('textbox', { name: 'Write a message…' });
  }
  get transcript() {
    return this.panel.getByRole('log');
  }
  /** These, each once and in this order, sooner or later. */
  reads(parts: readonly string[], timeout = 20_000): Promise<void> {
    return eventually(async () => onceInOrder(await this.transcript.textContent(), parts), timeout);
  }
  async writes(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }
  sees(text: string | RegExp, timeout?: number): Promise<void> {
    return sees(this.panel, text, timeout);
  }
  presses(name: string): Promise<void> {
    return this.panel.getByRole('button', { name, exact: true }).click();
  }
}

export class Agent {
  constructor(readonly page: Page) {}

  get composer() {
    return this.page.getByRole('textbox', { name: /^(Reply to|Internal note)/ });
  }
  get header() {
    return this.page.locator('header').filter({ has: this.page.getByRole('heading', { level: 1 }) });
  }
  get transcript() {
    return this.page.getByRole('region', { name: 'Transcript' });
  }
  /** These, each once and in this order, sooner or later. */
  reads(parts: readonly string[], timeout = 20_000): Promise<void> {
    return eventually(async () => onceInOrder(await this.transcript.textContent(), parts), timeout);
  }
  /** Until nothing waits for the server. */
  async hasSentAll(timeout = 20_000): Promise<void> {
    await eventually(async () => {
      expect(await this.page.getByText(unconfirmed).count()).toBe(0);
      expect(await this.page.getByText('not sent yet').count()).toBe(0);
    }, timeout);
  }
  async replies(text: string): Promise<void> {
    await this.types('Reply', text);
    await this.composer.press('Control+Enter');
  }
  async notes(text: string): Promise<void> {
    await this.types('Internal note', text);
    await this.composer.press('Control+Enter');
  }
  async types(tab: 'Reply' | 'Internal note', text: string): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click();
    const name = tab === 'Reply' ? /^Reply to/ : /^Internal note/;
    await this.page.getByRole('textbox', { name }).fill(text);
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
  presses(name: string): Promise<void> {
    return this.button(name).first().click();
  }
  async picks(menu: string, item: string): Promise<void> {
    await this.presses(menu);
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }
  /** Of the conversation on the screen: one more, or one less. */
  async picksTopic(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^(Choose a topic|Change topics)/ }).click();
    await this.page.getByRole('menuitemcheckbox', { name, exact: true }).click();
    await this.page.keyboard.press('Escape');
  }
  /** Opens the conversation whose row in the list has this text. */
  async opens(text: string): Promise<void> {
    await this.row(text).click();
    await this.page.waitForURL(/\/dashboard\/chat\/inbox\/[\w-]{22}/);
  }
  row(text: string): Locator {
    return this.page.getByRole('link').filter({ hasText: text });
  }
  async filters(view: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
  }
  sees(text: string | RegExp, timeout?: number): Promise<void> {
    return sees(this.page, text, timeout);
  }
}
