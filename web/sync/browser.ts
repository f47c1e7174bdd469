// What a browser has for its tabs. Only pages of a secure origin have locks.
import type { Ports } from './tabs';

export function browserPorts(): Ports | null {
  if (typeof navigator === 'undefined' || !navigator.locks || typeof BroadcastChannel === 'undefined') return null;
  return {
    locks: { request: (name, options, holding) => navigator.locks.request(name, options, holding) },
    channel: (name) => new BroadcastChannel(name),
  };
}
