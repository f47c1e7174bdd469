import { labels, type Preset } from '../../rules/words';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { type Language, languages } from '../../words/language';
import { alerting, toggleAlerts } from '../bell';
import { useDesk } from '../context';
import { singleKeys } from '../keys';
import { labelPreset } from '../labels';
import { chosenLanguage } from '../language';
import { type Saving, useSaving } from '../saving';
import { type Theme, theme } from '../theme';
import { ChooseField } from './choose_field';
import { Logins } from './logins';
import { faultOf, Save, SettingHead } from './parts';
import { SecondFactor } from './second_factor';
import { Switch } from './switch';

const words = dashboard.settings.profile;
const themes: Record<Theme, string> = words.themes;
const presets: Record<Preset, string> = {
  long: words.presets.long(labels.end_and_close.long),
  short: words.presets.short(labels.end_and_close.short),
};
const ownNames = Object.entries(languages).map(([language, { name }]) => [language, name]);
const spoken: Record<Language | 'auto', string> = { auto: words.browserLanguage, ...Object.fromEntries(ownNames) };

export function ProfileSettings() {
  return (
    <>
      <SettingHead title={words.title} lead={words.lead} />
      <Name />
      <Password />
      <SecondFactor />
      <Logins />
      <Browser />
    </>
  );
}

const submitted = (event: SubmitEvent) => {
  event.preventDefault();
  return Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
};

function Name() {
  const { me } = useDesk();
  const saving: Saving = useSaving();
  return (
    <form
      class="setting-form"
      onSubmit={(event) => void saving.post('me/name', submitted(event))}
      onInput={saving.touch}
    >
      <Field label={dashboard.settings.shared.name} hint={words.nameHint} fault={faultOf(saving, 'name')}>
        {(parts) => (
          <input
            {...parts}
            name="name"
            dir="auto"
            defaultValue={me.name}
            maxLength={100}
            autocomplete="name"
            required
          />
        )}
      </Field>
      <Save saving={saving} label={words.saveName} fields={['name']} />
    </form>
  );
}

function Password() {
  const saving = useSaving();
  const onSubmit = async (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    if (await saving.post('me/password', submitted(event))) form.reset();
  };
  return (
    <section class="setting-section" aria-labelledby="setting-password">
      <h2 id="setting-password">{words.password}</h2>
      <form class="setting-form" onSubmit={onSubmit} onInput={saving.touch}>
        <Field label={words.current} fault={faultOf(saving, 'current')}>
          {(parts) => <input {...parts} type="password" name="current" autocomplete="current-password" required />}
        </Field>
        <Field label={words.next} hint={words.nextHint} fault={faultOf(saving, 'password')}>
          {(parts) => (
            <input {...parts} type="password" name="password" minLength={10} autocomplete="new-password" required />
          )}
        </Field>
        <Save saving={saving} label={words.savePassword} fields={['current', 'password']} saved={words.passwordSaved} />
      </form>
    </section>
  );
}

function Browser() {
  const { store } = useDesk();
  const speak = async (language: Language | 'auto') => {
    chosenLanguage.choose(language);
    await store.settled();
    location.reload();
  };
  return (
    <section class="setting-section" aria-labelledby="setting-browser">
      <div>
        <h2 id="setting-browser">{words.browser}</h2>
        <p class="setting-lead">{words.browserLead}</p>
      </div>
      <div class="setting-form">
        <ChooseField
          label={words.language}
          among={spoken}
          langOf={(language) => (language === 'auto' ? undefined : language)}
          value={chosenLanguage.value}
          onChoose={speak}
        />
        <ChooseField label={words.theme} among={themes} value={theme.value} onChoose={theme.choose} />
        <ChooseField label={words.labels} among={presets} value={labelPreset.value} onChoose={labelPreset.choose} />
        <Switch
          label={dashboard.app.help.letters}
          hint={words.keysHint}
          on={singleKeys.on}
          onToggle={singleKeys.toggle}
        />
        <Switch label={dashboard.app.bell.on} hint={words.alertsHint} on={alerting.on} onToggle={toggleAlerts} />
      </div>
    </section>
  );
}
