// The parts of the panel that many visitors never see: each is fetched when it is first to be drawn.
import { lazily } from '../ui/lazily';
import { words } from '../words/widget';

const nothing = () => null;

export const AttachedFiles = lazily(async () => (await import('../ui/attached')).AttachedFiles, nothing);
export const Attachments = lazily(async () => (await import('../ui/attachments')).Attachments, nothing);
export const Questions = lazily(async () => (await import('./questions')).Questions, nothing);
export const Ended = lazily(async () => (await import('./over')).Ended, nothing);

/** It keeps its place, and says the most important where it cannot be had. */
export const Closed = lazily(
  async () => (await import('./over')).Closed,
  (state) => <section class="closed-instead">{state === 'failed' && <p>{words.noMore}</p>}</section>,
);
