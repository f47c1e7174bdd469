// How a visitor is told to the server: under a token that is made here, so that what is sent again makes nobody twice.
import type { Backoff } from '../sync/backoff';
import { randomText } from '../sync/id';
import { fetchTransport } from '../sync/transport';
import type { Around } from './visit';

/** What visitors say of themselves, or the page of them: unverified. */
export interface Said {
  readonly name?: string;
  readonly email?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Arrived {
  readonly token: string;
  readonly customer: { readonly id: string; readonly name: string; readonly verified?: boolean };
}

/** As the server takes them. */
const pageBytesMax = 2 * 1024;
const localeBytesMax = 64;
const tokenBytes = 32;

/** Of those that say nothing about what was asked. */
const passes = (status: number) => status === 0 || status === 429 || status >= 500;

export class Introduction {
  /** In which language the page speaks to the visitor; null: it has not said. */
  locale: string | null = null;
  readonly #site: string;
  readonly #around: () => Promise<Around>;
  readonly #backoff: Backoff;
  #said: Said = {};

  constructor(site: string, around: () => Promise<Around>, backoff: Backoff) {
    this.#site = site;
    this.#around = around;
    this.#backoff = backoff;
  }

  add({ attributes, ...said }: Said): void {
    this.#said = { ...this.#said, ...said, attributes: { ...this.#said.attributes, ...attributes } };
  }

  forget(): void {
    this.#said = {};
  }

  /** As often as it takes. The code with which the server refuses it, where it does. */
  async make(token: string, signal: AbortSignal, identity?: string): Promise<Arrived | string> {
    for (;;) {
      const who = { ...(await this.#who()), ...(identity === undefined ? {} : { identity }) };
      signal.throwIfAborted();
      const { status, body } = await fetchTransport(token).post('visitors', who);
      signal.throwIfAborted();
      if (status === 200 || status === 201) return body as Arrived;
      if (!passes(status)) return codeIn(body) ?? `status ${status}`;
      await this.#later();
    }
  }

  async #who() {
    const { page, referrer } = await this.#around();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return {
      site: this.#site,
      page: cut(page, pageBytesMax),
      referrer: cut(referrer, pageBytesMax),
      locale: cut(this.locale ?? navigator.language, localeBytesMax),
      time_zone: timeZone ?? '',
      ...this.#said,
    };
  }

  #later(): Promise<void> {
    return new Promise((again) => this.#backoff.later(again));
  }
}

/** 256 random bits. */
export const newToken = (): string => randomText(tokenBytes);

const codeIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : null;

/** As many whole characters as fit. */
export function cut(text: string, bytes: number): string {
  const encoded = new TextEncoder().encode(text);
  return encoded.length <= bytes ? text : new TextDecoder().decode(encoded.subarray(0, bytes), { stream: true });
}
