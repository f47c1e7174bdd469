// The server's time, on a machine whose own clock may be hours off: nothing is ordered or expires by that.
import type { MeAnswer } from './protocol';

export class ServerClock {
  readonly #own: () => number;
  #ahead = 0;

  /** `own`: milliseconds since 1970, as this machine has it. */
  constructor(own: () => number) {
    this.#own = own;
  }

  now(): number {
    return this.#own() + this.#ahead;
  }

  /** By how many milliseconds the server's clock is ahead of ours. */
  get ahead(): number {
    return this.#ahead;
  }

  /** What has just come from the server, with how far it is ahead: whoever hears of it later can use that. */
  stamp(answer: MeAnswer): MeAnswer {
    return answer.at === undefined ? answer : { ...answer, ahead: answer.at - this.#own() };
  }

  take({ ahead }: { readonly ahead?: number }): void {
    if (ahead !== undefined) this.#ahead = ahead;
  }
}
