import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from './context';
import { subjectOf } from './subject';

/** The browser's tab says how many conversations nobody owns, and what is being read. */
export function useTitle(conversation: string | null): void {
  const { store } = useDesk();
  useEffect(
    () =>
      effect(() => {
        const { rows, more } = store.inbox('unassigned').value;
        const read = conversation ? store.conversation(conversation).value : null;
        const subject = read?.status === 'ready' ? subjectOf(read.row) : 'Inbox';
        const count = rows.length > 0 ? `(${rows.length}${more ? '+' : ''}) ` : '';
        const title = `${count}${subject} · Wrapup`;
        if (document.title !== title) document.title = title;
      }),
    [store, conversation],
  );
}
