// What the figures were taken on.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { resolve } from 'node:path';
import { build } from './processes.ts';

/** What the product is built on, and what it is compared with. */
const packages = ['libsqlite3-0', 'libcpp-httplib-dev', 'nginx'];

/** As many processes may run on a machine that does nothing else. */
const quiet = 0.5;

const output = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' }).trim();

const version = (name: string) => /^Version: (.*)$/m.exec(output('dpkg-query', '-s', name))?.[1];

function cached(name: string): string {
  const cache = readFileSync(resolve(build, 'CMakeCache.txt'), 'utf8');
  return new RegExp(`^${name}:[^=]*=(.*)$`, 'm').exec(cache)?.[1] ?? '';
}

/** Those of the product's main file, without what only finds files. */
function flags(): string {
  interface Entry {
    file: string;
    command: string;
  }
  const entries: Entry[] = JSON.parse(readFileSync(resolve(build, 'compile_commands.json'), 'utf8'));
  const command = entries.find(({ file }) => file.endsWith('server/main.cpp'))?.command ?? '';
  return command
    .split(' ')
    .filter((word) => /^-(O|DNDEBUG|f|m|g|std)/.test(word))
    .join(' ');
}

export function machine(): Record<string, string> {
  const commit = output('git', '-C', build, 'describe', '--always', '--dirty');
  const compiler = output(cached('CMAKE_CXX_COMPILER'), '--version').split('\n')[0] ?? '';
  const [device, type] = output('df', '--output=source,fstype', build).split('\n')[1]?.split(/\s+/) ?? [];
  const load = loadavg()[0] ?? 0;
  return {
    build: `${commit}, ${compiler}, ${flags()}`,
    system: `Linux ${release()}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, server on core 0, load on core 1`,
    disk: `${type} on ${device}`,
    packages: packages.map((name) => `${name} ${version(name)}`).join(', '),
    'busy before': `${load.toFixed(2)} processes on average, in the last minute${load > quiet ? ': too many for figures to count' : ''}`,
  };
}
