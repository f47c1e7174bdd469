// The programs that are measured, and the ones that measure, each kind on a core of its own.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export const build = resolve(import.meta.dirname, '../../build');
export const product = process.env.WRAPUP_BINARY ?? resolve(build, 'wrapup');
export const tool = (name: string) => resolve(build, 'tests', name);

const serverCore = 0;
const loadCore = 1;
const loadPatience = 1_800_000;
const stopPatience = 15_000;
const clockTicksPerSecond = 100;

type Child = ChildProcessByStdio<Writable, Readable, null>;
const running = new Set<Child>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function start(core: number, command: string, args: string[]): Child {
  const child = spawn('taskset', ['-c', String(core), command, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
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
  static async start(command: string, ...args: string[]): Promise<Server> {
    const child = start(serverCore, command, args);
    return new Server(child, Number((await printed(child, /:(\d+)\n/))[1]));
  }

  /** One that keeps quiet about a port that was chosen for it. */
  static async startAt(port: number, command: string, ...args: string[]): Promise<Server> {
    const server = new Server(start(serverCore, command, args), port);
    while (!(await fetch(server.origin).catch(() => null))) await new Promise((done) => setTimeout(done, 20));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const killer = setTimeout(() => this.#child.kill('SIGKILL'), stopPatience);
    await ended;
    clearTimeout(killer);
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

async function report<Report>(core: number, command: string, args: (string | number)[]): Promise<Report> {
  const child = start(core, command, args.map(String));
  const killer = setTimeout(() => child.kill('SIGKILL'), loadPatience);
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const [status] = await once(child, 'close');
  clearTimeout(killer);
  if (status !== 0) throw new Error(`failed: ${command} ${args.join(' ')}`);
  return JSON.parse(Buffer.concat(pieces).toString());
}

/** What the load has measured. See tests/bench/load/main.cpp. */
export const load = <Report>(...args: (string | number)[]) => report<Report>(loadCore, tool('load'), args);
/** What a program that is no server has measured. */
export const onServerCore = <Report>(command: string, ...args: (string | number)[]) =>
  report<Report>(serverCore, command, args);

/** A crowd that stays. */
export class Crowd {
  readonly #child: Child;
  private constructor(child: Child) {
    this.#child = child;
  }

  static async join(...args: (string | number)[]): Promise<Crowd> {
    const child = start(loadCore, tool('load'), ['crowd', '--stays', ...args.map(String)]);
    await printed(child, /milliseconds/);
    return new Crowd(child);
  }

  async leave(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.stdin.end();
    await ended;
  }
}
