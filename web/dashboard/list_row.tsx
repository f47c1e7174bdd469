import type { Row, Snippet } from '../sync/store';
import { Icon } from '../ui/icon';
import { memo } from '../ui/memo';
import { RelativeTime } from '../ui/relative_time';
import { words } from '../words/dashboard';
import { Channel } from './channel';
import { useDesk } from './context';
import { Due } from './due';
import { Owner } from './owner';
import { StatusBadge } from './status_badge';
import { SubjectAvatar, subjectOf } from './subject';
import './list_row.css';

const said = words.inbox.row;

interface RowProps {
  row: Row;
  /** What was found in it, where it was looked for. */
  snippet?: readonly Snippet[];
  href: string;
  /** It is the one on the screen. */
  selected: boolean;
  chosen: boolean;
  onChoose: (conversation: string, through: boolean) => void;
}

/** One conversation in the list. */
export const ListRow = memo(({ row, snippet, href, selected, chosen, onChoose }: RowProps) => {
  const { store } = useDesk();
  const { customer, preview, state } = row;
  const subject = subjectOf(row);
  const unanswered = store.rules.replyOwed(state);
  const ours = preview !== null && preview.by !== 'customer';
  return (
    <li class="row-item">
      <label class="row-choose">
        <input
          type="checkbox"
          checked={chosen}
          tabIndex={-1}
          aria-label={said.select(subject)}
          onClick={(event) => onChoose(row.conversation, event.shiftKey)}
        />
      </label>
      <a
        class={`row${unanswered ? ' row-unanswered' : ''}`}
        href={href}
        data-conversation={row.conversation}
        aria-current={selected ? 'page' : undefined}
      >
        <SubjectAvatar row={row} />
        <span class="row-name" dir="auto">
          {subject}
        </span>
        <span class="row-time">
          <RelativeTime at={row.activity_at} />
        </span>
        <span class="row-preview" dir="auto">
          {!snippet && ours && (
            <>
              <Icon name="reply" />
              <bdi class="heard">{said.ourReply} </bdi>
            </>
          )}
          {snippet ? <Marked parts={snippet} /> : (preview?.text ?? (customer.name ? said.noMessages : said.teamNotes))}
        </span>
        {unanswered && (
          <span class="row-mark">
            <span class="heard">{said.unanswered}</span>
          </span>
        )}
        <span class="row-meta">
          <StatusBadge status={store.rules.status(state)} />
          <Owner owner={state.owner} short />
          <span class="row-end">
            <Due state={state} />
            <Channel channel={state.channel} short />
          </span>
        </span>
      </a>
    </li>
  );
});

function Marked({ parts }: { parts: readonly Snippet[] }) {
  return parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text));
}
