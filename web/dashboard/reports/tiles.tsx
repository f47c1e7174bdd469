import { count } from '../../words/count';
import { words as dashboard } from '../../words/dashboard';
import { average, maybe, share, span } from './numbers';
import type { Figures, Spread } from './report';
import './tiles.css';

const words = dashboard.reports;

interface Tile {
  name: string;
  value: string;
  more: string | null;
}

const ofTimes = (name: string, spread: Spread | null): Tile => ({
  name,
  value: maybe(spread, ({ median_ms }) => span(median_ms)),
  more: spread ? words.within(span(spread.p90_ms)) : words.none,
});

/** The numbers of the whole period. */
export function Tiles({ total, days }: { total: Figures; days: number }) {
  const { started, reopened, closed, closed_without_reply: silent } = total;
  const tiles: Tile[] = [
    { name: words.started, value: count(started), more: words.perDay(average(started / days)) },
    ofTimes(words.firstReply, total.first_reply),
    ofTimes(words.closing, total.closing),
    { name: words.reopened, value: count(reopened), more: words.ofStarted(share(reopened, started)) },
    { name: words.withoutReply, value: count(silent), more: words.ofClosed(share(silent, closed)) },
  ];
  return (
    <dl class="tiles">
      {tiles.map(({ name, value, more }) => (
        <div key={name} class="tile">
          <dt>{name}</dt>
          <dd class="tile-value">{value}</dd>
          <dd class="tile-more">{more}</dd>
        </div>
      ))}
    </dl>
  );
}
