// How much is done for a figure, and in which order.
import { median } from './figures.ts';
import { load } from './processes.ts';

export interface Effort {
  rounds: number;
  /** Of one round of requests. */
  lastsMs: number;
  idleMs: number;
  streams: number;
  conversations: number;
  commands: number;
}

export const full: Effort = {
  rounds: 5,
  lastsMs: 3_000,
  idleMs: 30_000,
  streams: 10_000,
  conversations: 1_000_000,
  commands: 1_000_000,
};
export const quick: Effort = {
  rounds: 2,
  lastsMs: 1_000,
  idleMs: 3_000,
  streams: 2_000,
  conversations: 20_000,
  commands: 100_000,
};

/** Rounds of each in turns, so that whatever the machine does at the time is done to all of them. */
export async function inTurns<Results extends unknown[]>(
  rounds: number,
  ...works: { [Index in keyof Results]: () => Promise<Results[Index]> }
): Promise<{ [Index in keyof Results]: Results[Index][] }> {
  const results = works.map((): unknown[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) results[index]?.push(await work());
  return results as { [Index in keyof Results]: Results[Index][] };
}

/** What was seen of everything that was done in a round. */
export interface Latencies {
  seconds: number;
  microseconds: number[];
}

export const perSecond = ({ seconds, microseconds }: Latencies) => microseconds.length / seconds;
export const milliseconds = (rounds: Latencies[]) =>
  rounds.flatMap((round) => round.microseconds.map((us) => us / 1000));
/** Of each round, in milliseconds. */
export const p50s = (rounds: Latencies[]) => rounds.map((round) => median(milliseconds([round])));

export interface RequestsLoad {
  port: number;
  /** A file of paths, each of which may be asked for. */
  paths: string;
  clients: number;
  lastsMs: number;
  header?: string;
}

/** GETs, one at a time of each client. */
export const requests = (options: RequestsLoad) => load<Latencies>('requests', { ...options });

export interface CommandsLoad {
  port: number;
  /** A file; each client is one of them. */
  visitors: string;
  clients: number;
  /** In each request. */
  messages: number;
  lastsMs: number;
  requestsMax?: number;
}

/** Messages of visitors, one request at a time of each client. */
export const commands = (options: CommandsLoad) => load<Latencies>('commands', { ...options });
