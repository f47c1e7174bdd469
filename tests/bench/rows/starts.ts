// What happens at the beginning.
import { statSync } from 'node:fs';
import { fresh, lines, roomFor, serve, withConversations } from '../databases.ts';
import { type Finding, median, words } from '../figures.ts';
import { freePort } from '../ports.ts';
import { load, product } from '../processes.ts';
import { type Effort, inTurns } from '../rounds.ts';

const connecting = 1_000;

interface Took {
  milliseconds: number;
}

/** Clients who connect at once and ask for a page. */
export async function connectingAtOnce({ rounds }: Effort): Promise<Finding[]> {
  const server = await serve(fresh('connecting.db'), ...roomFor(connecting));
  const headers = lines('connecting.txt', Array<string>(connecting).fill('Accept: */*'));
  const crowd = ['--port', server.port, '--path', '/login', '--headers', headers];
  const [took] = await inTurns<[Took]>(rounds, () => load('crowd', ...crowd));
  await server.stop();
  const seconds = median(took.map(({ milliseconds }) => milliseconds / 1000));
  return [
    {
      what: 'all served',
      value: seconds,
      unit: 's',
      bound: { atMost: 0.5 },
      from: '',
    },
  ];
}

async function start(database: string): Promise<number> {
  const port = await freePort();
  const command = ['taskset', '-c', '0', product, 'serve', '--db', database, '--listen', `127.0.0.1:${port}`];
  return (await load<Took>('start', '--port', port, '--path', '/login', '--', ...command)).milliseconds;
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
  const from = `${conversations.toLocaleString('en')} conversations, in the system’s cache`;
  return [
    {
      what: 'without a database',
      value: median(empty),
      unit: 'ms',
      bound: { atMost: 100 },
      from: 'which is made',
    },
    {
      what: `on one of ${size}`,
      value: median(full),
      unit: 'ms',
      bound: { atMost: 200 },
      from,
    },
  ];
}
