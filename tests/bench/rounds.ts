// How much is done for a figure, and in which order.
import { load } from './processes.ts';

export interface Effort {
  rounds: number;
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

/** What the load has seen of every request of a round. */
export interface Latencies {
  seconds: number;
  microseconds: number[];
}

export const perSecond = ({ seconds, microseconds }: Latencies) => microseconds.length / seconds;
export const milliseconds = (rounds: Latencies[]) =>
  rounds.flatMap((round) => round.microseconds.map((us) => us / 1000));

/** GETs by so many clients, each with one request at a time. */
export function requests(
  port: number,
  paths: string,
  clients: number,
  lastsMs: number,
  header = '',
): Promise<Latencies> {
  const options = ['--port', port, '--paths', paths, '--clients', clients, '--lasts-ms', lastsMs];
  return load('requests', ...options, ...(header === '' ? [] : ['--header', header]));
}

export interface CommandsLoad {
  port: number;
  visitors: string;
  clients: number;
  messages: number;
  lastsMs: number;
  requestsMax?: number;
}

/** Messages by so many visitors, each with one request at a time. */
export function commands({
  port,
  visitors,
  clients,
  messages,
  lastsMs,
  requestsMax,
}: CommandsLoad): Promise<Latencies> {
  const options = ['--port', port, '--visitors', visitors, '--clients', clients, '--lasts-ms', lastsMs];
  const end = requestsMax === undefined ? [] : ['--requests-max', requestsMax];
  return load('commands', ...options, '--messages', messages, ...end);
}
