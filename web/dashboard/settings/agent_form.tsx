import type { Actor, Group, Role } from '../../rules/types.gen';
import { groups } from '../../rules/words';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import { useDesk } from '../context';
import { useSaving } from '../saving';
import type { MadeLink } from './once_link';
import { FormDialog, faultOf, Save } from './parts';

export type AgentRole = Extract<Role, 'agent' | 'supervisor' | 'admin'>;

export interface AgentRow {
  id: string;
  name: string;
  email: string;
  role: AgentRole;
  sites: string[];
  capacity: Actor['capacity'];
  disabled_at: number | null;
  second_factor: boolean;
}

const { shared, agents: words } = dashboard.settings;

const fields = ['name', 'email', 'role', 'sites', 'capacity'];
const allGroups = Object.keys(groups) as Group[];
/** The server takes no more. */
const capacityMax = 1_000;

interface AgentFormProps {
  agent: AgentRow | null;
  onClose: () => void;
  /** With the link of who is new. */
  onSaved: (link: MadeLink | null) => void;
}

export function AgentForm({ agent, onClose, onSaved }: AgentFormProps) {
  const { me, store } = useDesk();
  const saving = useSaving();
  const { capacity } = agent ?? store.rules.actor({ role: 'agent', id: '', sites: [] });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const name = String(form.get('name'));
    const sites = me.sites.length > 1 ? form.getAll('sites') : me.sites.map(({ id }) => id);
    const numberOf = (group: Group) => [group, form.get(group) === '' ? null : Number(form.get(group))];
    const capacity = Object.fromEntries(allGroups.map(numberOf));
    const sent = { name, role: form.get('role'), sites, capacity };
    if (agent) {
      if (await saving.post(`agents/${agent.id}`, sent)) onSaved(null);
      return;
    }
    const done = await saving.post<{ secret: string }>('agents', { ...sent, email: form.get('email') });
    if (done) onSaved({ name, kind: 'invitation', secret: done.body.secret });
  };
  return (
    <FormDialog title={agent ? words.edit : words.add} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={shared.name} fault={faultOf(saving, 'name')}>
          {(parts) => (
            <input {...parts} name="name" dir="auto" defaultValue={agent?.name ?? ''} maxLength={100} required />
          )}
        </Field>
        {!agent && (
          <Field label={words.email} hint={words.emailHint} fault={faultOf(saving, 'email')}>
            {(parts) => <input {...parts} type="email" name="email" maxLength={254} autocomplete="off" required />}
          </Field>
        )}
        <Field label={words.role} hint={words.roleHint} fault={faultOf(saving, 'role')}>
          {(parts) => (
            <select {...parts} name="role" defaultValue={agent?.role ?? 'agent'}>
              {Object.entries(words.roles).map(([role, label]) => (
                <option key={role} value={role} selected={role === (agent?.role ?? 'agent')}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset class="choices">
          <legend>{words.capacity}</legend>
          <div class="choices-row">
            {allGroups.map((group) => (
              <Field key={group} label={groups[group]} fault={null}>
                {(parts) => (
                  <input
                    {...parts}
                    type="number"
                    name={group}
                    min={0}
                    max={capacityMax}
                    placeholder="∞"
                    defaultValue={String(capacity[group] ?? '')}
                  />
                )}
              </Field>
            ))}
          </div>
          <span class="field-hint">{words.capacityHint}</span>
          <span class="field-fault" role="alert">
            {faultOf(saving, 'capacity')}
          </span>
        </fieldset>
        {me.sites.length > 1 && (
          <fieldset class="choices">
            <legend>{dashboard.settings.sites.title}</legend>
            {me.sites.map(({ id, name }) => (
              <label key={id} class="choice">
                <input type="checkbox" name="sites" value={id} defaultChecked={agent?.sites.includes(id) ?? true} />
                <bdi>{name}</bdi>
              </label>
            ))}
            <span class="field-fault" role="alert">
              {faultOf(saving, 'sites')}
            </span>
          </fieldset>
        )}
        <Save saving={saving} label={agent ? dashboard.app.shared.save : shared.add} fields={fields} />
      </form>
    </FormDialog>
  );
}
