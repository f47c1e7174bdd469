// What a browser has for its tabs, and what it tells of its network. Only pages of a secure origin have locks.
import type { Ports } from './tabs';

export function browserPorts(): Ports | null {
  if (typeof navigator === 'undefined' || !navigator.locks || typeof BroadcastChannel === 'undefined') return null;
  return {
    locks: { request: (name, options, holding) => navigator.locks.request(name, options, holding) },
    channel: (name) => new BroadcastChannel(name),
  };
}

/** What is opened in the moment of a change may still get through, and be dead without a word soon after. */
const settled_ms = 1_000;

/** Told as the browser gains or loses its network. A loss is told twice: at once, and when it has come into force. */
export function whenNetworkChanges(tell: () => void): void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', () => {
    tell();
    setTimeout(() => navigator.onLine || tell(), settled_ms);
  });
}
