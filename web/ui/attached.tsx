import { fileBytesMax } from '../sync/files';
import { common } from '../words/common';
import { bytes } from './amounts';
import type { AttachProps } from './attach';
import { Button } from './button';
import { Icon } from './icon';
import './attached.css';

const words = common.attach;

/** The files that will go with the message, and those that are still on their way. */
export function AttachedFiles({ attaching, id, bytesMax = fileBytesMax }: AttachProps & { bytesMax?: number }) {
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
          <span class="attached-size" dir="auto">
            {bytes(attachment.bytes)}
          </span>
          <Remove name={attachment.name} onRemove={() => attaching.remove(id, attachment)} />
        </li>
      ))}
      {coming.map(({ id: which, name, bytes: size, part, fault }) => (
        <li key={which} class={`attached-file${fault ? ' attached-failed' : ''}`}>
          <Icon name={fault ? 'circle-alert' : 'paperclip'} />
          <span class="attached-name" dir="auto">
            {name}
          </span>
          {fault ? (
            <span class="attached-fault">{words.faults[fault](bytes(bytesMax))}</span>
          ) : part > 0 ? (
            <progress value={part} aria-label={words.coming(name)} />
          ) : (
            <span class="attached-size" dir="auto">
              {bytes(size)}
            </span>
          )}
          {fault === 'lost' && (
            <button type="button" class="attached-again" onClick={() => attaching.again(which)}>
              {words.again}
            </button>
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
