// What is pushed.
import { setTimeout as wait } from 'node:timers/promises';
import {
  agentHeader,
  file,
  fresh,
  lines,
  newVisitors,
  position,
  roomFor,
  serve,
  visitorHeader,
  visitorLine,
  withVisitors,
} from '../databases.ts';
import { atMost, type Finding, median, quantile, timesOf, words } from '../figures.ts';
import { crowdThatStays, load, Server, tool } from '../processes.ts';
import { type Effort, inTurns, type Latencies, milliseconds, p50s, requests } from '../rounds.ts';

const path = '/api/v1/stream';
const agentsTold = 50;
const eventsARound = 200;
const broadcastsARound = 5;
const settleMs = 1_000;

/** A server that as many visitors have been to as there will be streams, and their headers. */
async function withReaders(streams: number) {
  const { database, visitors } = await withVisitors(streams);
  const server = await serve(database, ...roomFor(streams));
  return { database, server, headers: visitors.map(visitorHeader) };
}

/** A file with somebody who writes. */
async function writerOf(server: Server): Promise<string> {
  return lines('writer.txt', (await newVisitors(server, 1)).map(visitorLine));
}

/** Streams of as many visitors, and nothing else. */
export async function idleStreams({ rounds, lastsMs, idleMs, streams }: Effort): Promise<Finding[]> {
  const alone = await serve(fresh('alone.db'));
  const { server, headers } = await withReaders(streams);
  await crowdThatStays({ port: server.port, path, headers: lines('readers.txt', headers) });
  await wait(settleMs);
  const before = server.cpuSeconds;
  await wait(idleMs);
  const busy = ((server.cpuSeconds - before) / (idleMs / 1000)) * 100;

  const one = { paths: lines('page.txt', ['/login']), clients: 1, lastsMs };
  const [beside, without] = await inTurns<[Latencies, Latencies]>(
    rounds,
    () => requests({ port: server.port, ...one }),
    () => requests({ port: alone.port, ...one }),
  );
  return [
    atMost('threads', server.threads, 'threads', 16),
    atMost('resident', server.residentMB, 'MB', 64),
    atMost('of a core', busy, '%', 2, `in ${words(idleMs / 1000, 's')}`),
    timesOf('a plain request without them, p50', p50s(beside), p50s(without), 1.2),
  ];
}

interface Fanout {
  port: number;
  headers: string;
  /** Every how-manieth is told, from the first one on. */
  toldEvery: number;
  times: number;
  /** A file; the first one writes. */
  visitors: string;
  /** Whose commits count; without one, it counts from the request. */
  database?: string;
  /** A file, written with what a server with a database tells, and told by one without. */
  frame: string;
}

/** How long it takes until the last of those who are told has read it. */
const fanout = (options: Fanout) => load<Latencies>('fanout', { path, ...options });

/** A visitor's message to the streams of some agents, among those of many visitors. */
export async function eventToSome({ rounds, streams }: Effort): Promise<Finding[]> {
  const { database, server, headers } = await withReaders(streams);
  const agent = await agentHeader(server);
  const toldEvery = streams / agentsTold;
  const everybody = headers.map((visitor, index) => (index % toldEvery === 0 ? agent : visitor));
  const some: Fanout = {
    port: server.port,
    headers: lines('readers.txt', everybody),
    toldEvery,
    times: eventsARound,
    visitors: await writerOf(server),
    database,
    frame: file('event.txt'),
  };
  const [all] = await inTurns<[Latencies]>(rounds, () => fanout(some));
  const took = milliseconds(all);
  const from = `${agentsTold} of ${streams}, ${took.length} times, from the commit to the last one's last byte`;
  return [atMost('p50', median(took), 'ms', 2, from), atMost('p99', quantile(took, 0.99), 'ms', 15)];
}

/** A visitor's message to everybody, against a bare loop that sends the same bytes. */
export async function broadcast({ rounds, streams }: Effort): Promise<Finding[]> {
  const database = fresh('broadcast.db');
  const server = await serve(database, ...roomFor(streams));
  const bare = await Server.start(tool('bare_broadcast'));
  const all = {
    headers: lines('readers.txt', Array<string>(streams).fill(await agentHeader(server))),
    toldEvery: 1,
    times: broadcastsARound,
    visitors: await writerOf(server),
    frame: file('broadcast.txt'),
  };
  const [ours, reference] = await inTurns<[Latencies, Latencies]>(
    rounds,
    () => fanout({ port: server.port, database, ...all }),
    () => fanout({ port: bare.port, ...all }),
  );
  return [timesOf('a bare loop, last reader', p50s(ours), p50s(reference), 4)];
}

/** Everybody at once, as after a restart. */
export async function comingBack({ rounds, streams }: Effort): Promise<Finding[]> {
  const [took] = await inTurns<[number]>(rounds, async () => {
    const { server, headers } = await withReaders(streams);
    const after = await position(server, await agentHeader(server));
    const everybody = { port: server.port, path: `${path}?after=${after}`, headers: lines('readers.txt', headers) };
    const crowd = await load<{ milliseconds: number }>('crowd', everybody);
    await server.stop();
    return crowd.milliseconds / 1000;
  });
  const from = 'from the first connection to the last first frame, on a server that has just started';
  return [atMost('all served', median(took), 's', 5, from)];
}
