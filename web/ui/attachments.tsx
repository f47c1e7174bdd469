import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attachment } from '../rules/types.gen';
import type { Files } from '../sync/files';
import { common } from '../words/common';
import { bytes, seconds } from './amounts';
import { Dialog, DialogHead } from './dialog';
import { Icon } from './icon';
import { useNear } from './near';
import { save } from './save';
import './attachments.css';

const words = common.file;

/** A picture is shown no larger than this in a transcript, in the shape that it has. */
const shownWidth_px = 260;
const shownHeight_px = 240;

interface AttachmentsProps {
  attachments: readonly Attachment[] | undefined;
  files: Files;
}

/** The files that came with a message. */
export function Attachments({ attachments = [], files }: AttachmentsProps) {
  if (attachments.length === 0) return null;
  return (
    <ul class="attachments">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          <Attached attachment={attachment} files={files} />
        </li>
      ))}
    </ul>
  );
}

interface AttachedProps {
  attachment: Attachment;
  files: Files;
}

function Attached(props: AttachedProps) {
  const { type } = props.attachment;
  if (type.startsWith('image/')) return <Picture {...props} />;
  if (type.startsWith('audio/')) return <Recording {...props} />;
  return <Download {...props} />;
}

function Download({ attachment, files }: AttachedProps) {
  const [failed, setFailed] = useState(false);
  const { id, name } = attachment;
  const download = async () => {
    const blob = await files.fetch(id);
    setFailed(blob === null);
    if (blob) save(blob, name);
  };
  return (
    <button type="button" class="attachment-file" aria-label={words.download(name)} onClick={() => void download()}>
      <Icon name="paperclip" />
      <span class="attachment-name">{name}</span>
      <span class="attachment-size">{failed ? words.failed : bytes(attachment.bytes)}</span>
    </button>
  );
}

/** It has its place before it is there, so that nothing moves. */
function Picture({ attachment, files }: AttachedProps) {
  const { name, width, height } = attachment;
  const frame = useRef<HTMLButtonElement>(null);
  const near = useNear(frame);
  const url = useUrl(attachment, files, near);
  const [large, setLarge] = useState(false);
  if (url === 'failed') return <Download attachment={attachment} files={files} />;
  const scale = Math.min(1, shownWidth_px / width, shownHeight_px / height);
  return (
    <>
      <button
        ref={frame}
        type="button"
        class="attachment-picture"
        style={{ inlineSize: `${width * scale}px`, aspectRatio: `${width} / ${height}` }}
        aria-label={words.show(name)}
        onClick={() => url && setLarge(true)}
      >
        {url && <img src={url} alt={name} width={width} height={height} />}
      </button>
      {large && url && (
        <Dialog class="attachment-large" labelledBy="attachment-large" onClose={() => setLarge(false)}>
          <DialogHead id="attachment-large" title={name} onClose={() => setLarge(false)} />
          <img src={url} alt={name} width={width} height={height} />
          <Download attachment={attachment} files={files} />
        </Dialog>
      )}
    </>
  );
}

/** Loaded when somebody wants to hear it. */
function Recording({ attachment, files }: AttachedProps) {
  const { name, duration_ms } = attachment;
  const [wanted, setWanted] = useState(false);
  const url = useUrl(attachment, files, wanted);
  if (url === 'failed') return <Download attachment={attachment} files={files} />;
  return (
    <div class="attachment-recording">
      {url ? (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what is said
        <audio src={url} controls autoplay aria-label={name} />
      ) : (
        <button type="button" class="attachment-play" aria-label={words.play(name)} onClick={() => setWanted(true)}>
          <Icon name="play" />
        </button>
      )}
      <span class="attachment-name">{name}</span>
      {duration_ms > 0 && <span class="attachment-size">{seconds(duration_ms)}</span>}
    </div>
  );
}

/** An address of this page's own for it; nothing of it is ever a document. */
function useUrl({ id }: Attachment, files: Files, wanted: boolean): string | 'failed' | null {
  const [url, setUrl] = useState<string | 'failed' | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let made: string | null = null;
    let gone = false;
    void files.fetch(id).then((blob) => {
      if (gone) return;
      if (blob) made = URL.createObjectURL(blob);
      setUrl(made ?? 'failed');
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, wanted]);
  return url;
}
