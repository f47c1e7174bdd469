import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { type CannedReply, type Variable, variables } from '../canned';
import { useDesk } from '../context';
import { insert } from '../insert';
import { useSaving } from '../saving';
import { FormDialog, faultOf, Save } from './parts';

const { shared, canned: words } = dashboard.settings;

const fields = ['shortcut', 'title', 'text', 'site'] as const;

export function CannedForm({ reply, onClose }: { reply: CannedReply | null; onClose: () => void }) {
  const { canned, me } = useDesk();
  const saving = useSaving();
  const [sure, setSure] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const path = reply ? `canned-replies/${reply.id}` : 'canned-replies';

  const done = async () => {
    await canned.load();
    onClose();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const sent = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')]));
    if (await saving.post(path, { ...sent, site: sent.site || null })) await done();
  };
  const remove = async () => {
    if (!sure) return setSure(true);
    if (await saving.post(`${path}/remove`, {})) await done();
  };
  return (
    <FormDialog title={reply ? words.edit : words.add} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={words.name} fault={faultOf(saving, 'title')}>
          {(parts) => (
            <input {...parts} name="title" dir="auto" defaultValue={reply?.title ?? ''} maxLength={100} required />
          )}
        </Field>
        <Field label={words.shortcut} hint={words.shortcutHint} fault={faultOf(saving, 'shortcut')}>
          {(parts) => (
            <input
              {...parts}
              name="shortcut"
              dir="ltr"
              defaultValue={reply?.shortcut ?? ''}
              maxLength={32}
              autocapitalize="off"
              autocomplete="off"
              spellcheck={false}
              required
            />
          )}
        </Field>
        <Field label={words.text} hint={words.textHint} fault={faultOf(saving, 'text')}>
          {(parts) => (
            <textarea {...parts} ref={text} name="text" dir="auto" defaultValue={reply?.text ?? ''} required />
          )}
        </Field>
        <div class="canned-variables">
          {(Object.keys(variables) as Variable[]).map((name) => (
            <Button
              key={name}
              label={words.variables[name]}
              onPress={() => text.current && insert(text.current, `{${name}}`)}
            />
          ))}
        </div>
        {me.sites.length > 1 ? (
          <Field label={words.site} fault={faultOf(saving, 'site')}>
            {(parts) => (
              <select {...parts} name="site" defaultValue={reply?.site ?? ''}>
                <option value="">{shared.allSites}</option>
                {me.sites.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <input type="hidden" name="site" value={reply?.site ?? ''} />
        )}
        <Save saving={saving} label={reply ? dashboard.app.shared.save : shared.add} fields={fields}>
          {reply && <Button label={sure ? words.sure : words.remove} onPress={remove} />}
        </Save>
      </form>
    </FormDialog>
  );
}
