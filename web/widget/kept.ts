// What the widget keeps of one visitor. Before they have written, or the page has told who they are, nothing of it
// leaves the memory of this page; and once they are gone, nothing of it stays.
import { signal } from '@preact/signals';
import { site } from './site';

const prefix = `wrapup:visitor:${site}:`;
const memory = new Map<string, string>();

/** 'memory': the browser keeps nothing for a frame here, and this chat does not survive the page. */
export const storage = signal<'kept' | 'memory'>('kept');

/** What throws is not there for us. */
function stored<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    storage.value = 'memory';
    return null;
  }
}

const namesIn = (all: Storage): string[] => Object.keys(all).filter((name) => name.startsWith(prefix));

/** Somebody who was here before has written, then. */
let permitted = (stored(namesIn) ?? []).length > 0;

/** From now on: what is in memory as well. */
export function permit(): void {
  if (permitted) return;
  permitted = true;
  for (const [key, value] of memory) stored((all) => all.setItem(prefix + key, value));
}

export function keep(key: string, value: string): void {
  memory.set(key, value);
  if (permitted) stored((all) => all.setItem(prefix + key, value));
}

export const kept = (key: string): string | null => memory.get(key) ?? stored((all) => all.getItem(prefix + key));

export function drop(key: string): void {
  memory.delete(key);
  if (permitted) stored((all) => all.removeItem(prefix + key));
}

/** Nothing was ever here. */
export function forget(): void {
  permitted = false;
  memory.clear();
  stored((all) => {
    for (const name of namesIn(all)) all.removeItem(name);
  });
}
