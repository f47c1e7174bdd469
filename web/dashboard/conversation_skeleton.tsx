import { words as dashboard } from '../words/dashboard';
import { inboxHref, type Where } from './views';
import './conversation_skeleton.css';

const words = dashboard.conversation.pane;

/** The outline of a conversation that is on its way. */
export function ConversationSkeleton({ where }: { where: Where }) {
  return (
    <article class="conversation" aria-busy="true">
      <p class="heard" role="status">
        {words.loading} <a href={inboxHref(where)}>{words.backToList}</a>
      </p>
      <div class="head" aria-hidden="true">
        <span class="avatar avatar-medium bone" />
        <span class="head-who">
          <span class="bone bone-name" />
          <span class="bone bone-state" />
        </span>
      </div>
      <div class="conversation-body" aria-hidden="true">
        <span class="bone bone-theirs" />
        <span class="bone bone-theirs bone-short" />
        <span class="bone bone-ours" />
      </div>
    </article>
  );
}
