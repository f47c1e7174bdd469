// What crosses into wasm and comes out: the other half of wasm/convert.hpp, where the form is described. The names of
// everything are on this side alone.
import type { CustomerCore } from '@wasm/customer.mjs';
import { inOrder, shapes, unions } from './types.gen';

/** Of the tables of types.gen.ts, as in "Actor[]"; see wasm/emit_types.cpp. */
type KindName = string;

// biome-ignore lint/suspicious/noExplicitAny: What it is, the tables say.
type Value = any;

/** How the values of one kind are written and read. */
interface Kind {
  put(value: Value): void;
  take(): Value;
}

type Fields = Readonly<Record<string, KindName>>;

const numberBytes = 8;
const encoder = new TextEncoder();
// A byte order mark at the start of a text belongs to it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class Border {
  readonly #core: CustomerCore;
  readonly #kinds = new Map<KindName, Kind>();
  #outgoing = new DataView(new ArrayBuffer(4096));
  #incoming = this.#outgoing;
  #at = 0;

  constructor(core: CustomerCore) {
    this.#core = core;
  }

  /** Hands over the values, one after the other. What the rules do not know in them is a TypeError. */
  send(...values: readonly (readonly [KindName, Value])[]): void {
    this.#at = 0;
    for (const [kind, value] of values) this.#kind(kind).put(value);
    const { buffer } = this.#outgoing;
    const address = this.#core.room(this.#at);
    this.#core.HEAPU8.set(new Uint8Array(buffer, 0, this.#at), address);
  }

  /** What a call has answered that is given these. */
  ask<T>(kind: KindName, call: () => void, ...given: readonly (readonly [KindName, Value])[]): T {
    this.send(...given);
    call();
    return this.receive(kind);
  }

  /** What the rules have answered to the last call. */
  receive<T>(kind: KindName): T {
    this.#incoming = new DataView(this.#core.HEAPU8.buffer, this.#core.answer());
    this.#at = 0;
    return this.#kind(kind).take();
  }

  #kind(name: KindName): Kind {
    const known = this.#kinds.get(name);
    if (known) return known;
    const made = this.#kindOf(name);
    this.#kinds.set(name, made);
    return made;
  }

  #kindOf(name: KindName): Kind {
    const before = name.indexOf(':');
    if (before > 0) return this.#each(namesOf(name.slice(0, before)), this.#kind(name.slice(before + 1)));
    if (name.endsWith('?')) return this.#optional(this.#kind(name.slice(0, -1)));
    if (name.endsWith('[]')) return this.#list(this.#kind(name.slice(0, -2)));
    if (name.endsWith('{}')) return this.#set(namesOf(name.slice(0, -2)));
    if (name in inOrder) return this.#name(namesOf(name));
    if (name in shapes) return this.#struct(shapes[name as keyof typeof shapes]);
    if (name in unions) return this.#union(unions[name as keyof typeof unions]);
    return { number: this.#number, string: this.#text, boolean: this.#flag }[name] as Kind;
  }

  /** Where the next so many bytes go. */
  #room(bytes: number): number {
    const at = this.#at;
    this.#at += bytes;
    const { buffer } = this.#outgoing;
    if (this.#at > buffer.byteLength) {
      const larger = new Uint8Array(2 * this.#at);
      larger.set(new Uint8Array(buffer));
      this.#outgoing = new DataView(larger.buffer);
    }
    return at;
  }

  readonly #number: Kind = {
    put: (value) => {
      if (typeof value !== 'number') throw new TypeError('expected a number');
      this.#outgoing.setFloat64(this.#room(numberBytes), value, true);
    },
    take: () => {
      this.#at += numberBytes;
      return this.#incoming.getFloat64(this.#at - numberBytes, true);
    },
  };

  readonly #flag: Kind = {
    put: (value) => this.#number.put(value ? 1 : 0),
    take: () => this.#number.take() !== 0,
  };

  readonly #text: Kind = {
    put: (value) => {
      if (typeof value !== 'string') throw new TypeError('expected a string');
      const bytes = encoder.encode(value);
      this.#number.put(bytes.length);
      const at = this.#room(bytes.length);
      new Uint8Array(this.#outgoing.buffer).set(bytes, at);
    },
    take: () => {
      const size = this.#number.take();
      const { buffer, byteOffset } = this.#incoming;
      this.#at += size;
      return decoder.decode(new Uint8Array(buffer, byteOffset + this.#at - size, size));
    },
  };

  #name(names: readonly string[]): Kind {
    return {
      put: (value) => this.#number.put(indexOf(names, value, 'name')),
      take: () => names[this.#number.take()],
    };
  }

  #optional(kind: Kind): Kind {
    return {
      put: (value) => {
        const isThere = value !== null && value !== undefined;
        this.#flag.put(isThere);
        if (isThere) kind.put(value);
      },
      take: () => (this.#flag.take() ? kind.take() : null),
    };
  }

  #list(kind: Kind): Kind {
    return {
      put: (list) => {
        this.#number.put(list.length);
        for (const item of list) kind.put(item);
      },
      take: () => Array.from({ length: this.#number.take() }, () => kind.take()),
    };
  }

  #each(names: readonly string[], kind: Kind): Kind {
    return {
      put: (each) => {
        for (const name of names) kind.put(each[name]);
      },
      take: () => Object.fromEntries(names.map((name) => [name, kind.take()])),
    };
  }

  #set(names: readonly string[]): Kind {
    return {
      put: (set) =>
        this.#number.put(set.reduce((bits: number, one: string) => bits | (1 << indexOf(names, one, 'name')), 0)),
      take: () => {
        const bits = this.#number.take();
        return names.filter((_, at) => (bits >>> at) & 1);
      },
    };
  }

  #struct(fields: Fields): Kind {
    const parts = Object.entries(fields).map(([field, name]) => {
      const isAdded = name.startsWith('+');
      return {
        field,
        isAdded,
        nothing: name.endsWith('[]') ? [] : null,
        kind: this.#kind(isAdded ? name.slice(1) : name),
      };
    });
    return {
      put: (struct) => {
        for (const { field, isAdded, nothing, kind } of parts)
          kind.put(isAdded ? (struct[field] ?? nothing) : struct[field]);
      },
      take: () => {
        const struct: Record<string, Value> = {};
        for (const { field, isAdded, kind } of parts) {
          const value = kind.take();
          if (!isAdded || (value !== null && value.length !== 0)) struct[field] = value;
        }
        return struct;
      },
    };
  }

  #union(alternatives: Readonly<Record<string, Fields>>): Kind {
    const tags = Object.keys(alternatives);
    const kinds = Object.values(alternatives).map((fields) => this.#struct(fields));
    return {
      put: (value) => {
        const index = indexOf(tags, value.type, 'type');
        this.#number.put(index);
        kinds[index]?.put(value);
      },
      take: () => {
        const index = this.#number.take();
        return { ...kinds[index]?.take(), type: tags[index] };
      },
    };
  }
}

function namesOf(name: string): readonly string[] {
  return inOrder[name as keyof typeof inOrder];
}

function indexOf(names: readonly string[], name: string, what: string): number {
  const index = names.indexOf(name);
  if (index < 0) throw new TypeError(`unknown ${what}: ${name}`);
  return index;
}
