import { useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { CopyButton } from './copy_button';
import { useLoaded } from './loaded';
import { useSaving } from './saving';
import { FormDialog, faultOf, NoList, Save, SettingHead } from './settings_parts';

interface Site {
  id: string;
  name: string;
  origins: string[];
}

const words = {
  title: 'Sites',
  lead: 'Each website with a chat of its own. Put its line into the website’s pages, before </body>.',
  add: 'Add a site',
  edit: 'Edit site',
  name: 'Name',
  origins: 'Where the chat may stand',
  originsHint: 'One address per line, as in https://www.example.com. On any other page the chat does not open.',
  nowhere: 'It may stand nowhere yet: add the addresses of the website.',
  copy: (name: string) => `Copy the line for ${name}`,
};

const lineFor = (site: string) => `<script async src="${location.origin}/widget.js?site=${site}"></script>`;

export function SitesSettings() {
  const { body, failed, again } = useLoaded<{ sites: Site[] }>('sites');
  const [edited, setEdited] = useState<Site | 'new' | null>(null);
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
                <p class="setting-row-title">{site.name}</p>
                <p class="setting-row-text">{site.origins.join(', ') || words.nowhere}</p>
                <p class="code-line">
                  <code>{lineFor(site.id)}</code>
                  <CopyButton label={words.copy(site.name)} text={lineFor(site.id)} />
                </p>
              </div>
              <Button label={`Edit ${site.name}`} icon="pencil" tone="quiet" bare onPress={() => setEdited(site)} />
            </li>
          ))}
        </ul>
      )}
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
        <Field label={words.name} fault={faultOf(saving, 'name')}>
          {(parts) => <input {...parts} name="name" defaultValue={site?.name ?? ''} maxLength={100} required />}
        </Field>
        <Field label={words.origins} hint={words.originsHint} fault={faultOf(saving, 'origins')}>
          {(parts) => (
            <textarea {...parts} name="origins" defaultValue={site?.origins.join('\n') ?? ''} spellcheck={false} />
          )}
        </Field>
        <Save saving={saving} label={site ? 'Save' : 'Add'} fields={['name', 'origins']} />
      </form>
    </FormDialog>
  );
}
