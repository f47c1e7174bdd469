// What is read.
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { agentHeader, file, fresh, lines, serve, withConversations } from '../databases.ts';
import { type Finding, median, ratio, words } from '../figures.ts';
import { freePort } from '../ports.ts';
import { Server, tool } from '../processes.ts';
import { type Effort, inTurns, type Latencies, milliseconds, perSecond, requests } from '../rounds.ts';

const few = 1_000;
const randomPages = 2_000;
const connections = 64;
const pageRows = 50;

/** Paths of whole pages that begin after any conversation. */
function somePages(database: string): string[] {
  const reader = new DatabaseSync(database, { readOnly: true });
  const begun = reader.prepare(
    `SELECT activity_at || '.' || conversation AS cursor FROM
     (SELECT * FROM inbox WHERE site = 'demo' AND closed = 0 ORDER BY activity_at, conversation LIMIT -1 OFFSET ?)
     ORDER BY random() LIMIT ?`,
  );
  const cursors = begun.all(pageRows, randomPages) as { cursor: string }[];
  reader.close();
  if (cursors.length === 0) throw new Error(`there are no pages in ${database}`);
  return cursors.map(({ cursor }) => `/api/v1/inbox?view=open&after=${cursor}`);
}

async function inboxOf(count: number) {
  const database = await withConversations(count);
  const server = await serve(database);
  const agent = await agentHeader(server);
  const page = (paths: string, lastsMs: number) => requests(server.port, paths, 1, lastsMs, agent);
  const first = lines(`first-page-${count}.txt`, ['/api/v1/inbox?view=open']);
  const random = lines(`random-pages-${count}.txt`, somePages(database));
  return {
    server,
    first: (lastsMs: number) => page(first, lastsMs),
    random: (lastsMs: number) => page(random, lastsMs),
  };
}

/** A page of fifty of an agent's inbox, against a plain request and against a small inbox. */
export async function inboxPage({ rounds, lastsMs, conversations: many }: Effort): Promise<Finding[]> {
  const plain = lines('page.txt', ['/login']);
  const small = await inboxOf(few);
  const large = await inboxOf(many);
  const [request, firstOfFew, firstOfMany, randomOfFew, randomOfMany] = await inTurns<Latencies[]>(
    rounds,
    () => requests(small.server.port, plain, 1, lastsMs),
    () => small.first(lastsMs),
    () => large.first(lastsMs),
    () => small.random(lastsMs),
    () => large.random(lastsMs),
  );
  await small.server.stop();
  await large.server.stop();
  const compare = (what: string, ours: Latencies[] = [], other: Latencies[] = [], atMost: number): Finding => {
    const p50 = (all: Latencies[]) => all.map((round) => median(milliseconds([round])));
    const from = `${words(median(p50(ours)), 'ms')} of ${words(median(p50(other)), 'ms')}`;
    return {
      what,
      value: ratio(p50(ours), p50(other)),
      unit: 'x',
      bound: { atMost },
      from,
    };
  };
  const size = many.toLocaleString('en');
  return [
    compare('p50 to a plain request', firstOfFew, request, 3),
    compare(`first page of ${size} to one of ${few.toLocaleString('en')}`, firstOfMany, firstOfFew, 1.3),
    compare(`random page of ${size} to one of ${few.toLocaleString('en')}`, randomOfMany, randomOfFew, 1.3),
  ];
}

const ofEveryAnswer = new Set(['content-length', 'connection', 'keep-alive', 'date']);

async function nginxWith(body: string, headers: [string, string][]): Promise<Server> {
  const port = await freePort();
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? 'text/plain';
  const added = headers
    .filter(([name]) => name !== 'content-type')
    .map(([name, value]) => `add_header ${name} "${value}";`);
  writeFileSync(
    file('nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; worker_processes 1; pid ${file('nginx.pid')}; error_log ${file('nginx.log')};
events { worker_connections 1024; }
http {
  access_log off; tcp_nodelay on; keepalive_requests 1000000000; server_tokens off;
  open_file_cache max=10 inactive=1h;
  server {
    listen 127.0.0.1:${port};
    location = /login { types {} default_type "${type}"; ${added.join(' ')} alias ${body}; }
  }
}
`,
  );
  return Server.startAt(port, 'nginx', '-c', file('nginx.conf'), '-p', file('.'));
}

/** The same small page from our front, from the HTTP library's own server, and from nginx. */
export async function plainRequests({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const server = await serve(fresh('plain.db'));
  const answer = await fetch(`${server.origin}/login`);
  const headers = [...answer.headers].filter(([name]) => !ofEveryAnswer.has(name));
  const headersFile = lines(
    'page-headers.txt',
    headers.map(([name, value]) => `${name === 'content-type' ? 'Content-Type' : name}: ${value}`),
  );
  const body = file('page.html');
  writeFileSync(body, await answer.text());
  const stock = await Server.start(tool('stock_server'), body, headersFile);
  const nginx = await nginxWith(body, headers);
  const page = lines('page.txt', ['/login']);
  const rate = (port: number) => async () => perSecond(await requests(port, page, connections, lastsMs));
  const [ours, stocks, nginxs] = await inTurns(rounds, rate(server.port), rate(stock.port), rate(nginx.port));
  await Promise.all([server.stop(), stock.stop(), nginx.stop()]);
  const part = (what: string, reference: number[], atLeast: number): Finding => {
    const from = `${words(median(ours), '/s')} of ${words(median(reference), '/s')}`;
    return {
      what,
      value: ratio(ours, reference) * 100,
      unit: '%',
      bound: { atLeast },
      from,
    };
  };
  return [part('of the stock server', stocks, 90), part('of nginx', nginxs, 40)];
}
