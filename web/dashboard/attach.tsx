import { useRef } from 'preact/hooks';
import { mediaTypes } from '../sync/files';
import { bytes } from '../ui/amounts';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { words as dashboard } from '../words/dashboard';
import { useDesk } from './context';
import './attach.css';

const words = dashboard.composer.files;

/** Chooses files for the reply. */
export function AttachButton({ id }: { id: string }) {
  const { store, attaching } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const offline = store.connection.value.state === 'offline';
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={mediaTypes.join()}
        onChange={(event) => {
          attaching.add(id, [...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button
        label={words.attach}
        icon="paperclip"
        tone="quiet"
        bare
        side="above"
        reason={offline ? words.offline : null}
        onPress={() => input.current?.click()}
      />
    </>
  );
}

/** The files that will go with the reply, and those that are still on their way. */
export function AttachedFiles({ id }: { id: string }) {
  const { attaching } = useDesk();
  const [ready, coming] = [attaching.ready(id), attaching.coming(id).value];
  if (ready.length + coming.length === 0) return null;
  return (
    <ul class="attached" aria-live="polite">
      {ready.map((attachment) => (
        <li key={attachment.id} class="attached-file">
          <Icon name="paperclip" />
          <span class="attached-name" dir="auto">
            {attachment.name}
          </span>
          <span class="attached-size">{bytes(attachment.bytes)}</span>
          <Remove name={attachment.name} onRemove={() => attaching.remove(id, attachment)} />
        </li>
      ))}
      {coming.map(({ id: which, name, part, fault }) => (
        <li key={which} class={`attached-file${fault ? ' attached-failed' : ''}`}>
          <Icon name={fault ? 'circle-alert' : 'paperclip'} />
          <span class="attached-name" dir="auto">
            {name}
          </span>
          {fault ? (
            <span class="attached-fault">{words.faults[fault]}</span>
          ) : (
            <progress value={part} aria-label={words.coming(name)} />
          )}
          <Remove name={name} onRemove={() => attaching.drop(which)} />
        </li>
      ))}
    </ul>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  return <Button label={words.remove(name)} icon="x" tone="quiet" bare side="above" onPress={onRemove} />;
}

/** Files that are pasted or dropped. */
export function filesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}
