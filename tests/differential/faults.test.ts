// That the differential run can fail: by a sanitizer, and by each of two bugs that only wasm shows.
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { natives } from './agree';

const built = dirname(natives[0] ?? '');

it.each(
  natives.flatMap((program) => [
    { program, name: basename(program), fault: 'overflow', report: /signed integer overflow/ },
    { program, name: basename(program), fault: 'heap', report: /heap-buffer-overflow/ },
  ]),
)('$name stops at a fault: $fault', ({ program, fault, report }) => {
  const { status, stderr } = spawnSync(program, ['fault', fault], { encoding: 'utf8' });
  expect(status).toBeGreaterThan(0);
  expect(stderr).toMatch(report);
});

// The whole run once more in a process of its own, over a few thousand cases, with other builds of the rules.
function run(builds: Record<string, string>) {
  const { VITEST: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    join(import.meta.dirname, '../../web/with-node'),
    ['vitest', 'run', '--dir', import.meta.dirname, 'agree.test'],
    { encoding: 'utf8', env: { ...env, ...builds, WRAPUP_SEED: '1', WRAPUP_CASES: '5000', NO_COLOR: '1' } },
  );
  return { status, output: stdout + stderr };
}

it('the rules as they are agree on the cases that the bugs are looked for with', { timeout: 120_000 }, () => {
  const { status, output } = run({});
  expect(output).toContain('5,000 random cases of seed 1 compared');
  expect(status).toBe(0);
});

it.each([
  { bug: 'long', what: 'a long for milliseconds' },
  { bug: 'unordered', what: 'an iteration over an unordered container' },
])('the run catches $what', { timeout: 120_000 }, ({ bug }) => {
  const { status, output } = run({ WRAPUP_NATIVE: join(built, bug, 'gcc'), WRAPUP_WASM: join(built, bug, 'wasm') });
  expect(output).toMatch(/Seed 1, block \d+, case \d+ differs/);
  expect(status).not.toBe(0);
});
