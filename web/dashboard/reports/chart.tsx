import { useId, useState } from 'preact/hooks';
import { words as dashboard } from '../../words/dashboard';
import { isRightToLeft } from '../../words/language';
import { list } from '../../words/list';
import { maybe } from './numbers';
import { type Half, largest } from './scale';
import './chart.css';

const words = dashboard.reports;

export interface Series {
  name: string;
  /** Null: there is nothing to tell of that day. */
  values: readonly (number | null)[];
}

interface ChartProps {
  title: string;
  what: string;
  kind: 'bars' | 'lines';
  /** What the values belong to, as short as below an axis, and in full. */
  places: readonly { short: string; long: string }[];
  /** The first is drawn; the others are told beside it, and stand in the table. */
  series: readonly Series[];
  half: Half;
  format: (value: number) => string;
}

const height = 100;

/** Values in their order, to be looked at, asked one by one by pointer or keys, and read as a table. */
export function Chart({ title, what, kind, places, series, half, format }: ChartProps) {
  const id = useId();
  const [at, setAt] = useState<number | null>(null);
  const drawn = series[0]?.values ?? [];
  const step = half(largest(drawn));
  const y = (value: number) => height - (value / (2 * step)) * height;
  const told = (place: number) =>
    list(
      series.map(({ name, values }) => {
        const value = maybe(values[place] ?? null, format);
        return series.length > 1 ? words.comesTo(name, value) : value;
      }),
    );
  const point = (event: PointerEvent) => {
    const { left, right, width } = (event.currentTarget as Element).getBoundingClientRect();
    const from = isRightToLeft() ? right - event.clientX : event.clientX - left;
    setAt(Math.min(places.length - 1, Math.max(0, Math.floor((from / width) * places.length))));
  };
  const shown = at === null ? null : places[at];

  return (
    <div class="chart">
      <header class="chart-head">
        <h2 id={id}>{title}</h2>
        <p class="chart-what">
          {shown && at !== null ? (
            <>
              <strong>{shown.long}</strong> · {told(at)}
            </>
          ) : (
            what
          )}
        </p>
      </header>
      <div class="chart-body">
        <div class="chart-y" aria-hidden="true">
          {[2 * step, step, 0].map((value) => (
            <span key={value}>{format(value)}</span>
          ))}
        </div>
        {/* What it does by pointer, the slider in it does by keys. */}
        <div class="chart-plot" onPointerMove={point} onPointerLeave={() => setAt(null)}>
          <svg viewBox={`0 0 ${places.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {[0, height / 2, height].map((line) => (
              <path key={line} class="chart-grid" d={`M0 ${line}H${places.length}`} />
            ))}
            {at !== null && <rect class="chart-cursor" x={at} y={0} width={1} height={height} />}
            <path
              class={kind === 'bars' ? 'chart-bars' : 'chart-line'}
              d={kind === 'bars' ? bars(drawn, y) : line(drawn, y)}
            />
          </svg>
          <input
            class="chart-slider"
            type="range"
            min={0}
            max={places.length - 1}
            value={at ?? places.length - 1}
            aria-labelledby={id}
            aria-valuetext={`${places[at ?? places.length - 1]?.long}: ${told(at ?? places.length - 1)}`}
            onFocus={() => setAt(places.length - 1)}
            onBlur={() => setAt(null)}
            onInput={(event) => setAt(event.currentTarget.valueAsNumber)}
          />
        </div>
        <div class={`chart-x${places.length > eachMax ? '' : ' chart-x-each'}`} aria-hidden="true">
          {labelled(places.length).map((place) => (
            <span key={place}>{places[place]?.short}</span>
          ))}
        </div>
      </div>
      <Table title={title} places={places} series={series} format={format} />
    </div>
  );
}

/** So many days have room for a label each; of more, the first, the middle and the last have one. */
const eachMax = 7;
const labelled = (length: number): number[] =>
  length > eachMax ? [0, Math.floor((length - 1) / 2), length - 1] : Array.from({ length }, (_, place) => place);

function bars(values: readonly (number | null)[], y: (value: number) => number): string {
  const room = values.length > 60 ? 0.1 : 0.16;
  return values
    .map((value, x) => (value ? `M${x + room} ${height}V${y(value)}H${x + 1 - room}V${height}Z` : ''))
    .join('');
}

/** From middle to middle; it is broken where there is nothing, and a day alone is a dot. */
function line(values: readonly (number | null)[], y: (value: number) => number): string {
  return values
    .map((value, x) => {
      if (value === null) return '';
      const goesOn = x > 0 && values[x - 1] !== null;
      const alone = !goesOn && (values[x + 1] ?? null) === null;
      return `${goesOn ? 'L' : 'M'}${x + 0.5} ${y(value)}${alone ? 'h0.001' : ''}`;
    })
    .join('');
}

function Table({ title, places, series, format }: Pick<ChartProps, 'title' | 'places' | 'series' | 'format'>) {
  return (
    <details class="chart-table">
      <summary>{words.asTable}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section class="chart-rows" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map(({ long }, place) => (
              <tr key={long}>
                <th scope="row">{long}</th>
                {series.map(({ name, values }) => (
                  <td key={name}>{maybe(values[place] ?? null, format)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
