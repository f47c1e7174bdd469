// Reads text/event-stream, as the HTML standard has it, from chunks that are cut anywhere.
import type { Frame } from './transport';

export class FrameParser {
  #rest = '';
  #event = '';
  #data: string[] = [];
  #id: string | null = null;

  /** The frames that this chunk completes. Comments are heartbeats and make none. */
  push(chunk: string): Frame[] {
    const frames: Frame[] = [];
    // A carriage return at the very end may be half a line break.
    const text = this.#rest + chunk;
    const complete = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = complete.split(/\r\n|\r|\n/);
    this.#rest = (lines.pop() ?? '') + text.slice(complete.length);
    for (const line of lines) {
      const frame = this.#take(line);
      if (frame) frames.push(frame);
    }
    return frames;
  }

  #take(line: string): Frame | null {
    if (line === '') return this.#finish();
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event = value;
    if (field === 'data') this.#data.push(value);
    if (field === 'id') this.#id = value;
    return null;
  }

  #finish(): Frame | null {
    const frame = { event: this.#event || 'message', id: this.#id, data: this.#data.join('\n') };
    const empty = this.#data.length === 0;
    this.#event = '';
    this.#data = [];
    return empty ? null : frame;
  }
}
