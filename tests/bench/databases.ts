// The databases that the product is measured on, all of them on the disk of the build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, product, Server } from './processes.ts';

const folder = resolve(build, 'bench');
mkdirSync(folder, { recursive: true });
export const file = (name: string) => resolve(folder, name);

/** Writes a file for the load: a line each. */
export function lines(name: string, all: string[]): string {
  writeFileSync(file(name), `${all.join('\n')}\n`);
  return file(name);
}

function remove(database: string): void {
  for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(database + suffix, { force: true });
}

/** The name of a database that is not there yet. */
export function fresh(name: string): string {
  remove(file(name));
  return file(name);
}

/** What a database of an older build is told from: its tables, and the rules that have derived its lists. */
function key(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(resolve(build, '../server/store/migrations.cpp')));
  hash.update(readFileSync(resolve(build, 'generated/core/rules_id.hpp')));
  return hash.digest('hex').slice(0, 12);
}

/** Makes it the first time, and keeps it for the next. */
async function kept(name: string, make: (database: string) => Promise<void> | void): Promise<string> {
  const database = file(`${name}-${key()}.db`);
  if (existsSync(database)) return database;
  const unfinished = fresh('unfinished.db');
  await make(unfinished);
  renameSync(unfinished, database);
  return database;
}

export function withConversations(count: number): Promise<string> {
  return kept(`conversations-${count}`, (database) => {
    execFileSync(product, ['demo', '--conversations', String(count), '--db', database], { stdio: 'inherit' });
  });
}

/** So many connections and streams at once, and a reserve for who measures. */
export function roomFor(streams: number): string[] {
  const reserve = 500;
  const room = String(streams + reserve);
  const limits = ['--connections-max', '--connections-per-address-max', '--streams-max', '--streams-per-user-max'];
  return limits.flatMap((limit) => [limit, room]);
}

export function serve(database: string, ...options: string[]): Promise<Server> {
  return Server.start(product, 'serve', '--demo', '--db', database, '--listen', '127.0.0.1:0', ...options);
}

const json = { 'Content-Type': 'application/json', 'X-Wrapup': '1' };

async function post(server: Server, path: string, body: unknown, status: number, headers = {}): Promise<Response> {
  const answer = await fetch(server.origin + path, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  });
  if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function cookieOf(server: Server, agent: string): Promise<string> {
  const login = { email: `${agent}@demo.test`, password: 'wrapup-demo' };
  const cookie = (await post(server, '/api/v1/login', login, 204)).headers.get('set-cookie') ?? '';
  return cookie.split(';')[0] ?? '';
}

/** A header that an agent shows to be signed in. */
export const agentHeader = async (server: Server): Promise<string> => `Cookie: ${await cookieOf(server, 'ana')}`;

/** From now on the demo's chat may stand on pages of this origin, too. */
export async function allow(server: Server, origin: string): Promise<void> {
  const headers = { Cookie: await cookieOf(server, 'ida') };
  const { sites } = (await (await fetch(`${server.origin}/api/v1/sites`, { headers })).json()) as {
    sites: { id: string; name: string; origins: string[] }[];
  };
  for (const { id, name, origins } of sites)
    await post(server, `/api/v1/sites/${id}`, { name, origins: [...origins, origin] }, 200, headers);
}

export interface Visitor {
  token: string;
  customer: string;
}
export const visitorHeader = ({ token }: Visitor) => `Authorization: Bearer ${token}`;
export const visitorLine = ({ token, customer }: Visitor) => `${token} ${customer}`;

async function newVisitor(server: Server): Promise<Visitor> {
  const answer = await post(server, '/api/v1/visitors', { site: 'demo', page: '/coffee', locale: 'en' }, 201);
  const { token, customer } = (await answer.json()) as {
    token: string;
    customer: { id: string };
  };
  return { token, customer: customer.id };
}

export async function newVisitors(server: Server, count: number): Promise<Visitor[]> {
  const atOnce = 16;
  const visitors: Visitor[] = [];
  const work = async () => {
    while (visitors.length + atOnce <= count) visitors.push(await newVisitor(server));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  while (visitors.length < count) visitors.push(await newVisitor(server));
  return visitors.slice(0, count);
}

/** A shop that so many visitors have come to, and who they are. */
export async function withVisitors(count: number): Promise<{ database: string; visitors: Visitor[] }> {
  const list = file(`visitors-${count}-${key()}.json`);
  const database = await kept(`visitors-${count}`, async (unfinished) => {
    const server = await serve(unfinished);
    writeFileSync(list, JSON.stringify(await newVisitors(server, count)));
    await server.stop();
  });
  return { database, visitors: JSON.parse(readFileSync(list, 'utf8')) };
}

/** Where the log ends. */
export async function position(server: Server, agent: string): Promise<number> {
  const [name = '', value = ''] = agent.split(': ');
  const answer = await fetch(`${server.origin}/api/v1/inbox?view=open`, {
    headers: { [name]: value },
  });
  return ((await answer.json()) as { position: number }).position;
}
