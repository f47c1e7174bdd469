// A customer's website on an origin of its own: the demo shop, with the chat and without, and an empty page.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allow } from '../databases.ts';
import type { Server } from '../processes.ts';

export interface Host {
  with: string;
  without: string;
  empty: string;
  /** Of the chat's script. */
  script: string;
  close: () => Promise<void>;
}

const snippet = /<script async src="([^"]*)"><\/script>/;

export async function hostOf(server: Server): Promise<Host> {
  const shop = await (await fetch(`${server.origin}/demo`)).text();
  const script = snippet.exec(shop)?.[1];
  if (!script) throw new Error('the shop has no chat');
  const pages: Readonly<Record<string, string>> = {
    '/with': shop,
    '/without': shop.replace(snippet, ''),
    '/empty': '<!doctype html><title>Empty</title><link rel="icon" href="data:,"><p>Nothing</p>',
  };
  const files = new Map<string, { type: string; body: Buffer }>();
  const file = async (path: string) => {
    const answer = await fetch(server.origin + path);
    const found = { type: answer.headers.get('content-type') ?? '', body: Buffer.from(await answer.arrayBuffer()) };
    files.set(path, found);
    return found;
  };
  const host = createServer(async ({ url = '/' }, answer) => {
    const page = pages[url];
    if (page) return answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    const { type, body } = files.get(url) ?? (await file(url));
    return answer.writeHead(200, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  await allow(server, origin);
  const close = async () => {
    host.closeAllConnections();
    await new Promise((done) => host.close(done));
  };
  return { with: `${origin}/with`, without: `${origin}/without`, empty: `${origin}/empty`, script, close };
}
