// What is read.
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { agentHeader, file, fresh, lines, serve, withConversations } from '../databases.ts';
import { count, type Finding, rateOf, timesOf } from '../figures.ts';
import { freePort } from '../ports.ts';
import { Server, tool } from '../processes.ts';
import { type Effort, inTurns, type Latencies, p50s, perSecond, requests } from '../rounds.ts';

const few = 1_000;
const randomPages = 2_000;
const pageRows = 50;
const connections = 64;

// The list that grows: of those that are open there are few, however many there have been.
const firstPage = '/api/v1/inbox?view=closed';

/** Paths of whole pages that begin after any conversation. */
function somePages(database: string): string[] {
  const reader = new DatabaseSync(database, { readOnly: true });
  const begun = reader.prepare(
    `SELECT activity_at || '.' || conversation AS cursor FROM
     (SELECT * FROM inbox WHERE site = 'demo' AND closed = 1 ORDER BY activity_at, conversation LIMIT -1 OFFSET ?)
     ORDER BY random() LIMIT ?`,
  );
  const cursors = begun.all(pageRows, randomPages) as { cursor: string }[];
  reader.close();
  if (cursors.length === 0) throw new Error(`there are no pages in ${database}`);
  return cursors.map(({ cursor }) => `${firstPage}&after=${cursor}`);
}

/**
 * Asks for each once. What is measured is the work of a page, not the disk: who asks for a page that nobody has asked
 * for lately waits for the disk in any database, and this kernel forgets soon what it has read.
 */
async function askForEach(origin: string, paths: string[], header: string): Promise<void> {
  const [name = '', value = ''] = header.split(': ');
  for (const path of paths) await (await fetch(origin + path, { headers: { [name]: value } })).arrayBuffer();
}

/** A server with so many conversations, and how to ask it for pages. */
async function inboxOf(conversations: number, lastsMs: number) {
  const database = await withConversations(conversations);
  const server = await serve(database);
  const one = { port: server.port, clients: 1, lastsMs };
  const header = await agentHeader(server);
  const plain = lines('page.txt', ['/login']);
  const first = lines(`first-page-${conversations}.txt`, [firstPage]);
  const pages = somePages(database);
  const random = lines(`random-pages-${conversations}.txt`, pages);
  return {
    plain: () => requests({ ...one, paths: plain }),
    first: () => requests({ ...one, paths: first, header }),
    random: async () => {
      await askForEach(server.origin, pages, header);
      return requests({ ...one, paths: random, header });
    },
  };
}

/** A page of fifty of an agent's inbox, against a plain request and against a small inbox. */
export async function inboxPage({ rounds, lastsMs, conversations: many }: Effort): Promise<Finding[]> {
  const small = await inboxOf(few, lastsMs);
  const large = await inboxOf(many, lastsMs);
  const [plain, firstOfFew, firstOfMany, randomOfFew, randomOfMany] = await inTurns<
    [Latencies, Latencies, Latencies, Latencies, Latencies]
  >(rounds, small.plain, small.first, large.first, small.random, large.random);
  const page = (which: string) => `one of ${count(few)}, ${which} page of ${count(many)}`;
  return [
    timesOf('a plain request, p50', p50s(firstOfFew), p50s(plain), 3),
    timesOf(page('first'), p50s(firstOfMany), p50s(firstOfFew), 1.3),
    timesOf(page('random'), p50s(randomOfMany), p50s(randomOfFew), 1.3),
  ];
}

interface Page {
  body: string;
  type: string;
  headers: [string, string][];
}

const ofEveryAnswer = new Set(['content-length', 'content-type', 'connection', 'keep-alive', 'date']);

/** What our front answers, put into a file for the others. */
async function pageOf(server: Server): Promise<Page> {
  const answer = await fetch(`${server.origin}/login`, { headers: { 'Accept-Encoding': 'identity' } });
  const body = file('page.html');
  writeFileSync(body, await answer.text());
  const headers = [...answer.headers].filter(([name]) => !ofEveryAnswer.has(name));
  return { body, type: answer.headers.get('content-type') ?? '', headers };
}

function startStock({ body, type, headers }: Page): Promise<Server> {
  const written = headers.map(([name, value]) => `${name}: ${value}`);
  return Server.start(tool('stock_server'), body, lines('page-headers.txt', [`Content-Type: ${type}`, ...written]));
}

async function startNginx({ body, type, headers }: Page): Promise<Server> {
  const port = await freePort();
  const added = headers.map(([name, value]) => `add_header ${name} "${value}";`).join(' ');
  const configuration = `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; worker_processes 1;
pid ${file('nginx.pid')}; error_log ${file('nginx.log')};
events { worker_connections 1024; }
http {
  access_log off; tcp_nodelay on; keepalive_requests 1000000000; server_tokens off;
  open_file_cache max=10 inactive=1h;
  server {
    listen 127.0.0.1:${port};
    location = /login { types {} default_type "${type}"; ${added} alias ${body}; }
  }
}
`;
  writeFileSync(file('nginx.conf'), configuration);
  return Server.startAt(port, 'nginx', '-c', file('nginx.conf'), '-p', file('.'));
}

/** The same small page from our front, from the HTTP library's own server, and from nginx. */
export async function plainRequests({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const server = await serve(fresh('plain.db'));
  const page = await pageOf(server);
  const servers = [server, await startStock(page), await startNginx(page)];
  const paths = lines('page.txt', ['/login']);
  const rates = servers.map(
    ({ port }) =>
      () =>
        requests({ port, paths, clients: connections, lastsMs }).then(perSecond),
  );
  const [ours = [], stock = [], nginx = []] = await inTurns<number[]>(rounds, ...rates);
  return [rateOf('the stock server', ours, stock, 90), rateOf('nginx', ours, nginx, 40)];
}

/** A script as a browser asks for it, against the same without compression. */
export async function browserRequest({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const server = await serve(fresh('browser.db'));
  const page = await (await fetch(`${server.origin}/login`)).text();
  const script = /\/assets\/dashboard-[^"]*\.js/.exec(page)?.[0] ?? '';
  const one = { port: server.port, paths: lines('script.txt', [script]), clients: 1, lastsMs };
  const [compressed, plain] = await inTurns<[Latencies, Latencies]>(
    rounds,
    () => requests({ ...one, header: 'Accept-Encoding: gzip, deflate, br' }),
    () => requests(one),
  );
  return [timesOf('one without compression, p50', p50s(compressed), p50s(plain), 2)];
}
