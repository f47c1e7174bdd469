// Holds the tests of the core against mutants of the core: each one change to one line, each to be noticed.
//
// The core and its tests are copied into build/mutation and built there once, one executable per file of tests. Each
// mutant is a copy of that, changed in one place; only what the change touches is compiled again, and only until the
// first file of tests fails. A mutant that does not compile, or that changes nothing, is a mistake in mutants.ts.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Mutant, mutants } from './mutants.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const folder = resolve(process.env.WRAPUP_MUTATION ?? join(root, 'build/mutation'));
const original = join(folder, 'original');

/** A mutant may run for ever. All tests together take a few seconds. */
const suiteMsMax = 60_000;

/** Those that see the most, and take the longest to run, come first. */
const suites = ['exhaustive_test', 'golden_test'];

/** Paths are relative, so that a copy of the tree is a build of its own. */
function ninjaFile(): string {
  const sources = (directory: string) => readdirSync(join(original, directory)).filter((name) => name.endsWith('.cpp'));
  const stems = (directory: string) => sources(directory).map((name) => basename(name, '.cpp'));
  for (const suite of stems('tests/core')) if (!suites.includes(suite)) suites.push(suite);
  const compile = (rule: string, directory: string, stem: string) =>
    `build out/${directory}/${stem}.o: ${rule} ${directory}/${stem}.cpp`;
  const core = stems('core').map((stem) => `out/core/${stem}.o`);
  return [
    // With the assertions of the library, what a mutant reads out of bounds is noticed at once, and the same each time.
    'flags = -std=c++20 -O1 -D_GLIBCXX_ASSERTIONS -I.',
    ...['core', 'test'].flatMap((rule) => [
      `rule ${rule}`,
      `  command = c++ $flags -MMD -MF $out.d ${rule === 'core' ? '-fno-exceptions -fno-rtti ' : ''}-c $in -o $out`,
      '  depfile = $out.d',
      '  deps = gcc',
    ]),
    'rule link',
    '  command = c++ $in -o $out',
    ...stems('core').map((stem) => compile('core', 'core', stem)),
    ...suites.map((suite) => compile('test', 'tests/core', suite)),
    compile('test', 'tests/support', 'catch_main'),
    ...suites.map(
      (suite) => `build ${suite}: link out/tests/core/${suite}.o out/tests/support/catch_main.o ${core.join(' ')}`,
    ),
    '',
  ].join('\n');
}

/** Whether there was anything to do. Throws what the compiler says. */
async function build(tree: string, jobs: number, ...targets: string[]): Promise<boolean> {
  try {
    const { stdout } = await run('ninja', ['-C', tree, '-j', `${jobs}`, ...targets], { maxBuffer: 1 << 26 });
    return !stdout.includes('no work to do');
  } catch (error) {
    throw new Error(`does not compile:\n${(error as { stdout: string }).stdout.slice(-2000)}`);
  }
}

async function passes(tree: string, suite: string): Promise<boolean> {
  const { WRAPUP_APPROVE: _, ...env } = process.env; // Or the golden tests would approve of anything.
  try {
    await run(join(tree, suite), ['-a'], { cwd: tree, env, timeout: suiteMsMax, maxBuffer: 1 << 26 });
    return true;
  } catch {
    return false;
  }
}

async function buildOriginal(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(original, { recursive: true });
  for (const part of ['core', 'tests/core', 'tests/support', 'tests/golden'])
    cpSync(join(root, part), join(original, part), { recursive: true });
  writeFileSync(join(original, 'build.ninja'), ninjaFile());
  await build(original, availableParallelism());
  for (const suite of suites)
    if (!(await passes(original, suite))) throw new Error(`${suite} fails without any mutant; nothing can be told`);
}

function checkMutant({ file, what, find, replace }: Mutant): void {
  const path = join(original, 'core', file);
  const times = existsSync(path) ? readFileSync(path, 'utf8').split(find).length - 1 : 0;
  if (times !== 1 || find === replace)
    throw new Error(`${file}, "${what}": its text is there ${times} times, not once`);
}

/** The file of tests that noticed, or null: it survived. */
async function killerOf({ file, what, find, replace }: Mutant, tree: string): Promise<string | null> {
  rmSync(tree, { recursive: true, force: true });
  execFileSync('cp', ['-a', original, tree]); // To the nanosecond, or Ninja would build everything again.
  const path = join(tree, 'core', file);
  // As a function, since a replacement with a $ in it would mean something else.
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(find, () => replace),
  );
  // All tests include the tables: there it is compiling that takes time. Elsewhere it is running.
  const order = file.endsWith('.hpp') ? suites : suites.toReversed();
  for (const suite of order) {
    const built = await build(tree, 1, suite).catch((error) => {
      throw new Error(`${file}, "${what}": ${error.message}`);
    });
    if (!built && suite === order[0]) throw new Error(`${file}, "${what}": Ninja did not notice the change`);
    if (!(await passes(tree, suite))) return suite;
  }
  return null;
}

const wanted = process.argv.slice(2);
const chosen = mutants.filter(({ file }) => wanted.length === 0 || wanted.includes(file));
await buildOriginal();
for (const mutant of mutants) checkMutant(mutant);

let killed = 0;
const waiting = [...chosen];
async function work(_: unknown, worker: number): Promise<void> {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const killer = await killerOf(mutant, join(folder, `mutant-${worker}`));
    if (killer === null) console.log(`SURVIVED ${mutant.file}: ${mutant.what}\n  ${mutant.find}\n→ ${mutant.replace}`);
    else console.log(`killed by ${killer}: ${mutant.file}: ${mutant.what}`);
    killed += killer === null ? 0 : 1;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`killed ${killed}/${chosen.length}`);
process.exitCode = killed === chosen.length && killed > 0 ? 0 : 1;
