import { useState } from 'preact/hooks';
import { isColour, ownFill } from '../../ui/accent';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { allLanguages, languages } from '../../words/language';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';
import { ChooseField } from './choose_field';
import { LogoField, useLogo } from './logo_field';
import { LookPreview, type SiteLook } from './look_preview';
import { FormDialog, faultOf, NoList, Save } from './parts';
import './look.css';

const { look: words } = dashboard.settings;
const greetingLength_max = 200;
const languageNames = Object.fromEntries(allLanguages.map((one) => [one, languages[one].name]));

interface LookFormProps {
  site: { id: string; name: string };
  onClose: () => void;
}

/** How the chat looks on the pages of a site. */
export function LookForm({ site, onClose }: LookFormProps) {
  const path = `sites/${site.id}/look`;
  const { body, failed, again } = useLoaded<SiteLook>(path);
  return (
    <FormDialog title={words.of(site.name)} onClose={onClose}>
      {body === null ? (
        <NoList failed={failed} again={again} />
      ) : (
        <Fields site={site.id} path={path} stored={body} onClose={onClose} />
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  site: string;
  path: string;
  stored: SiteLook;
  onClose: () => void;
}

function Fields({ site, path, stored, onClose }: FieldsProps) {
  const saving = useSaving();
  const logo = useLogo(site);
  const [look, setLook] = useState(stored);
  const change = (part: Partial<SiteLook>) => {
    setLook({ ...look, ...part });
    saving.touch();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await saving.post(path, { ...look, greeting: look.greeting.trim() })) onClose();
  };
  return (
    <form onSubmit={submit}>
      <LookPreview look={look} logo={logo.address} />
      <LogoField logo={logo} />
      <Field label={words.colour} hint={words.colourHint} fault={faultOf(saving, 'colour')}>
        {(parts) => (
          <div class="look-colour">
            <input
              {...parts}
              dir="ltr"
              value={look.colour ?? ''}
              placeholder={ownFill.light}
              maxLength={7}
              autocomplete="off"
              spellcheck={false}
              onInput={({ currentTarget: { value } }) => change({ colour: value.trim().toLowerCase() || null })}
            />
            <input
              type="color"
              aria-label={words.pick}
              value={isColour(look.colour) ? look.colour : ownFill.light}
              onInput={({ currentTarget: { value } }) => change({ colour: value })}
            />
          </div>
        )}
      </Field>
      <Field label={words.greeting} hint={words.greetingHint} fault={faultOf(saving, 'greeting')}>
        {(parts) => (
          <input
            {...parts}
            dir="auto"
            value={look.greeting}
            maxLength={greetingLength_max}
            autocomplete="off"
            onInput={({ currentTarget: { value } }) => change({ greeting: value })}
          />
        )}
      </Field>
      <div class="look-choices">
        <ChooseField
          label={words.position}
          among={words.positions}
          value={look.position}
          onChoose={(position) => change({ position })}
        />
        <ChooseField
          label={words.theme}
          among={words.themes}
          value={look.theme}
          onChoose={(theme) => change({ theme })}
        />
        <ChooseField
          label={words.language}
          among={{ auto: words.browserLanguage, ...languageNames }}
          langOf={(language) => (language === 'auto' ? undefined : language)}
          value={look.language}
          onChoose={(language) => change({ language })}
        />
      </div>
      <Save saving={saving} label={dashboard.app.shared.save} fields={['colour', 'greeting']} />
    </form>
  );
}
