import { type Signal, signal } from '@preact/signals';

export type Tab = 'reply' | 'note';

/** What is being written, apart for each conversation and tab. It survives a reload of this tab of the browser. */
export interface Drafts {
  of(conversation: string, tab: Tab): Signal<string>;
  write(conversation: string, tab: Tab, text: string): void;
  /** Behind what is there already. */
  append(conversation: string, tab: Tab, text: string): void;
  clear(): void;
}

export function createDrafts(agent: string): Drafts {
  const prefix = `wrapup.draft.${agent}.`;
  const drafts = new Map<string, Signal<string>>();
  const keyOf = (conversation: string, tab: Tab) => `${prefix}${conversation}.${tab}`;

  function of(conversation: string, tab: Tab): Signal<string> {
    const key = keyOf(conversation, tab);
    let draft = drafts.get(key);
    if (!draft) {
      draft = signal(guarded((storage) => storage.getItem(key)) ?? '');
      drafts.set(key, draft);
    }
    return draft;
  }

  function write(conversation: string, tab: Tab, text: string): void {
    const key = keyOf(conversation, tab);
    of(conversation, tab).value = text;
    guarded((storage) => (text ? storage.setItem(key, text) : storage.removeItem(key)));
  }

  function append(conversation: string, tab: Tab, text: string): void {
    const before = of(conversation, tab).peek().trimEnd();
    write(conversation, tab, before ? `${before}\n\n${text}` : text);
  }

  function clear(): void {
    drafts.clear();
    guarded((storage) => {
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
    });
  }

  return { of, write, append, clear };
}

// The storage can be full or forbidden; drafts then live as long as the page.
function guarded<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage);
  } catch {
    return undefined;
  }
}
