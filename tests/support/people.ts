// What agents and visitors do, in the words that stand on the page.

import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until it holds; playwright-core has no assertions of its own. */
export async function eventually(holds: () => Promise<void>, timeout = 10_000): Promise<void> {
  await expect.poll(() => holds().then(() => 'holds', String), { timeout, interval: 50 }).toBe('holds');
}

export async function sees(within: Page | Frame | Locator, text: string | RegExp, timeout = 10_000): Promise<void> {
  await within.getByText(text).filter({ visible: true }).first().waitFor({ timeout });
}

export class Visitor {
  constructor(
    readonly page: Page,
    readonly panel: Frame,
  ) {}

  get composer() {
    return this.panel.getByRole('textbox', { name: 'Write a message…' });
  }
  async writes(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }
  sees(text: string | RegExp): Promise<void> {
    return sees(this.panel, text);
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
  /** Opens the conversation whose row in the list has this text. */
  async opens(text: string): Promise<void> {
    await this.row(text).click();
    await this.page.waitForURL(/\/dashboard\/chat\/inbox\/[\w-]{22}/);
  }
  row(text: string): Locator {
    return this.page.getByRole('link').filter({ hasText: text });
  }
  async filters(view: string): Promise<void> {
    await this.page.getByRole('link', { name: view, exact: true }).click();
  }
  sees(text: string | RegExp): Promise<void> {
    return sees(this.page, text);
  }
}
