import { Field } from '../ui/field';
import { alerting, toggleAlerts } from './bell';
import { ChooseField } from './choose_field';
import { useDesk } from './context';
import { singleKeys } from './keys';
import { labelPreset } from './labels';
import { type Saving, useSaving } from './saving';
import { faultOf, Save, SettingHead } from './settings_parts';
import { Switch } from './switch';
import { type Theme, theme } from './theme';

const words = {
  title: 'Profile',
  lead: 'Who you are to your colleagues and customers, and how Wrapup behaves in this browser.',
  name: 'Name',
  nameHint: 'Colleagues see it; customers do where the policy shows who answers them.',
  saveName: 'Save name',
  password: 'Password',
  current: 'Current password',
  next: 'New password',
  nextHint: 'At least 10 characters. You are signed out everywhere else.',
  savePassword: 'Change password',
  passwordSaved: 'Changed. You are signed out everywhere else.',
  browser: 'This browser',
  browserLead: 'Kept on this device only.',
  theme: 'Look',
  labels: 'Names of buttons',
  keys: 'Single letters do something',
  keysHint: 'J and K move in the list, C claims; press ? for all of them.',
  alerts: 'Notify me when a customer writes',
  alertsHint: 'By a sound, and on the desktop where the browser allows it.',
};

const themes: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };
const presets = { long: 'Long: “End Chat and Close”', short: 'Short: “End & Close”' };

export function ProfileSettings() {
  return (
    <>
      <SettingHead title={words.title} lead={words.lead} />
      <Name />
      <Password />
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
      <Field label={words.name} hint={words.nameHint} fault={faultOf(saving, 'name')}>
        {(parts) => (
          <input {...parts} name="name" defaultValue={me.name} maxLength={100} autocomplete="name" required />
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
  return (
    <section class="setting-section" aria-labelledby="setting-browser">
      <div>
        <h2 id="setting-browser">{words.browser}</h2>
        <p class="setting-lead">{words.browserLead}</p>
      </div>
      <div class="setting-form">
        <ChooseField label={words.theme} among={themes} value={theme.value} onChoose={theme.choose} />
        <ChooseField label={words.labels} among={presets} value={labelPreset.value} onChoose={labelPreset.choose} />
        <Switch label={words.keys} hint={words.keysHint} on={singleKeys.on} onToggle={singleKeys.toggle} />
        <Switch label={words.alerts} hint={words.alertsHint} on={alerting.on} onToggle={toggleAlerts} />
      </div>
    </section>
  );
}
