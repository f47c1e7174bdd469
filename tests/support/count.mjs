// Adds up the JUnit files of a folder and says so in one line. Fails if a test failed or was skipped, or if a suite ran
// no test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let passed = 0;
let failed = 0;
let skipped = 0;

for (const suite of ['core', 'server', 'fault', 'race', 'tidy', 'wasm', 'web', 'differential', 'e2e']) {
  const file = join(folder, `${suite}.xml`);
  const [, ...cases] = existsSync(file) ? readFileSync(file, 'utf8').split('<testcase ') : [];
  if (cases.length === 0) {
    console.log(`The suite ${suite} ran no test.`);
    failed += 1;
  }
  for (const text of cases) {
    if (/<(failure|error)[ >]/.test(text)) failed += 1;
    else if (/<skipped/.test(text)) skipped += 1;
    else passed += 1;
  }
}
if (skipped > 0) console.log(`${skipped} tests were skipped.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed + skipped > 0 ? 1 : 0);
