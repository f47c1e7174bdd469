// What is written.
import { fresh, lines, newVisitors, serve, visitorLine } from '../databases.ts';
import { atLeast, atMost, count, type Finding, median, quantile, rateOf, timesOf, words } from '../figures.ts';
import { onServerCore, Server, tool } from '../processes.ts';
import { commands, type Effort, inTurns, type Latencies, milliseconds, p50s, perSecond, requests } from '../rounds.ts';

const clients = 64;
const batch = 50;
const longestMs = 1_500_000;

/** A server on a new database, and the visitors who write to it. */
async function withWriters(name: string) {
  const server = await serve(fresh(name));
  const visitors = lines('writers.txt', (await newVisitors(server, clients)).map(visitorLine));
  return { server, visitors };
}

const bareStore = (messages: number, lastsMs: number) =>
  onServerCore<Latencies>(tool('bare_store'), fresh('bare_store.db'), String(messages), String(lastsMs));

/** One command a request, against the bare rows behind the same front. */
export async function durableCommands({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const { server, visitors } = await withWriters('commands.db');
  const bareServer = await Server.start(tool('bare_server'), fresh('bare_server.db'));
  const rate = ({ port }: Server) => commands({ port, visitors, clients, messages: 1, lastsMs }).then(perSecond);
  const [ours, bare] = await inTurns<[number, number]>(
    rounds,
    () => rate(server),
    () => rate(bareServer),
  );
  const [wanted, why] = median(bare) >= 10_000 ? [5_000, ''] : [0, 'no bound: the bare rows are not at 10,000/s here'];
  return [rateOf('the bare rows', ours, bare, 50), atLeast('a second', median(ours), '/s', wanted, why)];
}

/** Fifty commands a request, against a loop that commits fifty at a time. */
export async function batches({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const { server, visitors } = await withWriters('batches.db');
  const messages = (round: Latencies) => batch * perSecond(round);
  const [ours, bare] = await inTurns<[number, number]>(
    rounds,
    () => commands({ port: server.port, visitors, clients, messages: batch, lastsMs }).then(messages),
    () => bareStore(batch, lastsMs).then(messages),
  );
  return [rateOf('the bare loop', ours, bare, 25)];
}

/** One command of one client, against one commit and one request. */
export async function oneCommand({ rounds, lastsMs }: Effort): Promise<Finding[]> {
  const { server, visitors } = await withWriters('one.db');
  const one = { port: server.port, clients: 1, lastsMs };
  const paths = lines('page.txt', ['/login']);
  const [ours, commit, request] = await inTurns<[Latencies, Latencies, Latencies]>(
    rounds,
    () => commands({ ...one, visitors, messages: 1 }),
    () => bareStore(1, lastsMs),
    () => requests({ ...one, paths }),
  );
  const sums = p50s(commit).map((ms, round) => ms + (p50s(request)[round] ?? Number.NaN));
  const p99 = (all: Latencies[]) => quantile(milliseconds(all), 0.99);
  return [
    timesOf('a bare commit and a request, p50', p50s(ours), sums, 2),
    atMost('p99', p99(ours), 'ms', 10, `${words(p99(commit), 'ms')} for a bare commit`),
  ];
}

/** What is held after many commands, against what is held after few. */
export async function memory({ commands: many }: Effort): Promise<Finding[]> {
  const idle = await serve(fresh('idle.db'));
  await fetch(`${idle.origin}/login`);

  const few = 10_000;
  const { server, visitors } = await withWriters('memory.db');
  const write = (commandsMax: number) =>
    commands({
      port: server.port,
      visitors,
      clients,
      messages: batch,
      lastsMs: longestMs,
      requestsMax: commandsMax / batch,
    });
  await write(few);
  const afterFew = server.residentMB;
  await write(many - few);
  const afterMany = server.residentMB;
  const from = `${words(afterMany, 'MB')} after ${count(many)} of ${words(afterFew, 'MB')} after ${count(few)}`;
  return [
    atMost('idle', idle.residentMB, 'MB', 20, 'with the demo, after one request'),
    atMost('after commands', afterMany / afterFew, 'x', 1.2, from),
  ];
}
