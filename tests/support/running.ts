// A server with its demo and a Chromium, for the tests of whichever file imports this: each file has its own.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium, Server } from './world';

export let browser: Browser;
export let server: Server;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), Server.start()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});
