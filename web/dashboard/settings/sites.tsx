import { useState } from 'preact/hooks';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { list } from '../../words/list';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';
import { CopyButton } from './copy_button';
import { DeskForm } from './desk_form';
import { IdentityForm } from './identity_form';
import { LookForm } from './look_form';
import { FormDialog, faultOf, NoList, Save, SettingHead } from './parts';

interface Site {
  id: string;
  name: string;
  origins: string[];
}

const { shared, sites: words } = dashboard.settings;

const lineFor = (site: string) => `<script async src="${location.origin}/widget.js?site=${site}"></script>`;

export function SitesSettings() {
  const { body, failed, again } = useLoaded<{ sites: Site[] }>('sites');
  const [edited, setEdited] = useState<Site | 'new' | null>(null);
  const [dressed, setDressed] = useState<Site | null>(null);
  const [vouching, setVouching] = useState<Site | null>(null);
  const [opened, setOpened] = useState<Site | null>(null);
  return (
    <>
      <SettingHead title={words.title} lead={words.lead}>
        <Button label={words.add} icon="plus" tone="primary" onPress={() => setEdited('new')} />
      </SettingHead>
      {body === null ? (
        <NoList failed={failed} again={again} />
      ) : (
        <ul class="setting-rows">
          {body.sites.map((site) => (
            <li key={site.id} class="setting-row setting-row-tall">
              <div class="setting-row-main">
                <p class="setting-row-title">
                  <span dir="auto">{site.name}</span>
                </p>
                <p class="setting-row-text">{site.origins.length > 0 ? list(site.origins) : words.nowhere}</p>
                <p class="code-line">
                  <code dir="ltr">{lineFor(site.id)}</code>
                  <CopyButton label={words.copy(site.name)} text={lineFor(site.id)} />
                </p>
              </div>
              <Button
                label={dashboard.settings.desk.of(site.name)}
                icon="clock"
                tone="quiet"
                bare
                onPress={() => setOpened(site)}
              />
              <Button
                label={dashboard.settings.look.of(site.name)}
                icon="palette"
                tone="quiet"
                bare
                onPress={() => setDressed(site)}
              />
              <Button
                label={dashboard.settings.identity.of(site.name)}
                icon="user-check"
                tone="quiet"
                bare
                onPress={() => setVouching(site)}
              />
              <Button label={shared.edit(site.name)} icon="pencil" tone="quiet" bare onPress={() => setEdited(site)} />
            </li>
          ))}
        </ul>
      )}
      {opened && <DeskForm site={opened} onClose={() => setOpened(null)} />}
      {dressed && <LookForm site={dressed} onClose={() => setDressed(null)} />}
      {vouching && <IdentityForm site={vouching} onClose={() => setVouching(null)} />}
      {edited && (
        <SiteForm
          site={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            again();
          }}
        />
      )}
    </>
  );
}

interface SiteFormProps {
  site: Site | null;
  onClose: () => void;
  onSaved: () => void;
}

function SiteForm({ site, onClose, onSaved }: SiteFormProps) {
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const origins = String(form.get('origins')).split(/\s+/).filter(Boolean);
    if (await saving.post(site ? `sites/${site.id}` : 'sites', { name: form.get('name'), origins })) onSaved();
  };
  return (
    <FormDialog title={site ? words.edit : words.add} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={shared.name} fault={faultOf(saving, 'name')}>
          {(parts) => (
            <input {...parts} name="name" dir="auto" defaultValue={site?.name ?? ''} maxLength={100} required />
          )}
        </Field>
        <Field label={words.origins} hint={words.originsHint} fault={faultOf(saving, 'origins')}>
          {(parts) => (
            <textarea
              {...parts}
              name="origins"
              dir="ltr"
              defaultValue={site?.origins.join('\n') ?? ''}
              spellcheck={false}
            />
          )}
        </Field>
        <Save saving={saving} label={site ? dashboard.app.shared.save : shared.add} fields={['name', 'origins']} />
      </form>
    </FormDialog>
  );
}
