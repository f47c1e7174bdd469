// Files that go with messages: brought before the message that they go with, fetched when they are to be seen.
import type { Attachment, MediaType } from '../rules/types.gen';

/** Why a file was not brought. 'lost': the server was not reached. */
export type FileFault = 'too_large' | 'wrong_type' | 'too_many' | 'lost' | 'stopped';

export interface Files {
  /** `told`: how much of it is there, from 0 to 1. */
  bring(
    conversation: string,
    file: File,
    told: (part: number) => void,
    stop: AbortSignal,
  ): Promise<Attachment | FileFault>;
  /** Null: it cannot be had now. */
  fetch(id: string): Promise<Blob | null>;
  /** All that was said there, as text; null likewise. */
  transcript(conversation: string, language: string): Promise<Blob | null>;
}

/** The server's own limit, unless its operator has changed that. */
export const fileBytesMax = 10 * 1024 * 1024;

export const mediaTypes: readonly MediaType[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
];
