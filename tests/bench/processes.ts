// The programs that are measured, and the ones that measure, each kind on a core of its own.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

export const build = resolve(import.meta.dirname, '../../build');
export const product = process.env.WRAPUP_BINARY ?? resolve(build, 'wrapup');
export const tool = (name: string) => resolve(build, 'tests', name);

export const serverCore = 0;
export const loadCore = 1;
const loadPatienceMs = 1_800_000;
const stopPatienceMs = 15_000;
const clockTicksPerSecond = 100;

type Child = ChildProcessByStdio<Writable, Readable, null>;
const running = new Set<Child>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

export const onCore = (core: number, command: string[]) => ['taskset', '-c', String(core), ...command];

function start(core: number, command: string[]): Child {
  const [program = '', ...args] = onCore(core, command);
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

async function stop(child: Child): Promise<void> {
  if (!running.has(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
  await ended;
  clearTimeout(killer);
}

/** Ends whatever a row has left. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop));
}

/** What it prints, as soon as that matches. */
function printed(child: Child, pattern: RegExp): Promise<RegExpExecArray> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      text += piece;
      const found = pattern.exec(text);
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`ended before it was ready: ${child.spawnargs.join(' ')}`)));
  });
}

export class Server {
  readonly #child: Child;
  readonly port: number;

  private constructor(child: Child, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** One that prints its address as soon as it listens. */
  static async start(...command: string[]): Promise<Server> {
    const child = start(serverCore, command);
    return new Server(child, Number((await printed(child, /:(\d+)\n/))[1]));
  }

  /** One that keeps quiet about a port that was chosen for it. */
  static async startAt(port: number, ...command: string[]): Promise<Server> {
    const server = new Server(start(serverCore, command), port);
    while (!(await fetch(server.origin).catch(() => null))) await wait(20);
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  stop(): Promise<void> {
    return stop(this.#child);
  }

  #status(name: string): number {
    const text = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1]);
  }
  get threads(): number {
    return this.#status('Threads');
  }
  get residentMB(): number {
    return this.#status('VmRSS') / 1024;
  }
  /** User and system, of all threads, so far. */
  get cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
  }
}

/** The JSON that a program prints. */
async function report<Report>(core: number, command: string[]): Promise<Report> {
  const child = start(core, command);
  const killer = setTimeout(() => child.kill('SIGKILL'), loadPatienceMs);
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const [status] = await once(child, 'close');
  clearTimeout(killer);
  if (status !== 0) throw new Error(`failed: ${command.join(' ')}`);
  return JSON.parse(Buffer.concat(pieces).toString());
}

/** As they are written on a command line: lastsMs is --lasts-ms. What is undefined is left out. */
export type Options = Record<string, string | number | undefined>;
const written = (options: Options) =>
  Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, String(value)],
  );

/** What the load has measured. See tests/bench/load/measurements.hpp. */
export const load = <Report>(measurement: string, options: Options, command: string[] = []) =>
  report<Report>(loadCore, [tool('load'), measurement, ...written(options), ...command]);

/** What a program that is no server has measured. */
export const onServerCore = <Report>(...command: string[]) => report<Report>(serverCore, command);

/** Clients who come at once, and stay until stopAll(). */
export async function crowdThatStays(options: Options): Promise<void> {
  const child = start(loadCore, [tool('load'), 'crowd', '--stays', ...written(options)]);
  await printed(child, /milliseconds/);
}
