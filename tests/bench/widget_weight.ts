// Prints what a page downloads for our widget, beside other products' widgets: see peers.ts.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server as Host } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Request } from '../../web/node_modules/playwright-core/types/types';
import { fresh, serve } from './databases.ts';
import { type Peer, peers } from './peers.ts';
import { stopAll } from './processes.ts';
import { unpacked } from './unpacked.ts';

const web = resolve(import.meta.dirname, '../../web');
const settled_ms = 3_000;
/** Compressing what is large takes its time. */
const patience_ms = 180_000;
const viewport = { width: 1_440, height: 900 };
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** What brotli makes no smaller. */
const dense = ['.png', '.jpg', '.gif', '.woff', '.woff2', '.mp3'];

interface Load {
  bytes: number;
  requests: number;
}
interface Weight {
  name: string;
  /** What comes with the page. */
  page: Load;
  /** That, and what the first click brings. */
  all: Load;
  without: string;
}

/** A website with the widget on it. Everything that can be is compressed as far as it goes. */
async function hostOf(
  { snippet, at = '', answers = {} }: Peer,
  folder: string,
): Promise<{ host: Host; address: string }> {
  const page = `<!doctype html><title>Shop</title><link rel="icon" href="data:,">${snippet}`;
  const find = (path: string): [Buffer, extension: string] | null => {
    if (path === '/') return [Buffer.from(page), '.html'];
    if (path in answers) return [Buffer.from(JSON.stringify(answers[path])), '.json'];
    const asked = resolve(folder, `./${path === at ? 'index.html' : path.slice(path.startsWith(at) ? at.length : 0)}`);
    const isThere = asked.startsWith(folder) && statSync(asked, { throwIfNoEntry: false })?.isFile();
    return isThere ? [readFileSync(asked), extname(asked)] : null;
  };
  const packed = new Map<string, Buffer>();
  const host = createServer(({ url = '/' }, answer) => {
    const [body, extension] = find(decodeURIComponent(url.replace(/[?#].*/, ''))) ?? [null, ''];
    if (body === null) return answer.writeHead(404).end();
    answer.setHeader('Content-Type', types[extension] ?? 'application/octet-stream');
    if (dense.includes(extension)) return answer.end(body);
    const small = packed.get(url) ?? brotliCompressSync(body, best);
    packed.set(url, small);
    return answer.writeHead(200, { 'Content-Encoding': 'br', 'Content-Length': small.length }).end(small);
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  return { host, address: `http://127.0.0.1:${(host.address() as AddressInfo).port}/` };
}

/** All but the page itself, and what is the page's own. */
async function load(requests: readonly Request[], own: ReadonlySet<string>): Promise<Load> {
  const others = requests.filter((request) => !own.has(request.url()) && !request.failure());
  const sizes = await Promise.all(others.map(async (request) => (await request.sizes()).responseBodySize));
  return { bytes: sizes.reduce((sum, bytes) => sum + bytes, 0), requests: others.length };
}

/** On the page with this address, which has nothing else on it but what it links to. */
async function weigh(browser: Browser, address: string): Promise<Pick<Weight, 'page' | 'all'>> {
  const page = await browser.newPage({ viewport, locale: 'en-GB' });
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  // Whatever a widget wants of its maker's servers, it does not get.
  await page.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
    (route) => route.abort(),
  );
  await page.goto(address, { timeout: patience_ms });
  await page.waitForTimeout(settled_ms);
  const links = await page
    .locator('link[rel=icon], head > link[href^="/assets/"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLLinkElement).href));
  const own = new Set([address, ...links]);
  const before = await load(finished, own);
  await page.mouse.click(viewport.width - 48, viewport.height - 48);
  await page.waitForTimeout(settled_ms);
  const all = await load(finished, own);
  await page.close();
  return { page: before, all };
}

async function ours(browser: Browser): Promise<Weight> {
  const server = await serve(fresh('weight.db'));
  const weight = await weigh(browser, `${server.origin}/demo`);
  await stopAll();
  return { name: 'Wrapup', ...weight, without: 'nothing: with the rules, and what the server says' };
}

async function theirs(browser: Browser, peer: Peer, folder: string): Promise<Weight> {
  const { host, address } = await hostOf(peer, await unpacked(peer, folder));
  const weight = await weigh(browser, address);
  host.close();
  return { name: `${peer.name} ${peer.package.replace(/.*@/, '')}`, ...weight, without: peer.without };
}

function line({ name, page, all, without }: Weight): string {
  const words = ({ bytes, requests }: Load) =>
    `${(bytes / 1_024).toFixed(1).padStart(8)} KB ${String(requests).padStart(3)}`;
  return `${name.padEnd(30)} ${words(page)}   ${words(all)}   ${without}`;
}

const { chromium } = await import(resolve(web, 'node_modules/playwright-core/index.mjs'));
const browser: Browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const folder = mkdtempSync(resolve(tmpdir(), 'wrapup-peers-'));
const missing: string[] = [];
console.log('Compressed by brotli as far as it goes, and requests: with the page, and after the first click.\n');
console.log(`${'widget'.padEnd(30)} ${'with the page'.padStart(15)}   ${'after the click'.padStart(15)}   not counted`);
console.log(line(await ours(browser)));
for (const [nth, peer] of peers.entries())
  try {
    console.log(line(await theirs(browser, peer, resolve(folder, String(nth)))));
  } catch (error) {
    missing.push(`${peer.package}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
await browser.close();
rmSync(folder, { recursive: true });
if (missing.length > 0) {
  console.error(`\nNot weighed; is the network there?\n${missing.join('\n')}`);
  process.exit(1);
}
process.exit(0);
