// What is written.
import { fresh, lines, newVisitors, serve, visitorLine } from '../databases.ts';
import { type Finding, median, quantile, ratio, words } from '../figures.ts';
import { onServerCore, type Server, Server as Servers, tool } from '../processes.ts';
import { commands, type Effort, inTurns, type Latencies, milliseconds, perSecond, requests } from '../rounds.ts';

const clients = 64;
const batch = 50;
const longest = 1_500_000;

async function withServer<Result>(name: string, work: (server: Server, visitors: string) => Promise<Result>) {
  const server = await serve(fresh(name));
  try {
    const visitors = await newVisitors(server, clients);
    return await work(server, lines('writers.txt', visitors.map(visitorLine)));
  } finally {
    await server.stop();
  }
}

const bareStore = (messages: number, lastsMs: number) =>
  onServerCore<Latencies>(tool('bare_store'), fresh('bare_store.db'), messages, lastsMs);

/** One command a request, against the bare rows behind the same front. */
export async function durableCommands({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const bareServer = await Servers.start(tool('bare_server'), fresh('bare_server.db'));
  const [ours, bare] = await withServer('commands.db', (server, visitors) => {
    const load = { visitors, clients, messages: 1, lastsMs };
    return inTurns(
      rounds,
      async () => perSecond(await commands({ port: server.port, ...load })),
      async () => perSecond(await commands({ port: bareServer.port, ...load })),
    );
  }).finally(() => bareServer.stop());
  const from = `${words(median(ours), '/s')} of ${words(median(bare), '/s')}`;
  const part: Finding = {
    what: 'of the bare rows',
    value: ratio(ours, bare) * 100,
    unit: '%',
    bound: { atLeast: 50 },
    from,
  };
  const isFast = median(bare) >= 10_000;
  const wanted = isFast ? 5_000 : 0;
  const because = isFast ? '' : 'no bound: the bare rows make less than 10,000/s here';
  return [
    part,
    {
      what: 'a second',
      value: median(ours),
      unit: '/s',
      bound: { atLeast: wanted },
      from: because,
    },
  ];
}

/** Fifty commands a request, against a loop that commits fifty at a time. */
export async function batches({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const [ours, bare] = await withServer('batches.db', (server, visitors) =>
    inTurns(
      rounds,
      async () =>
        batch *
        perSecond(
          await commands({
            port: server.port,
            visitors,
            clients,
            messages: batch,
            lastsMs,
          }),
        ),
      async () => batch * perSecond(await bareStore(batch, lastsMs)),
    ),
  );
  const from = `${words(median(ours), '/s')} of ${words(median(bare), '/s')}`;
  return [
    {
      what: 'of the bare loop',
      value: ratio(ours, bare) * 100,
      unit: '%',
      bound: { atLeast: 25 },
      from,
    },
  ];
}

/** One command of one client, against one commit and one request. */
export async function oneCommand({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const page = lines('page.txt', ['/login']);
  const [ours, commit, request] = await withServer('one.db', (server, visitors) =>
    inTurns<[Latencies, Latencies, Latencies]>(
      rounds,
      () =>
        commands({
          port: server.port,
          visitors,
          clients: 1,
          messages: 1,
          lastsMs,
        }),
      () => bareStore(1, lastsMs),
      () => requests(server.port, page, 1, lastsMs),
    ),
  );
  const p50 = (all: Latencies[]) => all.map((round) => median(milliseconds([round])));
  const sums = p50(commit).map((ms, round) => ms + (p50(request)[round] ?? Number.NaN));
  const from =
    `${words(median(p50(ours)), 'ms')} of ${words(median(p50(commit)), 'ms')} for a commit ` +
    `and ${words(median(p50(request)), 'ms')} for a request`;
  const times: Finding = {
    what: 'p50 to commit and request',
    value: ratio(p50(ours), sums),
    unit: 'x',
    bound: { atMost: 2 },
    from,
  };
  const p99 = quantile(milliseconds(ours), 0.99);
  const bareP99 = `${words(quantile(milliseconds(commit), 0.99), 'ms')} for a commit`;
  return [
    times,
    {
      what: 'p99',
      value: p99,
      unit: 'ms',
      bound: { atMost: 10 },
      from: bareP99,
    },
  ];
}

/** What is held after many commands, against what is held after few. */
export async function memory({ commands: many }: Effort): Promise<Finding[]> {
  const few = Math.floor(many / 100);
  const empty = await serve(fresh('idle.db'));
  await fetch(`${empty.origin}/login`);
  const idle = empty.residentMB;
  await empty.stop();
  const [afterFew, afterMany] = await withServer('memory.db', async (server, visitors) => {
    const write = (count: number) =>
      commands({
        port: server.port,
        visitors,
        clients,
        messages: batch,
        lastsMs: longest,
        requestsMax: Math.ceil(count / batch),
      });
    await write(few);
    const resident = server.residentMB;
    await write(many - few);
    return [resident, server.residentMB] as const;
  });
  const from = `${words(afterMany, 'MB')} after ${many.toLocaleString('en')} of ${words(afterFew, 'MB')} after ${few.toLocaleString('en')}`;
  return [
    {
      what: 'idle',
      value: idle,
      unit: 'MB',
      bound: { atMost: 20 },
      from: 'a server with the demo, after one request',
    },
    {
      what: 'after commands',
      value: afterMany / afterFew,
      unit: 'x',
      bound: { atMost: 1.2 },
      from,
    },
  ];
}
