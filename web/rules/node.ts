// The package in Node, whose fetch() reads no files. Bundlers for browsers take index.ts and never see node:fs.
import { readFile } from 'node:fs/promises';
import { loadRules as load, type Rules } from './index';

export * from './index';

export async function loadRules(wasm?: string | Uint8Array): Promise<Rules> {
  return load(wasm ?? (await readFile(new URL('./wrapup.wasm', import.meta.url))));
}
