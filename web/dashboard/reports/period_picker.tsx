import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { words as dashboard } from '../../words/dashboard';
import { useDesk } from '../context';
import { askedFor, daysMax, lengthOf, type Period, periodIn, presets, reportsHref } from './period';
import './period_picker.css';

const words = dashboard.reports;

/** Which days, of which site; and the same to be taken away. */
export function PeriodPicker({ period }: { period: Period }) {
  const { me, store } = useDesk();
  const { route } = useLocation();
  const [choosing, setChoosing] = useState(false);
  const chosen = choosing || period.preset === null;
  const presetHref = (days: number) =>
    reportsHref({ ...periodIn({ days: String(days) }, store.now()), site: period.site });
  return (
    <div class="picker">
      <nav class="picker-presets" aria-label={words.period}>
        {presets.map((days) => (
          <a
            key={days}
            class="tab"
            href={presetHref(days)}
            aria-current={days === period.preset && !chosen ? 'page' : undefined}
            onClick={() => setChoosing(false)}
          >
            {words.days(days)}
          </a>
        ))}
        <button
          type="button"
          class="tab"
          aria-expanded={chosen}
          aria-controls="period-days"
          aria-current={chosen ? 'true' : undefined}
          onClick={() => setChoosing(true)}
        >
          {words.custom}
        </button>
      </nav>
      {me.sites.length > 1 && (
        <label class="picker-field">
          <span class="heard">{words.site}</span>
          <select
            value={period.site ?? ''}
            onChange={(event) => route(reportsHref({ ...period, site: event.currentTarget.value || null }))}
          >
            <option value="">{words.allSites}</option>
            {me.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <a
        class="button button-plain picker-download"
        href={`/api/v1/reports.csv?${askedFor(period)}`}
        download={`wrapup-report-${period.from}-to-${period.to}.csv`}
      >
        <Icon name="download" />
        {words.download}
      </a>
      {chosen && <Days key={reportsHref(period)} period={period} />}
    </div>
  );
}

function Days({ period }: { period: Period }) {
  const { route } = useLocation();
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const fault = from > to ? words.backwards : lengthOf({ from, to }) > daysMax ? words.tooLong : null;
  const show = () => {
    if (from && to && fault === null) route(reportsHref({ ...period, from, to, preset: null }));
  };
  return (
    <form
      id="period-days"
      class="picker-days"
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <label class="picker-field">
        <span>{words.from}</span>
        <input type="date" required value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label class="picker-field">
        <span>{words.to}</span>
        <input type="date" required value={to} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
      <Button label={words.show} reason={fault} onPress={show} />
    </form>
  );
}
