import { useEffect, useRef } from 'preact/hooks';
import type { Customer, CustomerDetails, Row } from '../sync/store';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { memo } from '../ui/memo';
import { RelativeTime } from '../ui/relative_time';
import { common } from '../words/common';
import { words as dashboard } from '../words/dashboard';
import { useDesk } from './context';
import { CustomerAttributes, CustomerFacts, Identity } from './customer_facts';
import { CustomerNotes } from './customer_notes';
import { CustomerTopics } from './customer_topics';
import { StatusBadge } from './status_badge';
import { inboxHref, type Where } from './views';
import './customer_panel.css';

const words = dashboard.customer;

interface PanelProps {
  customer: Customer;
  /** Null until it is loaded. */
  details: CustomerDetails | null;
  site: string;
  /** Of the conversation beside it. */
  topics: readonly string[];
  where: Where;
  /** Where there is no room for it beside the conversation. */
  shown: boolean;
  onClose: () => void;
}

/** Who the customer is, and what was there before. */
export const CustomerPanel = memo((props: PanelProps) => {
  const { customer, details, topics, where, shown, onClose } = props;
  const { me } = useDesk();
  const panel = useRef<HTMLElement>(null);
  const site = me.sites.find(({ id }) => id === props.site)?.name;

  useEffect(() => {
    if (!shown) return;
    const before = document.activeElement;
    panel.current?.querySelector('button')?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, [shown]);

  return (
    <aside
      ref={panel}
      id="customer"
      class={`customer${shown ? ' customer-shown' : ''}`}
      aria-label={words.title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <span class="customer-close">
        <Button label={common.close} tone="quiet" icon="x" bare onPress={onClose} />
      </span>
      <div class="customer-who">
        <Avatar id={customer.id} name={customer.name} size="large" />
        <h2 dir="auto">{customer.name}</h2>
        {details && <Identity verified={details.verified ?? false} />}
      </div>
      {details && (
        <>
          <CustomerFacts details={details} site={site} />
          <CustomerAttributes attributes={details.attributes ?? {}} />
          <CustomerNotes key={customer.id} customer={customer.id} />
          <CustomerTopics here={topics} others={details.conversations} />
          <h3>{words.others}</h3>
          {details.conversations.length === 0 && <p class="customer-none">{words.noOthers}</p>}
          <ul class="earlier">
            {details.conversations.map((other) => (
              <Earlier key={other.conversation} row={other} where={where} />
            ))}
          </ul>
        </>
      )}
    </aside>
  );
});

function Earlier({ row, where }: { row: Row; where: Where }) {
  const { store } = useDesk();
  return (
    <li>
      <a class="earlier-one" href={inboxHref(where, row.conversation)}>
        <span class="earlier-text" dir="auto">
          {row.preview?.text ?? words.noMessages}
        </span>
        <StatusBadge status={store.rules.status(row.state)} />
        <RelativeTime at={row.activity_at} />
      </a>
    </li>
  );
}
