// What happens at the beginning.
import { statSync } from 'node:fs';
import { fresh, lines, roomFor, serve, withConversations } from '../databases.ts';
import { atMost, count, type Finding, median, words } from '../figures.ts';
import { freePort } from '../ports.ts';
import { load, onCore, product, serverCore } from '../processes.ts';
import { type Effort, inTurns } from '../rounds.ts';

const connecting = 1_000;
const path = '/login';

interface Took {
  milliseconds: number;
}

/** Clients who connect at once and ask for a page. */
export async function connectingAtOnce({ rounds }: Effort): Promise<Finding[]> {
  const { port } = await serve(fresh('connecting.db'), ...roomFor(connecting));
  const headers = lines('connecting.txt', Array<string>(connecting).fill('Accept: */*'));
  const [took] = await inTurns<[Took]>(rounds, () => load('crowd', { port, path, headers }));
  const seconds = median(took.map(({ milliseconds }) => milliseconds / 1000));
  return [atMost('all served', seconds, 's', 0.5, `${count(connecting)} clients`)];
}

async function start(database: string): Promise<number> {
  const port = await freePort();
  const server = [product, 'serve', '--db', database, '--listen', `127.0.0.1:${port}`];
  return (await load<Took>('start', { port, path }, ['--', ...onCore(serverCore, server)])).milliseconds;
}

/** From starting the program to its first answer, without a database and with a large one. */
export async function coldStart({ rounds, conversations }: Effort): Promise<Finding[]> {
  const large = await withConversations(conversations);
  const [empty, full] = await inTurns<[number, number]>(
    rounds,
    () => start(fresh('start.db')),
    () => start(large),
  );
  const size = words(statSync(large).size / 1e6, 'MB');
  const from = `${count(conversations)} conversations, in the system's cache`;
  return [
    atMost('without a database', median(empty), 'ms', 100, 'which is made'),
    atMost(`on one of ${size}`, median(full), 'ms', 200, from),
  ];
}
