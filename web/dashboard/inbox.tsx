import { useMemo } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { ConversationPane } from './conversation';
import { InboxList } from './list';
import { NothingSelected } from './nothing_selected';
import { useTitle } from './title';
import { whereIn } from './views';
import './inbox.css';

/** The list, and the conversation that the address names. */
export function Inbox() {
  const { url, path, query } = useLocation();
  const where = useMemo(() => whereIn(query), [url.slice(path.length)]);
  const conversation = useRoute().params.conversation ?? null;
  useTitle(conversation);
  return (
    <main class={`inbox ${conversation ? 'inbox-reading' : 'inbox-choosing'}`}>
      <InboxList where={where} selected={conversation} />
      <div id="main" class="inbox-main" tabIndex={-1}>
        {conversation ? <ConversationPane key={conversation} id={conversation} where={where} /> : <NothingSelected />}
      </div>
    </main>
  );
}
