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
  type Visitor,
  visitorHeader,
  visitorLine,
  withVisitors,
} from '../databases.ts';
import { type Finding, median, quantile, ratio, words } from '../figures.ts';
import { Crowd, load, Server, tool } from '../processes.ts';
import { type Effort, inTurns, type Latencies, milliseconds, requests } from '../rounds.ts';

const streamPath = '/api/v1/stream';
const agentsTold = 50;
const eventsARound = 200;
const broadcastsARound = 5;

const headersOf = (visitors: Visitor[]) => visitors.map(visitorHeader);
const busyPart = (server: Server, before: number, ms: number) => ((server.cpuSeconds - before) / (ms / 1000)) * 100;

/** Streams of as many visitors, and nothing else. */
export async function idleStreams({ rounds, lastsMs, idleMs, streams }: Effort): Promise<Finding[]> {
  const { database, visitors } = await withVisitors(streams);
  const server = await serve(database, ...roomFor(streams));
  const alone = await serve(fresh('alone.db'));
  const headers = lines('visitors.txt', headersOf(visitors));
  const crowd = await Crowd.join('--port', server.port, '--path', streamPath, '--headers', headers);
  await wait(1_000);
  const before = server.cpuSeconds;
  await wait(idleMs);
  const busy = busyPart(server, before, idleMs);
  const page = lines('page.txt', ['/login']);
  const [beside, without] = await inTurns<[Latencies, Latencies]>(
    rounds,
    () => requests(server.port, page, 1, lastsMs),
    () => requests(alone.port, page, 1, lastsMs),
  );
  const { threads, residentMB } = server;
  await crowd.leave();
  await Promise.all([server.stop(), alone.stop()]);
  const p50 = (all: Latencies[]) => all.map((round) => median(milliseconds([round])));
  const times = `${words(median(p50(beside)), 'ms')} of ${words(median(p50(without)), 'ms')}`;
  return [
    {
      what: 'threads',
      value: threads,
      unit: 'threads',
      bound: { atMost: 16 },
      from: '',
    },
    {
      what: 'resident',
      value: residentMB,
      unit: 'MB',
      bound: { atMost: 64 },
      from: '',
    },
    {
      what: 'of a core',
      value: busy,
      unit: '%',
      bound: { atMost: 2 },
      from: `in ${words(idleMs / 1000, 's')}`,
    },
    {
      what: 'a plain request beside them',
      value: ratio(p50(beside), p50(without)),
      unit: 'x',
      bound: { atMost: 1.2 },
      from: times,
    },
  ];
}

interface Fanout {
  port: number;
  headers: string;
  told: number;
  times: number;
  /** The first of a file writes. */
  visitors: string;
  /** Whose commits count; without one, it counts from the request. */
  database?: string;
  frame: string;
}

/** How long it takes until the last of those who are told has read it. */
function fanout({ port, headers, told, times, visitors, database, frame }: Fanout): Promise<Latencies> {
  const options = ['--port', port, '--path', streamPath, '--headers', headers, '--told', told, '--times', times];
  const counting = database === undefined ? [] : ['--database', database];
  return load('fanout', ...options, '--visitors', visitors, '--frame', frame, ...counting);
}

/** A visitor's message to the streams of some agents, among those of many visitors. */
export async function eventToSome({ rounds, streams }: Effort): Promise<Finding[]> {
  const { database, visitors } = await withVisitors(streams);
  const server = await serve(database, ...roomFor(streams));
  const agent = await agentHeader(server);
  const others = headersOf(visitors.slice(0, streams - agentsTold));
  const headers = lines('event-headers.txt', [...Array<string>(agentsTold).fill(agent), ...others]);
  const writers = lines('event-writer.txt', (await newVisitors(server, 1)).map(visitorLine));
  const frame = file('event-frame.txt');
  const one = {
    port: server.port,
    headers,
    told: agentsTold,
    times: eventsARound,
    visitors: writers,
    database,
    frame,
  };
  const [all] = await inTurns<[Latencies]>(rounds, () => fanout(one));
  await server.stop();
  const from = `${rounds * eventsARound} events, from their commit to the last byte that the last of the agents reads`;
  const took = milliseconds(all);
  return [
    {
      what: 'p50',
      value: median(took),
      unit: 'ms',
      bound: { atMost: 2 },
      from,
    },
    {
      what: 'p99',
      value: quantile(took, 0.99),
      unit: 'ms',
      bound: { atMost: 15 },
      from: '',
    },
  ];
}

/** A visitor's message to everybody, against a bare loop that sends the same bytes. */
export async function broadcast({ rounds, streams }: Effort): Promise<Finding[]> {
  const database = fresh('broadcast.db');
  const server = await serve(database, ...roomFor(streams));
  const bare = await Server.start(tool('bare_broadcast'));
  const headers = lines('agents.txt', Array<string>(streams).fill(await agentHeader(server)));
  const visitors = lines('broadcast-writer.txt', (await newVisitors(server, 1)).map(visitorLine));
  const all = {
    headers,
    told: streams,
    times: broadcastsARound,
    visitors,
    frame: file('broadcast-frame.txt'),
  };
  const [ours, reference] = await inTurns<[Latencies, Latencies]>(
    rounds,
    () => fanout({ port: server.port, database, ...all }),
    () => fanout({ port: bare.port, ...all }),
  );
  await Promise.all([server.stop(), bare.stop()]);
  const last = (all: Latencies[]) => all.map((round) => median(milliseconds([round])));
  const from = `${words(median(last(ours)), 'ms')} of ${words(median(last(reference)), 'ms')}`;
  return [
    {
      what: 'last reader to a bare loop’s',
      value: ratio(last(ours), last(reference)),
      unit: 'x',
      bound: { atMost: 4 },
      from,
    },
  ];
}

/** Everybody at once, as after a restart. */
export async function comingBack({ rounds, streams }: Effort): Promise<Finding[]> {
  const { database, visitors } = await withVisitors(streams);
  const headers = lines('visitors.txt', headersOf(visitors));
  const [took] = await inTurns<[number]>(rounds, async () => {
    const server = await serve(database, ...roomFor(streams));
    const path = `${streamPath}?after=${await position(server, await agentHeader(server))}`;
    const crowd = await load<{ milliseconds: number }>(
      'crowd',
      '--port',
      server.port,
      '--path',
      path,
      '--headers',
      headers,
    );
    await server.stop();
    return crowd.milliseconds / 1000;
  });
  const from = 'from the first connection to the last first frame, on a server that has just started';
  return [
    {
      what: 'all served',
      value: median(took),
      unit: 's',
      bound: { atMost: 5 },
      from,
    },
  ];
}
