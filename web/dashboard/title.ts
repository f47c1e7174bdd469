import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { count } from '../words/count';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { subjectOf } from './subject';

/** The browser's tab says how many conversations nobody owns, and what is being read. */
export function useTitle(conversation: string | null): void {
  const { store } = useDesk();
  useEffect(
    () =>
      effect(() => {
        const waiting = store.counts().value?.unassigned ?? 0;
        const read = conversation ? store.conversation(conversation).value : null;
        const subject = read?.status === 'ready' ? subjectOf(read.row) : words.app.areas.inbox;
        const told = waiting > 0 ? `(${count(waiting)}) ` : '';
        const title = `${told}${subject} · Wrapup`;
        if (document.title !== title) document.title = title;
      }),
    [store, conversation],
  );
}
