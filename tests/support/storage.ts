// What a page has left in its browser, by the ways that there are.
import type { Frame, Page } from 'playwright-core';

export interface Left {
  local: Record<string, string>;
  session: string[];
  cookies: string;
  databases: string[];
  caches: string[];
  workers: number;
}

export const nothing: Left = { local: {}, session: [], cookies: '', databases: [], caches: [], workers: 0 };

export function leftIn(where: Page | Frame): Promise<Left> {
  return where.evaluate(async () => ({
    local: { ...localStorage },
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name = '' }) => name),
    caches: 'caches' in window ? await caches.keys() : [],
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  }));
}
