import type { ComponentChildren } from 'preact';
import type { CustomerDetails } from '../sync/store';
import { splitLinks } from '../ui/links';
import { now } from '../ui/now';
import { shortDate } from '../ui/time';

const words = {
  unverified: 'Not verified',
  unverifiedWhat: 'Nothing proves who this is. Ask before you tell them anything private.',
  site: 'Site',
  page: 'Page',
  referrer: 'Came from',
  language: 'Language',
  time: 'Their time',
  device: 'Device',
  firstSeen: 'First seen',
  unknown: 'Unknown',
};

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
  const { page, referrer, locale, time_zone: zone, device, created_at } = details;
  const time = zone ? timeIn(zone, now.value) : null;
  return (
    <dl class="facts">
      {site && <Fact name={words.site}>{site}</Fact>}
      <Fact name={words.page}>
        <Address address={page} />
      </Fact>
      {referrer && (
        <Fact name={words.referrer}>
          <Address address={referrer} />
        </Fact>
      )}
      <Fact name={words.language}>{languageName(locale)}</Fact>
      {time && (
        <Fact name={words.time}>
          {time} <span class="facts-soft">{placeName(zone)}</span>
        </Fact>
      )}
      {device && <Fact name={words.device}>{device}</Fact>}
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
  if (!part?.href || more.length > 0) return <>{address || words.unknown}</>;
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
    return locale || words.unknown;
  }
}

/** "Mon 14:05"; null: no such zone is known here. */
function timeIn(zone: string, at: number): string | null {
  try {
    const format = { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat(undefined, format).format(at);
  } catch {
    return null;
  }
}

/** "America/New_York" is read as "New York". */
const placeName = (zone = '') => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
