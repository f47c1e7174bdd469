// What the launcher says, in the language of the browser. See words/ for all the rest.

interface LauncherWords {
  open(name: string): string;
  close: string;
  unread(count: number): string;
}

const english: LauncherWords = {
  open: (name) => `Chat with ${name}`,
  close: 'Close chat',
  unread: (count) => `${count} unread`,
};

const catalogues: Readonly<Record<string, LauncherWords>> = {
  en: english,
  de: {
    open: (name) => `Chat mit ${name}`,
    close: 'Chat schließen',
    unread: (count) => `${count} ungelesen`,
  },
  ar: {
    open: (name) => `دردشة مع ${name}`,
    close: 'إغلاق الدردشة',
    unread: (count) => `غير مقروءة: ${count}`,
  },
};

/** For the first locale that there are words for. */
export function launcherWords(locales: readonly string[]): LauncherWords {
  for (const locale of locales) {
    const words = catalogues[locale.slice(0, 2).toLowerCase()];
    if (words) return words;
  }
  return english;
}
