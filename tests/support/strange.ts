// Browsers and servers as they should not be, as scripts that run in a page before its own do.

interface Alteration {
  /** A regular expression, and what comes in the place of what it finds. */
  from: string;
  to: string;
  /** Only the first line that has these words; without them every answer, and every line of the stream. */
  once?: string;
}

/** What the server says arrives altered. */
export function alterStream({ from, to, once }: Alteration): void {
  const expression = new RegExp(from, 'g');
  let done = false;
  const alter = (line: string) => {
    if (once !== undefined && (done || !line.includes(once))) return line;
    if (once !== undefined) done = true;
    return line.replace(expression, to);
  };
  const asked = window.fetch;
  window.fetch = async (...request) => {
    const answer = await asked(...request);
    const isStream = answer.headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
    if (!answer.url.includes('/api/v1/') || !answer.body || answer.status === 204 || (once !== undefined && !isStream))
      return answer;
    let rest = '';
    const lines = new TransformStream<string, string>({
      transform(chunk, out) {
        const parts = (rest + chunk).split('\n');
        rest = parts.pop() ?? '';
        for (const line of parts) out.enqueue(`${alter(line)}\n`);
      },
      flush: (out) => out.enqueue(alter(rest)),
    });
    const body = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(lines);
    const { status, statusText, headers } = answer;
    return new Response(body.pipeThrough(new TextEncoderStream()), { status, statusText, headers });
  };
}

/** No database opens. */
export function refuseDatabases(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}

/** The clock of this browser goes ahead by so much. */
export function setClockAhead(by_ms: number): void {
  const RealDate = Date;
  const now = () => RealDate.now() + by_ms;
  class WrongDate extends RealDate {
    constructor(...given: [] | [number | string]) {
      if (given.length === 0) super(now());
      else super(...(given as [number]));
    }
    static override now = now;
  }
  globalThis.Date = WrongDate as DateConstructor;
}
