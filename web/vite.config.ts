import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;
const wasm = process.env.WRAPUP_WASM ?? resolve(here, '../build/wasm');

// The loader runs as a classic script among others, perhaps twice: its names must not become the page's.
const classicScript: Plugin = {
  name: 'classic-script',
  generateBundle(_, bundle) {
    const loader = bundle['widget.js'];
    if (loader?.type !== 'chunk') return;
    if (loader.imports.length > 0) this.error('widget.js has to be one file');
    loader.code = `(()=>{${loader.code}})();\n`;
  },
};

// Beside it, what a page in TypeScript has to know of it.
const publishedTypes: Plugin = {
  name: 'published-types',
  generateBundle() {
    const source = readFileSync(resolve(here, 'widget/widget.d.ts'));
    this.emitFile({ type: 'asset', fileName: 'widget.d.ts', source });
  },
};

// For the same reason it has copies of its own of what it shares with the pages.
const ownCopies: Plugin = {
  name: 'own-copies',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.startsWith('../ui/') || !importer?.includes('/widget/loader')) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${found.id}?loader`;
  },
};

// What the service worker keeps: all that the dashboard loads, by the names that the build has given.
const offlineShell: Plugin = {
  name: 'offline-shell',
  generateBundle(_, bundle) {
    const worker = bundle['worker.js'];
    if (worker?.type !== 'chunk') return;
    if (worker.imports.length > 0) this.error('worker.js has to be one file');
    const parts = new Set<string>();
    const add = (name: string) => {
      const part = bundle[name];
      if (part === undefined || parts.has(name)) return;
      parts.add(name);
      if (part.type !== 'chunk') return;
      const { importedCss, importedAssets } = part.viteMetadata ?? { importedCss: [], importedAssets: [] };
      for (const other of [...part.imports, ...part.dynamicImports, ...importedCss, ...importedAssets]) add(other);
    };
    for (const part of Object.values(bundle))
      if (part.type === 'chunk' && part.name === 'dashboard') add(part.fileName);
    const shell = JSON.stringify([...parts].sort().map((name) => `/${name}`));
    worker.code = `(()=>{${worker.code.replaceAll('__SHELL__', () => 'shell')}})();\n`.replace(
      '(()=>{',
      `(()=>{const shell=${shell};`,
    );
  },
};

// A page loads its words before the rest of itself (dashboard/main.ts): it need not wait for them to ask for the rest.
const restOfThePage: Plugin = {
  name: 'rest-of-the-page',
  transformIndexHtml: {
    order: 'post',
    handler(_, { chunk, bundle }) {
      const rest = Object.values(bundle ?? {}).find(
        (part) => part.type === 'chunk' && part.name === 'start' && chunk?.dynamicImports.includes(part.fileName),
      );
      if (rest?.type !== 'chunk') return [];
      const scripts = [rest.fileName, ...rest.imports.filter((name) => name !== chunk?.fileName)];
      const styles = [...(rest.viteMetadata?.importedCss ?? [])];
      return [
        ...scripts.map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `/${name}` },
          injectTo: 'head' as const,
        })),
        ...styles.map((name) => ({
          tag: 'link',
          attrs: { rel: 'stylesheet', href: `/${name}` },
          injectTo: 'head' as const,
        })),
      ];
    },
  },
};

// What the frame fetches later comes by a few lines of its own.
const lightParts: Plugin = {
  name: 'light-parts',
  enforce: 'pre',
  load(id) {
    if (id !== '\0vite/preload-helper.js') return null;
    return `export { withStyles as __vitePreload } from '${resolve(here, 'widget/with_styles.ts')}';`;
  },
};

// And all of it once more through Terser, which finds what is left after Vite's own: it makes 2 % of what a visitor waits
// for.
const smaller: Plugin = {
  name: 'smaller',
  enforce: 'post',
  async generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      const compress = { ecma: 2020 as const, passes: 3, unsafe_arrows: true, unsafe_methods: true };
      part.code = (await minify(part.code, { ecma: 2020, module: true, compress })).code ?? part.code;
    }
  },
};

// It comes in as few files as can be, since small ones compress badly: what draws the panel, and what keeps a conversation.
const frameChunks = {
  groups: [
    { name: 'frame', test: /widget\/main\.ts$/, priority: 2 },
    { name: 'open_store', test: /widget\/open_store\.ts$/, priority: 1 },
  ],
};

// The widget's frame is built apart: who opens it has the dashboard's parts nowhere, and it is to weigh what it uses.
const inputs = {
  frame: { frame: resolve(here, 'frame.html') },
  rest: {
    dashboard: resolve(here, 'dashboard.html'),
    demo: resolve(here, 'demo.html'),
    widget: resolve(here, 'widget/loader.ts'),
    worker: resolve(here, 'worker/worker.ts'),
  },
};

// The pages, as the server embeds them: dashboard.html, demo.html, hashed files below assets/, and the widget's loader
// under its one stable name; with `--mode frame`, after that, frame.html.
export default defineConfig(({ mode }) => ({
  root: here,
  base: '/',
  cacheDir: resolve(here, 'node_modules/.vite'),
  // Tests that need a DOM are fetched as a browser would fetch them, and they are beside this folder.
  server: { fs: { allow: [resolve(here, '..')] } },
  plugins: [
    classicScript,
    publishedTypes,
    ownCopies,
    offlineShell,
    restOfThePage,
    ...(mode === 'frame' ? [lightParts, smaller] : []),
  ],
  resolve: { alias: { '@wasm': wasm, '@web': here } },
  build: {
    outDir: process.env.WRAPUP_DIST ?? resolve(here, '../build/web'),
    emptyOutDir: mode !== 'frame',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      ...(mode === 'frame' && {
        resolveDependencies: (_: string, parts: string[]) => parts.filter((part) => part.endsWith('.css')),
      }),
    },
    rollupOptions: {
      input: mode === 'frame' ? inputs.frame : inputs.rest,
      output: {
        ...(mode === 'frame' && { codeSplitting: frameChunks }),
        entryFileNames: ({ name }) =>
          name === 'widget' || name === 'worker' ? `${name}.js` : 'assets/[name]-[hash].js',
      },
    },
  },
  test: {
    root: resolve(here, '../tests'),
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**'],
  },
}));
