import { useState } from 'preact/hooks';
import { words as dashboard } from '../../words/dashboard';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';
import { AskedFields } from './asked_fields';
import { ChooseField } from './choose_field';
import { type OfficeHours, type SiteDesk, usualHours } from './desk';
import { HoursFields } from './hours_fields';
import { FormDialog, NoList, Save } from './parts';
import { Switch } from './switch';
import './desk.css';

const { desk: words } = dashboard.settings;

interface DeskFormProps {
  site: { id: string; name: string };
  onClose: () => void;
}

/** When visitors of a site are answered, and what they are asked. */
export function DeskForm({ site, onClose }: DeskFormProps) {
  const path = `sites/${site.id}/desk`;
  const { body, failed, again } = useLoaded<SiteDesk>(path);
  return (
    <FormDialog title={words.of(site.name)} onClose={onClose}>
      {body === null ? (
        <NoList failed={failed} again={again} />
      ) : (
        <Fields path={path} stored={body} onClose={onClose} />
      )}
    </FormDialog>
  );
}

/** What is written in the fields, without the ends of it that nobody sees. */
const tidied = (desk: SiteDesk): SiteDesk => ({
  ...desk,
  form: desk.form.map((field) => ({
    ...field,
    label: field.label.trim(),
    options: field.kind === 'choice' ? field.options.map((option) => option.trim()).filter(Boolean) : [],
  })),
});

function Fields({ path, stored, onClose }: { path: string; stored: SiteDesk; onClose: () => void }) {
  const saving = useSaving();
  const [desk, setDesk] = useState(stored);
  // Kept while the site is always open, in case somebody changes their mind.
  const [hours, setHours] = useState<OfficeHours>(stored.hours ?? usualHours());
  const change = (part: Partial<SiteDesk>) => {
    setDesk({ ...desk, ...part });
    saving.touch();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await saving.post(path, tidied(desk))) onClose();
  };
  const at = saving.unsaved?.field ?? '';
  return (
    <form class="desk-form" onSubmit={submit}>
      <section class="desk-section" aria-labelledby="desk-hours">
        <h3 id="desk-hours">{words.hours}</h3>
        <Switch
          label={words.hasHours}
          hint={words.hasHoursHint}
          on={desk.hours !== null}
          onToggle={() => change({ hours: desk.hours ? null : hours })}
        />
        {desk.hours && (
          <HoursFields
            hours={desk.hours}
            saving={saving}
            onChange={(next) => {
              setHours(next);
              change({ hours: next });
            }}
          />
        )}
      </section>
      <section class="desk-section" aria-labelledby="desk-answers">
        <h3 id="desk-answers">{words.answers}</h3>
        <ChooseField
          label={words.replyTime}
          among={words.replyTimes}
          value={desk.reply_time}
          onChoose={(reply_time) => change({ reply_time })}
        />
        <Switch
          label={words.away}
          hint={words.awayHint}
          on={desk.away_form}
          onToggle={() => change({ away_form: !desk.away_form })}
        />
        <Switch
          label={words.rating}
          hint={words.ratingHint}
          on={desk.rating}
          onToggle={() => change({ rating: !desk.rating })}
        />
      </section>
      <section class="desk-section" aria-labelledby="desk-asked">
        <div>
          <h3 id="desk-asked">{words.asked}</h3>
          <p class="setting-lead">{words.askedLead}</p>
        </div>
        <AskedFields form={desk.form} saving={saving} onChange={(form) => change({ form })} />
      </section>
      <div class="desk-save">
        <Save saving={saving} label={dashboard.app.shared.save} fields={at.includes('.') ? [at] : []} />
      </div>
    </form>
  );
}
