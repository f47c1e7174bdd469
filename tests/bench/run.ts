// Measures everything that the server promises, and prints it. Usage: run.ts [--quick] [ROW…]
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Figure, type Finding, table, verdictOn } from './figures.ts';
import { machine } from './machine.ts';
import { build, stopAll } from './processes.ts';
import { type Effort, full, quick } from './rounds.ts';
import { batches, durableCommands, memory, oneCommand } from './rows/commands.ts';
import { dashboard } from './rows/dashboard.ts';
import { firstLoad } from './rows/first_load.ts';
import { browserRequest, inboxPage, plainRequests } from './rows/requests.ts';
import { coldStart, connectingAtOnce } from './rows/starts.ts';
import { broadcast, comingBack, eventToSome, idleStreams } from './rows/streams.ts';
import { widget } from './rows/widget.ts';
import { work } from './rows/work.ts';

const rows: Record<string, (effort: Effort) => Promise<Finding[]>> = {
  commands: durableCommands,
  batches,
  'one-command': oneCommand,
  inbox: inboxPage,
  plain: plainRequests,
  browser: browserRequest,
  'first-load': firstLoad,
  dashboard,
  work,
  widget,
  idle: idleStreams,
  event: eventToSome,
  broadcast,
  connecting: connectingAtOnce,
  restart: comingBack,
  start: coldStart,
  memory,
};

const words = process.argv.slice(2);
const asked = words.filter((word) => word !== '--quick');
const effort = words.includes('--quick') ? quick : full;
const unknown = asked.filter((name) => !(name in rows));
if (unknown.length > 0) {
  console.error(`usage: tests/bench/run [--quick] [${Object.keys(rows).join('|')}]…`);
  process.exit(2);
}

const head = machine();
const figures: Figure[] = [];
const failures: string[] = [];
for (const [row, measure] of Object.entries(rows)) {
  if (asked.length > 0 && !asked.includes(row)) continue;
  console.error(`measuring ${row}`);
  try {
    for (const finding of await measure(effort)) figures.push({ row, ...finding, verdict: verdictOn(finding) });
  } catch (error) {
    failures.push(`${row}: not measured: ${error instanceof Error ? error.message : error}`);
  }
  await stopAll();
}

for (const [name, value] of Object.entries(head)) console.log(`${name}: ${value}`);
console.log(
  `rounds: ${effort.rounds} of each, in turns${effort === quick ? '; quick: fewer and smaller than they should be' : ''}\n`,
);
for (const line of [...table(figures), ...failures]) console.log(line);
writeFileSync(
  resolve(build, 'bench.json'),
  `${JSON.stringify({ machine: head, effort, figures, failures }, null, 2)}\n`,
);
process.exit(failures.length > 0 || figures.some(({ verdict }) => verdict === 'MISS') ? 1 : 0);
