// Writes FILE.br beside each file that brotli makes smaller, once for all its readers: node compress.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// What saves less is not worth a second form. Pictures and fonts are compressed already.
const worthwhile = 0.9;

/** No larger than the text, in powers of two: what is repeated is then told in fewer bits. */
const windowOf = (length) =>
  Math.min(Math.max(Math.ceil(Math.log2(length)), constants.BROTLI_MIN_WINDOW_BITS), constants.BROTLI_DEFAULT_WINDOW);

const [folder] = process.argv.slice(2);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.name.endsWith('.br')) continue;
  const file = join(entry.parentPath, entry.name);
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowOf(bytes.length),
  };
  const compressed = brotliCompressSync(bytes, { params });
  if (compressed.length <= bytes.length * worthwhile) writeFileSync(`${file}.br`, compressed);
}
