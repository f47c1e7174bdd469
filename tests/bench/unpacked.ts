// Packages of the npm registry, brought into a folder that goes away again.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Peer } from './peers.ts';

const web = resolve(import.meta.dirname, '../../web');
const patience_ms = 180_000;

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], timeout: patience_ms });
}

/** The folder with what a page has to load of it. Throws where the registry cannot be reached. */
export async function unpacked(peer: Peer, into: string): Promise<string> {
  mkdirSync(into);
  if (peer.bundle) return bundled(peer.package, peer.bundle, into);
  run('npm', ['pack', '--silent', peer.package], into);
  run('sh', ['-c', 'tar xzf *.tgz'], into);
  return resolve(into, 'package', peer.folder);
}

async function bundled(
  name: string,
  { entry, with: others }: NonNullable<Peer['bundle']>,
  into: string,
): Promise<string> {
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
  writeFileSync(resolve(into, 'package.json'), '{"private": true}');
  run('npm', ['install', ...quietly, name, ...others], into);
  writeFileSync(resolve(into, 'entry.js'), entry);
  const { build } = await import(resolve(web, 'node_modules/vite/dist/node/index.js'));
  await build({
    root: into,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'dist',
      rollupOptions: { input: resolve(into, 'entry.js'), output: { entryFileNames: 'bundle.js' } },
    },
  });
  return resolve(into, 'dist');
}
