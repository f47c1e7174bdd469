// Small things that a page keeps in its storage; that of a frame, browsers part by the site around it. Where storage is
// blocked, as in private windows, they last as long as the page.
const prefix = 'wrapup:';
const memory = new Map<string, string>();

export function keep(key: string, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // It is in memory.
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

export function drop(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // It was in memory only.
  }
}
