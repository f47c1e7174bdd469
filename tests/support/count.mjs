// Adds up the JUnit files of a folder and says so in its last line; before it, how long the tests of each suite took, and
// which took longest. Fails if a test failed or was skipped, or if a suite ran no test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
/** What takes less is not worth a look. */
const slow_s = 10;
const slow_max = 20;
const slow = [];
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
  let seconds = 0;
  for (const text of cases) {
    const took = Number(/ time="([^"]*)"/.exec(text)?.[1] ?? 0);
    seconds += took;
    if (took >= slow_s) slow.push([took, `${suite}: ${/ name="([^"]*)"/.exec(text)?.[1]}`]);
    if (/<(failure|error)[ >]/.test(text)) failed += 1;
    else if (/<skipped/.test(text)) skipped += 1;
    else passed += 1;
  }
  console.log(`${suite.padEnd(12)} ${(seconds / 60).toFixed(1).padStart(5)} minutes of tests`);
}
for (const [took, name] of slow.sort(([one], [other]) => other - one).slice(0, slow_max))
  console.log(`${took.toFixed(0).padStart(4)} s  ${name}`);
if (skipped > 0) console.log(`${skipped} tests were skipped.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed + skipped > 0 ? 1 : 0);
