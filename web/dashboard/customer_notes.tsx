import { useId, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { LinkedText } from '../ui/linked_text';
import { RelativeTime } from '../ui/relative_time';
import { words as dashboard } from '../words/dashboard';
import { useDesk } from './context';
import { useLoaded } from './loaded';
import { isAtLeast } from './roles';
import './customer_notes.css';

const { loading, tryAgain, you } = dashboard.app.shared;
const words = dashboard.customer.notes;

interface Note {
  id: string;
  author: { id: string; name: string };
  at: number;
  text: string;
}

/** What was being written about whom, until it is added: going to another conversation loses nothing. */
const drafts = new Map<string, string>();

/** What the team should know of a customer, whichever conversation it meets them in. */
export function CustomerNotes({ customer }: { customer: string }) {
  const { transport } = useDesk();
  const heading = useId();
  const field = useId();
  const [text, setText] = useState(drafts.get(customer) ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `customers/${customer}/notes`;

  const loaded = useLoaded<{ notes: readonly Note[] }>(path);
  const notes = loaded.body?.notes ?? null;
  const notLoaded = notes === null && !loaded.loading;

  const write = (written: string) => {
    drafts.set(customer, written);
    setText(written);
  };
  const add = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    const { status, body } = await transport.post(path, { text });
    setBusy(false);
    if (status !== 201 || !body) return setProblem(status === 409 ? words.full : words.notAdded);
    setProblem(null);
    write('');
    loaded.change((before) => ({ notes: [(body as { note: Note }).note, ...before.notes] }));
  };
  const remove = async (note: Note) => {
    const { status } = await transport.post(`${path}/delete`, { note: note.id });
    // 404: a colleague was quicker.
    if (status !== 204 && status !== 404) return setProblem(words.notRemoved);
    setProblem(null);
    loaded.change((before) => ({ notes: before.notes.filter(({ id }) => id !== note.id) }));
  };

  return (
    <section class="notes" aria-labelledby={heading}>
      <h3 id={heading}>{words.title}</h3>
      {notes === null && loaded.loading && <p class="notes-quiet">{loading}</p>}
      {notes?.length === 0 && <p class="notes-quiet">{words.none}</p>}
      <ul>
        {notes?.map((note) => (
          <OneNote key={note.id} note={note} onRemove={() => void remove(note)} />
        ))}
      </ul>
      <p class="notes-problem" role="alert">
        {notLoaded ? words.notLoaded : problem}
      </p>
      {notes === null ? (
        notLoaded && <Button label={tryAgain} onPress={loaded.again} />
      ) : (
        <>
          <label class="heard" for={field}>
            {words.label}
          </label>
          <textarea
            id={field}
            class="notes-field"
            rows={2}
            maxLength={1_000}
            dir="auto"
            placeholder={words.placeholder}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
          {text.trim() !== '' && <Button label={words.add} onPress={() => void add()} />}
        </>
      )}
    </section>
  );
}

function OneNote({ note, onRemove }: { note: Note; onRemove: () => void }) {
  const { me } = useDesk();
  const [asked, setAsked] = useState(false);
  const mine = note.author.id === me.actor.id;
  const mayRemove = mine || isAtLeast(me.actor.role, 'supervisor');
  return (
    <li class="note">
      <p class="note-text" dir="auto">
        <LinkedText text={note.text} />
      </p>
      <p class="note-by">
        <span>
          <bdi>{mine ? you : note.author.name}</bdi> · <RelativeTime at={note.at} />
        </span>
        {mayRemove && !asked && (
          <Button label={words.remove} tone="quiet" icon="trash" bare onPress={() => setAsked(true)} />
        )}
      </p>
      {asked && (
        <p class="note-asked">
          <Button label={words.removeNow} onPress={onRemove} />
          <Button label={words.keep} tone="quiet" onPress={() => setAsked(false)} />
        </p>
      )}
    </li>
  );
}
