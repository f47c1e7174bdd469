import { useRef } from 'preact/hooks';
import type { Attaching } from '../sync/attaching';
import { mediaTypes } from '../sync/files';
import { common } from '../words/common';
import { Button } from './button';

export interface AttachProps {
  attaching: Attaching;
  /** The conversation. */
  id: string;
}

/** Chooses files for the message that is being written. `reason`: why that has to wait. */
export function AttachButton({ attaching, id, reason = null }: AttachProps & { reason?: string | null }) {
  const input = useRef<HTMLInputElement>(null);
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
        label={common.attach.attach}
        icon="paperclip"
        tone="quiet"
        bare
        side="above"
        reason={reason}
        onPress={() => input.current?.click()}
      />
    </>
  );
}

/** Files that are pasted or dropped. */
export function filesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}
