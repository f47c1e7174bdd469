// What the pages of the settings are put together from.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Dialog, DialogHead } from '../../ui/dialog';
import { words as dashboard } from '../../words/dashboard';
import type { Saving } from '../saving';

const { shared } = dashboard.app;

interface HeadProps {
  title: string;
  lead: string;
  children?: ComponentChildren;
}

/** What the page is for, and the one thing that is done most on it. */
export function SettingHead({ title, lead, children }: HeadProps) {
  return (
    <header class="setting-head">
      <div>
        <h1>{title}</h1>
        <p class="setting-lead">{lead}</p>
      </div>
      {children}
    </header>
  );
}

/** The fault of one field, for what stands below it. */
export const faultOf = ({ unsaved }: Saving, field: string): string | null =>
  unsaved?.field === field ? unsaved.text : null;

interface SaveProps {
  saving: Saving;
  label: string;
  /** The fields that say themselves what is wrong with them. */
  fields: readonly string[];
  saved?: string;
  children?: ComponentChildren;
}

/** The button that sends a form, and what came of it. */
export function Save({ saving, label, fields, saved = shared.saved, children }: SaveProps) {
  const { busy, unsaved } = saving;
  const isOfNoField = unsaved && (unsaved.field === null || !fields.includes(unsaved.field));
  return (
    <div class="setting-save">
      <button type="submit" class="button button-primary" aria-disabled={busy ? true : undefined}>
        {busy ? dashboard.settings.saving.busy : label}
      </button>
      {children}
      <span class={isOfNoField ? 'setting-unsaved' : 'setting-saved'} role="status">
        {isOfNoField ? unsaved.text : saving.saved ? saved : ''}
      </span>
    </div>
  );
}

interface FormDialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function FormDialog({ title, onClose, children }: FormDialogProps) {
  const id = useId();
  return (
    <Dialog class="setting-dialog" labelledBy={id} onClose={onClose}>
      <DialogHead id={id} title={title} onClose={onClose} />
      {children}
    </Dialog>
  );
}

/** Instead of a list that is not there (yet). */
export function NoList({ failed, again }: { failed: string | null; again: () => void }) {
  return (
    <p class="setting-empty" role="status">
      {failed ?? shared.loading}{' '}
      {failed && (
        <button type="button" class="button button-plain" onClick={again}>
          {shared.tryAgain}
        </button>
      )}
    </p>
  );
}
