// Prints what a page downloads for the rules, and fails above the budget: node rules/budget.mjs WASM GLUE
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const bytesMax = 22 * 1024;
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const [wasm, glue] = process.argv.slice(2).map((file) => brotliCompressSync(readFileSync(file), best).length);
const inKb = (bytes) => (bytes / 1024).toFixed(1);
console.log(
  `rules: ${inKb(wasm + glue)} KB brotli of at most ${bytesMax / 1024} KB (wasm ${inKb(wasm)}, glue ${inKb(glue)})`,
);
if (wasm + glue > bytesMax) {
  console.error(`The rules are ${wasm + glue - bytesMax} bytes over their budget.`);
  process.exitCode = 1;
}
