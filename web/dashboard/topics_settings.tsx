import { useState } from 'preact/hooks';
import type { Policy } from '../rules/types.gen';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { usePolicy } from './policy_settings';
import { NoList, SettingHead } from './settings_parts';
import { Switch } from './switch';
import { topicName } from './topic_name';

const words = {
  title: 'Topics',
  lead: 'What conversations are about. Agents choose one or more; reports count by them.',
  required: 'A topic has to be chosen before closing',
  requiredHint: 'Until then, every closing button says so.',
  none: 'There are none yet. With none, nobody is asked for one.',
  name: 'New topic',
  nameHint: 'A word or two, as in “Refund”.',
  add: 'Add topic',
  archive: 'Archive',
};

/** "Brewing advice" is kept as "brewing_advice". */
const idOf = (name: string) => name.trim().toLowerCase().replaceAll(/\s+/g, '_');

export function TopicsSettings() {
  const { stored, failed, again, saving, save } = usePolicy();
  const [wanted, setWanted] = useState<boolean | null>(null);
  if (stored === null)
    return (
      <>
        <SettingHead title={words.title} lead={words.lead} />
        <NoList failed={failed} again={again} />
      </>
    );
  const { policy } = stored;
  const required = policy.required_topics.length > 0;
  const put = (topics: Policy['topics'], isRequired: boolean) =>
    save({ ...policy, topics, required_topics: isRequired ? topics : [] });
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (await put([...policy.topics, idOf(String(new FormData(form).get('topic')))], required)) form.reset();
  };
  const fault = saving.unsaved?.text ?? null;
  return (
    <>
      <SettingHead title={words.title} lead={words.lead} />
      <Switch
        label={words.required}
        hint={words.requiredHint}
        on={wanted ?? required}
        onToggle={() => {
          setWanted(!required);
          void put(policy.topics, !required).then(() => setWanted(null));
        }}
      />
      {policy.topics.length === 0 ? (
        <p class="setting-empty">{words.none}</p>
      ) : (
        <ul class="setting-rows">
          {policy.topics.map((topic) => (
            <li key={topic} class="setting-row">
              <p class="setting-row-main setting-row-title">{topicName(topic)}</p>
              <Button
                label={words.archive}
                tone="quiet"
                onPress={() =>
                  void put(
                    policy.topics.filter((one) => one !== topic),
                    required,
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <form class="setting-form" onSubmit={add}>
        <Field label={words.name} hint={words.nameHint} fault={fault}>
          {(parts) => <input {...parts} name="topic" maxLength={60} autocomplete="off" required />}
        </Field>
        <div>
          <button type="submit" class="button button-primary">
            {words.add}
          </button>
        </div>
      </form>
    </>
  );
}
