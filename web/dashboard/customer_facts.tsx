import type { ComponentChildren } from 'preact';
import type { CustomerDetails } from '../sync/store';
import { Icon } from '../ui/icon';
import { splitLinks } from '../ui/links';
import { now } from '../ui/now';
import { shortDate } from '../ui/time';
import { words as dashboard } from '../words/dashboard';
import { locale } from '../words/language';

const words = dashboard.customer.facts;

/** For whom the site does not vouch, a name is whatever somebody says it is. */
export function Identity({ verified }: { verified: boolean }) {
  return (
    <p class={`customer-identity${verified ? ' customer-verified' : ''}`}>
      <strong>
        {verified && <Icon name="user-check" />}
        {verified ? words.verified : words.unverified}
      </strong>
      <span>{verified ? words.verifiedWhat : words.unverifiedWhat}</span>
    </p>
  );
}

/** What their browser told. */
export function CustomerFacts({ details, site }: { details: CustomerDetails; site: string | undefined }) {
  const { page, referrer, locale: spoken, time_zone: zone, device, email, created_at } = details;
  const time = zone ? timeIn(zone, now.value) : null;
  return (
    <dl class="facts">
      {site && (
        <Fact name={words.site}>
          <bdi>{site}</bdi>
        </Fact>
      )}
      {email && (
        <Fact name={words.email}>
          <bdi>{email}</bdi>
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

/** What the page or a form has said of them. */
export function CustomerAttributes({ attributes }: { attributes: Readonly<Record<string, string>> }) {
  const said = Object.entries(attributes);
  if (said.length === 0) return null;
  return (
    <section class="attributes" aria-label={words.said}>
      <h3>{words.said}</h3>
      <table>
        <tbody>
          {said.map(([key, value]) => (
            <tr key={key}>
              <th scope="row" dir="auto">
                {key}
              </th>
              <td dir="auto">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="attributes-note">{words.saidWhat}</p>
    </section>
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
