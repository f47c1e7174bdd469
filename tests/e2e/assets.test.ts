// What the build put into the server is what comes out of it, for those who take it compressed and for those who do not.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Server } from '../support/world';

const binary = process.env.WRAPUP_BINARY ?? resolve(import.meta.dirname, '../../build/wrapup');
const built = join(dirname(binary), 'web');
/** What is smaller than this fits into a packet either way. */
const smallest_bytes = 1_000;
const unaltered = new Map([
  ['/login', 'dashboard.html'],
  ['/widget/frame?site=demo', 'frame.html'],
  ['/widget.d.ts', 'widget.d.ts'],
]);
for (const name of readdirSync(join(built, 'assets')))
  if (!name.endsWith('.br')) unaltered.set(`/assets/${name}`, `assets/${name}`);

let server: Server;
beforeAll(async () => {
  server = await Server.start();
}, 60_000);
afterAll(() => server?.dispose());

interface Answer {
  encoding: string | undefined;
  type: string | undefined;
  body: Buffer;
}

function get(path: string, accepted: string): Promise<Answer> {
  const headers = { 'Accept-Encoding': accepted };
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers }, async (answer) => {
      const pieces: Buffer[] = [];
      for await (const piece of answer) pieces.push(piece);
      const { 'content-encoding': encoding, 'content-type': type } = answer.headers;
      done({ encoding, type, body: Buffer.concat(pieces) });
    });
    asked.once('error', failed).end();
  });
}

it('every file comes out as it was built', async () => {
  for (const [path, file] of unaltered) {
    const bytes = readFileSync(join(built, file));
    const [plain, packed] = [await get(path, 'gzip'), await get(path, 'gzip, deflate, br, zstd')];
    expect(plain.encoding, path).toBeUndefined();
    expect(plain.body.equals(bytes), path).toBe(true);
    expect(packed.type, path).toBe(plain.type);
    const isPacked = existsSync(join(built, `${file}.br`));
    expect(packed.encoding, path).toBe(isPacked ? 'br' : undefined);
    expect((isPacked ? brotliDecompressSync(packed.body) : packed.body).equals(bytes), path).toBe(true);
    if (isPacked) expect(packed.body.length, path).toBeLessThan(0.91 * bytes.length);
  }
});

it('what a page is made of is compressed: its scripts, its styles and its rules', () => {
  for (const kind of ['.js', '.css', '.wasm']) {
    const parts = readdirSync(join(built, 'assets')).filter((name) => name.endsWith(kind));
    expect(parts).not.toEqual([]);
    const plain = parts.filter((name) => !existsSync(join(built, 'assets', `${name}.br`)));
    expect(plain.filter((name) => statSync(join(built, 'assets', name)).size > smallest_bytes)).toEqual([]);
  }
});

it('what runs on customers’ pages is at most 3 KiB on its way', () => {
  expect(readFileSync(join(built, 'widget.js.br')).length).toBeLessThanOrEqual(3072);
});
