// How chats begin, for tests that are about what comes after; and what a browser keeps of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { Agent, Visitor } from './people';
import { launchAt, openWidget, type Server, signedIn, visiting } from './world';

export async function anAgent(browser: Browser, server: Server, who: string, options?: BrowserContextOptions) {
  return new Agent(await signedIn(browser, server, who, options));
}

export async function aVisitor(browser: Browser, server: Server, options?: BrowserContextOptions) {
  const { page, panel } = await visiting(browser, server, options);
  return new Visitor(page, panel);
}

/**
 * A visitor with a browser of the usual kind. In a private window, as the others have, Chromium gives frames of another
 * site no storage at all.
 */
export async function aKeepingVisitor(
  server: Server,
  prepare: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<{ visitor: Visitor; leave: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-chromium-'));
  const context = await launchAt(folder);
  await prepare(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.shop);
  const leave = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { visitor: new Visitor(page, await openWidget(page)), leave };
}

/** The visitor asks, the agent takes it on and has it on the screen. Answers with its address. */
export async function takesOn(agent: Agent, visitor: Visitor, question: string): Promise<string> {
  await visitor.writes(question);
  await agent.opens(question);
  await agent.presses('Claim');
  await agent.composer.waitFor();
  await agent.hasSentAll();
  return agent.page.url();
}

/** Everything in one of the stores that the dashboard keeps in this browser. */
export function keptIn(page: Page, store: 'outbox' | 'drafts'): Promise<unknown[]> {
  return page.evaluate(async (name) => {
    const all = (await indexedDB.databases()).flatMap((one) => (one.name?.startsWith('wrapup agent ') ? one.name : []));
    const found: unknown[] = [];
    for (const one of all)
      await new Promise<void>((done, failed) => {
        const opening = indexedDB.open(one);
        opening.onerror = failed;
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onerror = failed;
          reading.onsuccess = () => {
            found.push(...reading.result);
            opening.result.close();
            done();
          };
        };
      });
    return found;
  }, store);
}
