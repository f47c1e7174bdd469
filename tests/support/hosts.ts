// Websites of customers, on origins of their own: the pages in e2e/hosts, each as its site would serve it.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Server, signedIn } from './world';

const folder = resolve(import.meta.dirname, '../e2e/hosts');

/** A page may say with which headers it is served, in its first line: as in <!-- Content-Security-Policy: … -->. */
const header = /^<!-- ([\w-]+): (.*) -->\n/;

export const hostPages = readdirSync(folder).map((name) => name.replace('.html', ''));

export class Website {
  private constructor(
    private readonly http: HttpServer,
    /** Where it is found. */
    readonly origin: string,
  ) {}

  /** On a loopback address of its own, with the widget of this server; `host` is what browsers call it. */
  static async start(wrapup: Server, host = '127.0.0.1'): Promise<Website> {
    const http = createServer((request, answer) => {
      const name = new URL(request.url ?? '', 'http://any').pathname.slice(1);
      if (!hostPages.includes(name)) {
        // Not a fault: a browser asks for an icon by itself.
        answer.writeHead(204).end();
        return;
      }
      let text = readFileSync(join(folder, `${name}.html`), 'utf8')
        .replaceAll('__WRAPUP__', wrapup.dashboard)
        .replaceAll('__HERE__', `http://${request.headers.host}`);
      const headers: Record<string, string> = { 'Content-Type': 'text/html; charset=utf-8' };
      for (let found = header.exec(text); found; found = header.exec(text)) {
        headers[found[1] ?? ''] = found[2] ?? '';
        text = text.slice(found[0].length);
      }
      answer.writeHead(200, headers).end(text);
    });
    await new Promise<void>((done) => http.listen(0, host === 'localhost' ? '127.0.0.1' : host, done));
    const address = http.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    return new Website(http, `http://${host}:${port}`);
  }

  page(name: string): string {
    return `${this.origin}/${name}`;
  }

  stop(): void {
    this.http.close();
    this.http.closeAllConnections();
  }
}

/** From now on the demo's site may stand on these, and where it stood before. */
export async function allow(browser: Browser, server: Server, websites: readonly Website[]): Promise<void> {
  const page = await signedIn(browser, server, 'ida');
  await page.evaluate(
    async (more) => {
      const { sites } = await (await fetch('/api/v1/sites')).json();
      const { id, name, origins } = sites[0];
      await fetch(`/api/v1/sites/${id}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Wrapup': '1' },
        body: JSON.stringify({ name, origins: [...origins, ...more] }),
      });
    },
    websites.map(({ origin }) => origin),
  );
  await page.context().close();
}
