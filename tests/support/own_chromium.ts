// A Chromium that a test starts as people do, and attaches to: Playwright's own launch switches off that storage is
// parted by the site around a frame.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';

export interface OwnChromium {
  browser: Browser;
  stop(): Promise<void>;
}

/** `profile`: what people choose under their settings. */
export async function startChromium(profile: object, ...more: string[]): Promise<OwnChromium> {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-chromium-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile }));
  const args = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1440,900',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
    ...more,
    'about:blank',
  ];
  const running = spawn('/usr/bin/chromium', args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const gone = new Promise<void>((done) => running.once('exit', () => done()));
  const address = new Promise<string>((done, failed) => {
    createInterface({ input: running.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line);
      if (found?.[1]) done(found[1]);
    });
    gone.then(() => failed(new Error('Chromium did not start')));
  });
  const browser = await chromium.connectOverCDP(await address);
  return {
    browser,
    async stop() {
      await browser.close();
      // All of its processes: each of them writes into the folder.
      if (running.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}
