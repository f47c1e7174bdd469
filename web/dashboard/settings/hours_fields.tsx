import { useId } from 'preact/hooks';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { useLoaded } from '../loaded';
import type { Saving } from '../saving';
import { dayNames, endShownAs, likeMonday, nextSpan, type OfficeHours, type Span, shownEnd } from './desk';
import { faultOf } from './parts';

const { desk: words } = dashboard.settings;

interface HoursFieldsProps {
  hours: OfficeHours;
  saving: Saving;
  onChange: (hours: OfficeHours) => void;
}

/** When somebody is there, day by day, by the clocks of one place. */
export function HoursFields({ hours, saving, onChange }: HoursFieldsProps) {
  const { body } = useLoaded<{ time_zones: string[] }>('time-zones');
  const zones = useId();
  const put = (week: Span[][]) => onChange({ ...hours, week });
  return (
    <>
      <Field label={words.zone} hint={words.zoneHint} fault={faultOf(saving, 'hours.time_zone')}>
        {(parts) => (
          <input
            {...parts}
            dir="ltr"
            list={zones}
            value={hours.time_zone}
            autocomplete="off"
            spellcheck={false}
            required
            onInput={({ currentTarget: { value } }) => onChange({ ...hours, time_zone: value.trim() })}
          />
        )}
      </Field>
      <datalist id={zones}>
        {body?.time_zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div class="desk-week">
        {dayNames().map((name, day) => (
          <Day
            key={name}
            name={name}
            spans={hours.week[day] ?? []}
            fault={faultWithin(saving, `hours.week[${day}]`)}
            onChange={(spans) => put(hours.week.map((before, one) => (one === day ? spans : before)))}
          />
        ))}
      </div>
      <div>
        <Button label={words.copyMonday} icon="copy" onPress={() => put(likeMonday(hours.week))} />
      </div>
    </>
  );
}

/** The fault of a field or of a part of it. */
const faultWithin = ({ unsaved }: Saving, field: string): string | null =>
  unsaved?.field?.startsWith(field) ? unsaved.text : null;

interface DayProps {
  name: string;
  spans: Span[];
  fault: string | null;
  onChange: (spans: Span[]) => void;
}

function Day({ name, spans, fault, onChange }: DayProps) {
  const next = nextSpan(spans);
  const change = (index: number, part: Partial<Span>) =>
    onChange(spans.map((span, one) => (one === index ? { ...span, ...part } : span)));
  return (
    <fieldset class="desk-day">
      <legend>{name}</legend>
      <div class="desk-spans">
        {spans.length === 0 && <span class="desk-closed">{words.closed}</span>}
        {spans.map((span, index) => (
          <div key={index} class="desk-span">
            <input
              type="time"
              aria-label={words.from}
              value={span.from}
              required
              onChange={({ currentTarget: { value } }) => change(index, { from: value })}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              aria-label={words.to}
              value={shownEnd(span.to)}
              required
              onChange={({ currentTarget: { value } }) => change(index, { to: endShownAs(value) })}
            />
            <Button
              label={words.removeSpan(name)}
              icon="x"
              tone="quiet"
              bare
              onPress={() => onChange(spans.filter((_, one) => one !== index))}
            />
          </div>
        ))}
        {fault && (
          <span class="field-fault" role="alert">
            {fault}
          </span>
        )}
      </div>
      {next && (
        <Button label={words.addSpan(name)} icon="plus" tone="quiet" bare onPress={() => onChange([...spans, next])} />
      )}
    </fieldset>
  );
}
