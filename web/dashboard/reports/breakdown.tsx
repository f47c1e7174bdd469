import { useId } from 'preact/hooks';
import { count } from '../../words/count';
import { words as dashboard } from '../../words/dashboard';
import { maybe, span } from './numbers';
import type { Figures, Slice } from './report';
import './breakdown.css';

const words = dashboard.reports;

interface BreakdownProps {
  title: string;
  what?: string;
  /** What its rows are. */
  head: string;
  slices: readonly Slice[];
  nameOf: (slice: Slice) => string;
}

const columns: readonly { name: string; tell: (figures: Figures) => string }[] = [
  { name: words.firstReply, tell: ({ first_reply: times }) => maybe(times, ({ median_ms }) => span(median_ms)) },
  { name: words.closing, tell: ({ closing: times }) => maybe(times, ({ median_ms }) => span(median_ms)) },
  { name: words.reopened, tell: ({ reopened }) => count(reopened) },
  { name: words.withoutReply, tell: ({ closed_without_reply: silent }) => count(silent) },
];

/** The same numbers for each of several parts, the largest first. */
export function Breakdown({ title, what, head, slices, nameOf }: BreakdownProps) {
  const id = useId();
  const most = slices[0]?.figures.started ?? 0;
  return (
    <div class="breakdown">
      <header>
        <h2 id={id}>{title}</h2>
        {what && <p class="breakdown-what">{what}</p>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section class="breakdown-rows" tabIndex={0} aria-labelledby={id}>
        <table>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{words.startedShort}</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {slices.map((slice) => (
              <tr key={slice.key}>
                <th scope="row">
                  <bdi>{nameOf(slice)}</bdi>
                </th>
                <td>
                  <span class="breakdown-started">
                    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(slice.figures.started / Math.max(most, 1)) * 100} height="8" rx="2" />
                    </svg>
                    <span>{count(slice.figures.started)}</span>
                  </span>
                </td>
                {columns.map(({ name, tell }) => (
                  <td key={name}>{tell(slice.figures)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
