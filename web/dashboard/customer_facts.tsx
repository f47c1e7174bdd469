import type { ComponentChildren } from 'preact';
import type { CustomerDetails } from '../sync/store';
import { splitLinks } from '../ui/links';
import { now } from '../ui/now';
import { shortDate } from '../ui/time';
import { words as dashboard } from '../words/dashboard';
import { locale } from '../words/language';

const words = dashboard.customer.facts;

/** Nobody is verified yet: a name in a chat is whatever somebody says it is. */
export function Identity() {
  return (
    <p class="customer-identity">
      <strong>{words.unverified}</strong>
      <span>{words.unverifiedWhat}</span>
    </p>
  );
}

/** What their browser told. */
export function CustomerFacts({ details, site }: { details: CustomerDetails; site: string | undefined }) {
  const { page, referrer, locale: spoken, time_zone: zone, device, created_at } = details;
  const time = zone ? timeIn(zone, now.value) : null;
  return (
    <dl class="facts">
      {site && (
        <Fact name={words.site}>
          <bdi>{site}</bdi>
        </Fact>
      )}
      <Fact name={words.page}>
        <Address address={page} />
      </Fact>
      {referrer && (
        <Fact name={words.referrer}>
          <Address address={referrer} />
        </Fact>
      )}
      <Fact name={words.language}>{languageName(spoken)}</Fact>
      {time && (
        <Fact name={words.time}>
          {time} <bdi class="facts-soft">{placeName(zone)}</bdi>
        </Fact>
      )}
      {device && (
        <Fact name={words.device}>
          <bdi>{device}</bdi>
        </Fact>
      )}
      <Fact name={words.firstSeen}>{shortDate(created_at)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A link only where it is a web address as a whole. */
function Address({ address }: { address: string }) {
  const [part, ...more] = splitLinks(address);
  if (!part?.href || more.length > 0) return <bdi>{address || words.unknown}</bdi>;
  const { host, pathname } = new URL(part.href);
  return (
    <a dir="ltr" href={part.href} target="_blank" rel="noopener noreferrer nofollow">
      {host}
      <wbr />
      {pathname === '/' ? '' : pathname}
    </a>
  );
}

function languageName(spoken: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(spoken) ?? spoken;
  } catch {
    return spoken || words.unknown;
  }
}

/** "Mon 14:05"; null: no such zone is known here. */
function timeIn(zone: string, at: number): string | null {
  try {
    const format = { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat(locale, format).format(at);
  } catch {
    return null;
  }
}

/** "America/New_York" is read as "New York". */
const placeName = (zone = '') => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
