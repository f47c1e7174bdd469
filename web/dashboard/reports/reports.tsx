import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Channel } from '../../rules/types.gen';
import { channels } from '../../rules/words';
import { Button } from '../../ui/button';
import { count } from '../../words/count';
import { words as dashboard } from '../../words/dashboard';
import { useDesk } from '../context';
import { useLoaded } from '../loaded';
import { topicName } from '../topic_name';
import { Breakdown } from './breakdown';
import { Chart } from './chart';
import { longDay, shortDay, span } from './numbers';
import { askedFor, lengthOf, periodIn } from './period';
import { PeriodPicker } from './period_picker';
import type { Figures, Report } from './report';
import { halfOfCounts, halfOfSpans } from './scale';
import { Tiles } from './tiles';
import './reports.css';

const words = dashboard.reports;
const title = dashboard.app.areas.reports;

/** What there was to do, and how quickly it was done. */
export function Reports() {
  const { store } = useDesk();
  const { query } = useLocation();
  const period = useMemo(() => periodIn(query, store.now()), [query.days, query.from, query.to, query.site]);
  const { body, failed, loading, again } = useLoaded<{ report: Report }>(`reports?${askedFor(period)}`);
  const report = body?.report ?? null;
  useEffect(() => {
    document.title = `${title} · Wrapup`;
  }, []);
  return (
    <main id="main" class="reports" tabIndex={-1}>
      <div class="reports-page">
        <header class="reports-head">
          <h1>{title}</h1>
          <p class="reports-what">{words.what}</p>
        </header>
        <PeriodPicker period={period} />
        <p class="heard" role="status">
          {loading ? words.loading : ''}
        </p>
        {!loading && failed && (
          <p class="reports-note" role="alert">
            {words.failed} <Button label={dashboard.app.shared.tryAgain} onPress={again} />
          </p>
        )}
        {report === null && loading && <p class="reports-note">{words.loading}</p>}
        {report && <Shown report={report} old={loading || failed !== null} />}
      </div>
    </main>
  );
}

const medians = (of: (figures: Figures) => Figures['closing'], { days }: Report) => [
  { name: words.median, values: days.map(({ figures }) => of(figures)?.median_ms ?? null) },
  { name: words.p90, values: days.map(({ figures }) => of(figures)?.p90_ms ?? null) },
];

function Shown({ report, old }: { report: Report; old: boolean }) {
  const places = useMemo(() => report.days.map(({ key }) => ({ short: shortDay(key), long: longDay(key) })), [report]);
  const times = { kind: 'lines', places, half: halfOfSpans, format: span } as const;
  return (
    <div class={`reports-shown${old ? ' reports-old' : ''}`}>
      <Tiles total={report.total} days={lengthOf(report)} />
      {report.total.started === 0 && <p class="reports-note">{words.nothing}</p>}
      {report.total.started > 0 && (
        <>
          <Chart
            title={words.started}
            what={words.startedWhat}
            kind="bars"
            places={places}
            series={[{ name: words.started, values: report.days.map(({ figures }) => figures.started) }]}
            half={halfOfCounts}
            format={count}
          />
          <div class="reports-pair">
            <Chart
              title={words.firstReply}
              what={words.firstReplyWhat}
              series={medians((figures) => figures.first_reply, report)}
              {...times}
            />
            <Chart
              title={words.closing}
              what={words.closingWhat}
              series={medians((figures) => figures.closing, report)}
              {...times}
            />
          </div>
          <Breakdown
            title={words.byChannel}
            head={words.channel}
            slices={report.channels}
            nameOf={({ key }) => channels[key as Channel] ?? key}
          />
          <Breakdown
            title={words.byAgent}
            what={words.byAgentWhat}
            head={words.agent}
            slices={report.agents}
            nameOf={({ key, name }) => (key === '' ? words.nobody : name || words.someone)}
          />
          <Breakdown
            title={words.byTopic}
            what={words.byTopicWhat}
            head={words.topic}
            slices={report.topics}
            nameOf={({ key }) => (key === '' ? words.noTopic : topicName(key))}
          />
          <p class="reports-zone">{words.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
        </>
      )}
    </div>
  );
}
