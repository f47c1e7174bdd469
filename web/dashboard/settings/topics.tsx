import { useState } from 'preact/hooks';
import type { Policy } from '../../rules/types.gen';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { NoList, SettingHead } from './parts';
import { usePolicy } from './policy';
import { Switch } from './switch';
import { TopicRow, topicName_max } from './topic_row';

const words = dashboard.settings.topics;

export function TopicsSettings() {
  const { stored, failed, again, saving, save, addTopic } = usePolicy();
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
    if (await addTopic(String(new FormData(form).get('topic')).trim())) form.reset();
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
            <TopicRow
              key={topic}
              topic={topic}
              onArchive={() =>
                void put(
                  policy.topics.filter((one) => one !== topic),
                  required,
                )
              }
            />
          ))}
        </ul>
      )}
      <form class="setting-form" onSubmit={add}>
        <Field label={words.name} hint={words.nameHint} fault={fault}>
          {(parts) => (
            <input {...parts} name="topic" dir="auto" maxLength={topicName_max} autocomplete="off" required />
          )}
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
