import { useEffect, useRef } from 'preact/hooks';
import type { Customer, CustomerDetails, Row } from '../sync/store';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { splitLinks } from '../ui/links';
import { memo } from '../ui/memo';
import { RelativeTime } from '../ui/relative_time';
import { shortDate } from '../ui/time';
import { useDesk } from './context';
import { StatusBadge } from './status_badge';
import { inboxHref, type Where } from './views';
import './customer_panel.css';

interface PanelProps {
  customer: Customer;
  /** Null until it is loaded. */
  details: CustomerDetails | null;
  site: string;
  where: Where;
  /** Where there is no room for it beside the conversation. */
  shown: boolean;
  onClose: () => void;
}

/** Who the customer is, and what was there before. */
export const CustomerPanel = memo((props: PanelProps) => {
  const { customer, details, where, shown, onClose } = props;
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
      aria-label="Customer"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <span class="customer-close">
        <Button label="Close" tone="quiet" icon="x" bare onPress={onClose} />
      </span>
      <div class="customer-who">
        <Avatar id={customer.id} name={customer.name} size="large" />
        <h2>{customer.name}</h2>
      </div>
      {details && (
        <>
          <dl class="facts">
            {site && <Fact name="Site">{site}</Fact>}
            <Fact name="Page">
              <Page address={details.page} />
            </Fact>
            <Fact name="Language">{languageName(details.locale)}</Fact>
            <Fact name="First seen">{shortDate(details.created_at)}</Fact>
          </dl>
          <h3>Other conversations</h3>
          {details.conversations.length === 0 && <p class="customer-none">This is their first one.</p>}
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
        <span class="earlier-text">{row.preview?.text ?? 'No messages'}</span>
        <StatusBadge status={store.rules.status(row.state)} />
        <RelativeTime at={row.activity_at} />
      </a>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Page({ address }: { address: string }) {
  const [part, ...more] = splitLinks(address);
  if (!part?.href || more.length > 0) return <>{address || 'Unknown'}</>;
  const { host, pathname } = new URL(part.href);
  return (
    <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
      {host}
      <wbr />
      {pathname === '/' ? '' : pathname}
    </a>
  );
}

function languageName(locale: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale || 'Unknown';
  }
}
