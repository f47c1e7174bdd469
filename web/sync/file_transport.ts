// Brings files to the server, and fetches them from there.
import type { Attachment } from '../rules/types.gen';
import { type FileFault, type Files, fileBytesMax } from './files';

const api = '/api/v1/';
const faults: Record<number, FileFault> = { 413: 'too_large', 415: 'wrong_type', 429: 'too_many' };

/** For agents, who have a cookie; and for visitors, who have a token. */
export function filesOf(token?: string): Files {
  const who: Record<string, string> = token === undefined ? { 'X-Wrapup': '1' } : { Authorization: `Bearer ${token}` };
  // What was brought from here is not fetched to be seen, and cannot be until it is sent.
  const own = new Map<string, Blob>();

  return {
    async bring(conversation, file, told, stop) {
      if (stop.aborted) return 'stopped';
      if (file.size > fileBytesMax) return 'too_large';
      const path = `${api}conversations/${conversation}/attachments?name=${encodeURIComponent(nameOf(file))}`;
      const { status, text } = await send(path, file, who, told, stop);
      if (status !== 201) return stop.aborted ? 'stopped' : (faults[status] ?? 'lost');
      const { attachment } = JSON.parse(text) as { attachment: Attachment };
      own.set(attachment.id, file);
      return attachment;
    },
    async fetch(id) {
      return own.get(id) ?? (await fetched(`attachments/${id}`, who));
    },
    transcript(conversation, language) {
      const { timeZone = 'UTC' } = Intl.DateTimeFormat().resolvedOptions();
      const asked = new URLSearchParams({ language, time_zone: timeZone });
      return fetched(`conversations/${conversation}/transcript?${asked}`, who);
    },
  };
}

async function fetched(path: string, headers: Record<string, string>): Promise<Blob | null> {
  try {
    const response = await fetch(api + path, { headers });
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** What is pasted has no name of its own. */
const nameOf = (file: File) => file.name || `pasted.${file.type.split('/')[1] ?? 'bin'}`;

// fetch() does not tell how much has been sent.
function send(
  path: string,
  file: File,
  headers: Record<string, string>,
  told: (part: number) => void,
  stop: AbortSignal,
): Promise<{ status: number; text: string }> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.onloadend = () => done({ status: request.status, text: request.responseText });
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
