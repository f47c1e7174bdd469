import { useState } from 'preact/hooks';
import type { Channel, Policy, ReopenMode } from '../../rules/types.gen';
import { channels } from '../../rules/words';
import { Button } from '../../ui/button';
import { fullTime } from '../../ui/time';
import { words as dashboard } from '../../words/dashboard';
import { type Saving, useSaving } from '../saving';
import { ChooseField } from './choose_field';
import { NumberField } from './number_field';
import { Save } from './parts';
import type { StoredPolicy } from './policy';
import { type Foretold, PolicyPreview } from './policy_preview';
import './policies.css';

const words = dashboard.settings.policies;
const { minutes, seconds, hours } = words.units;
const modes: Record<ReopenMode, string> = words.modes;

/** Those on which customers write. */
const written = ['chat', 'email', 'call', 'voicemail', 'sms', 'social'] as const satisfies readonly Channel[];

const second_ms = 1_000;
const minute_ms = 60_000;
const hour_ms = 3_600_000;

const durations = [
  { field: 'idle_end_ms', label: words.idle, unit: minutes, unit_ms: minute_ms },
  { field: 'rejoin_window_ms', label: words.rejoin, unit: seconds, unit_ms: second_ms },
  { field: 'undo_window_ms', label: words.undo, unit: seconds, unit_ms: second_ms },
] as const;

function versionOf({ version, from }: StoredPolicy): string {
  if (version === 0) return words.asItComes;
  return from === 0 ? words.fromTheStart(version) : words.since(version, fullTime(from));
}

interface FormProps {
  stored: StoredPolicy;
  saving: Saving;
  save: (policy: Policy) => Promise<boolean>;
}

/** A policy as it is being changed, and what that would have come to. */
export function PolicyForm({ stored, saving, save }: FormProps) {
  const [policy, setPolicy] = useState(stored.policy);
  const [foretold, setForetold] = useState<Foretold | null>(null);
  const previewing = useSaving();
  const put = (change: Partial<Policy>) => {
    setPolicy({ ...policy, ...change });
    setForetold(null);
    saving.touch();
  };
  const putReopen = (channel: Channel, change: Partial<Policy['reopen'][Channel]>) =>
    put({ reopen: { ...policy.reopen, [channel]: { ...policy.reopen[channel], ...change } } });
  const putRespond = (channel: Channel, change: Partial<Policy['respond'][Channel]>) =>
    put({ respond: { ...policy.respond, [channel]: { ...policy.respond[channel], ...change } } });
  const preview = async () => {
    const done = await previewing.post<Foretold>('policy/preview', { version: stored.version, policy });
    if (done) setForetold(done.body);
  };
  const number = { saving };
  return (
    <form
      class="policy"
      onSubmit={(event) => {
        event.preventDefault();
        void save(policy);
      }}
    >
      <p class="setting-aside">{versionOf(stored)}</p>
      <div class="policy-fields">
        <ChooseField
          label={words.routing}
          among={words.routings}
          value={policy.routing}
          onChoose={(routing) => put({ routing })}
        />
        <ChooseField
          label={words.names}
          among={words.namesAre}
          value={policy.agent_names}
          onChoose={(agent_names) => put({ agent_names })}
        />
        {durations.map(({ field, label, unit, unit_ms }) => (
          <NumberField
            {...number}
            key={field}
            label={label}
            unit={unit}
            unit_ms={unit_ms}
            ms={policy[field]}
            field={field}
            onChange={(ms) => put({ [field]: ms ?? 0 })}
          />
        ))}
      </div>
      <section class="setting-section" aria-labelledby="policy-answers">
        <div>
          <h2 id="policy-answers">{words.answers}</h2>
          <p class="setting-lead">{words.answersLead}</p>
        </div>
        {written.map((channel) => (
          <fieldset key={channel} class="policy-channel">
            <legend>{channels[channel]}</legend>
            {(['first', 'next'] as const).map((which) => (
              <NumberField
                key={which}
                {...number}
                label={words[which]}
                unit={minutes}
                unit_ms={minute_ms}
                ms={policy.respond[channel][`${which}_ms`]}
                field={`respond.${channel}.${which}_ms`}
                optional
                onChange={(ms) => putRespond(channel, { [`${which}_ms`]: ms })}
              />
            ))}
          </fieldset>
        ))}
      </section>
      <section class="setting-section" aria-labelledby="policy-reopening">
        <div>
          <h2 id="policy-reopening">{words.reopening}</h2>
          <p class="setting-lead">{words.reopeningLead}</p>
        </div>
        {written.map((channel) => (
          <fieldset key={channel} class="policy-channel">
            <legend>{channels[channel]}</legend>
            <ChooseField
              label={words.writes}
              among={modes}
              value={policy.reopen[channel].mode}
              onChoose={(mode) => putReopen(channel, { mode })}
            />
            {policy.reopen[channel].mode === 'window' && (
              <NumberField
                {...number}
                label={words.within}
                unit={hours}
                unit_ms={hour_ms}
                ms={policy.reopen[channel].window_ms}
                field={`reopen.${channel}.window_ms`}
                onChange={(ms) => putReopen(channel, { window_ms: ms ?? 0 })}
              />
            )}
          </fieldset>
        ))}
      </section>
      <div class="policy-save">
        {foretold && <PolicyPreview foretold={foretold} />}
        {previewing.unsaved && <p class="setting-unsaved">{previewing.unsaved.text}</p>}
        <Save saving={saving} label={words.save} fields={[]} saved={words.saved}>
          <Button label={previewing.busy ? words.looking : words.preview} onPress={preview} />
        </Save>
      </div>
    </form>
  );
}
