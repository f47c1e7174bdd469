// A network that cuts, delays and truncates connections between browsers and a server, as a seed says.
import { connect, createServer, type Server, type Socket } from 'node:net';
import { randomFrom } from './random';

/** What becomes of a connection. */
interface Fate {
  /** After so long it is cut. */
  lives_ms: number;
  /** After so many bytes for the browser it is cut. */
  passes_bytes: number;
  /** So late arrives what the server says. */
  late_ms: number;
}

export class BadNetwork {
  /** While it is, everything passes. */
  calm = true;
  /** How often it was what. */
  readonly faults = { refused: 0, cut: 0, truncated: 0, delayed: 0 };
  readonly #random: () => number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** In front of the server that listens on this port of `behind`. */
  static between(port: number, behind: string, seed: number): Promise<BadNetwork> {
    const network = new BadNetwork(port, behind, seed);
    return new Promise((done, failed) => {
      network.#server.once('error', failed).listen(port, '127.0.0.1', () => done(network));
    });
  }

  private constructor(port: number, behind: string, seed: number) {
    this.#random = randomFrom(seed);
    this.#server = createServer((client) => this.#join(client, connect(port, behind)));
  }

  close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()));
    for (const socket of this.#sockets) socket.destroy();
    return closed;
  }

  #fate(): Fate {
    const one = (share: number) => this.#random() < share;
    const between = (least: number, most: number) => least + Math.floor((most - least) * this.#random());
    return {
      lives_ms: one(0.3) ? between(20, 4_000) : Number.POSITIVE_INFINITY,
      passes_bytes: one(0.2) ? between(1, 3_000) : Number.POSITIVE_INFINITY,
      late_ms: one(0.3) ? between(20, 600) : 0,
    };
  }

  #join(client: Socket, server: Socket): void {
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroySoon();
      });
    }
    client.on('data', (bytes) => server.write(bytes));
    if (this.calm) this.#passOn(server, client, { lives_ms: Infinity, passes_bytes: Infinity, late_ms: 0 });
    else if (this.#random() < 0.1) this.#cut('refused', client, server);
    else this.#passOn(server, client, this.#fate());
  }

  #passOn(server: Socket, client: Socket, { lives_ms, passes_bytes, late_ms }: Fate): void {
    let left = passes_bytes;
    let passed = Promise.resolve();
    if (late_ms > 0) this.faults.delayed += 1;
    if (lives_ms < Infinity) {
      const end = setTimeout(() => this.calm || this.#cut('cut', client, server), lives_ms);
      client.on('close', () => clearTimeout(end));
    }
    const pass = async (bytes: Buffer) => {
      if (late_ms > 0 && !this.calm) await new Promise((later) => setTimeout(later, late_ms));
      const truncated = bytes.length > left && !this.calm;
      client.write(truncated ? bytes.subarray(0, left) : bytes);
      left -= bytes.length;
      if (truncated) this.#cut('truncated', client, server);
    };
    server.on('data', (bytes) => {
      passed = passed.then(() => pass(bytes));
    });
  }

  #cut(fault: 'refused' | 'cut' | 'truncated', client: Socket, server: Socket): void {
    this.faults[fault] += 1;
    // What was truncated arrives as far as it goes; all else breaks off as if somebody had pulled the cable.
    if (fault === 'truncated') client.destroySoon();
    else client.resetAndDestroy();
    server.destroy();
  }
}
