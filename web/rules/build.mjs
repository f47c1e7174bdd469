// Writes the npm package @wrapup/rules: WRAPUP_WASM=… node rules/build.mjs FOLDER VERSION
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const wasm = process.env.WRAPUP_WASM ?? resolve(here, '../../build/wasm');
const [folder, version] = process.argv.slice(2);

await build({
  configFile: false,
  root: here,
  logLevel: 'warn',
  resolve: { alias: { '@wasm': wasm } },
  build: {
    // As for a server, Vite leaves new URL(…, import.meta.url) alone, which Node and other bundlers understand.
    ssr: true,
    outDir: folder,
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    rollupOptions: {
      input: [resolve(here, 'index.ts'), resolve(here, 'node.ts')],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});

// tsc declares every file that it read. These are the ones that index.d.ts leads to.
const declared = join(folder, 'declared');
const tsc = resolve(here, '../node_modules/.bin/tsc');
execFileSync(tsc, ['-p', join(here, 'tsconfig.package.json'), '--outDir', declared], { stdio: 'inherit' });
for (const name of ['index.d.ts', 'rules.d.ts', 'types.gen.d.ts', 'words.d.ts', 'customer_words.d.ts']) {
  // Node's way of finding modules, which TypeScript follows, knows no imports without an ending.
  const text = readFileSync(join(declared, name), 'utf8').replace(/(from '\.\/[\w.]+)'/g, "$1.js'");
  writeFileSync(join(folder, name), text);
}
rmSync(declared, { recursive: true });

copyFileSync(join(wasm, 'wrapup.wasm'), join(folder, 'wrapup.wasm'));
copyFileSync(join(here, 'README.md'), join(folder, 'README.md'));
copyFileSync(resolve(here, '../../LICENSE'), join(folder, 'LICENSE'));
const { name, ...rest } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, ...rest }, null, 2)}\n`);
