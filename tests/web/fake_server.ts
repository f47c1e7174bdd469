// The server's side of the protocol over the real rules, in memory: what a store is tried against.
import type { Actor, Channel, Conversation, Event, Policy } from '@web/rules/types.gen';
import type {
  Counted,
  Customer,
  Divergence,
  Envelope,
  GapAnswer,
  Me,
  MeAnswer,
  Outcome,
  PatchAnswer,
  Row,
  SentCommand,
  StoredEvent,
  View,
} from '@web/sync/protocol';
import type { Answer } from '@web/sync/transport';
import { rules } from './rules';

export const site = { id: 'demo', name: 'Nordlicht' };
export const policy: Policy = rules.defaultPolicy();

export interface Person {
  actor: Actor;
  name: string;
}

export const agent = (id: string, name: string): Person => ({
  actor: rules.actor({ role: 'agent', id, sites: [site.id], available: ['messaging'] }),
  name,
});
export const visitor = (id: string, name: string): Person => ({
  actor: rules.actor({ role: 'customer', id, sites: [site.id] }),
  name,
});

export const ana = agent('ana', 'Ana');
export const ben = agent('ben', 'Ben');
export const theSystem: Person = { actor: rules.actor({ role: 'system', id: '', sites: [] }), name: '' };
export const vera = visitor('vera', 'Visitor K7QM');

export interface Listener {
  person: Person;
  client: string;
  position: number;
  hear(event: string, data: unknown): void;
}

const secret: ReadonlySet<Event['fact']['type']> = new Set(['note_added', 'marked_no_reply_needed']);
const sees = (person: Person, { event }: StoredEvent) =>
  person.actor.role !== 'customer' || !secret.has(event.fact.type);

interface Client {
  last: number;
  /** What a server that does not commit it with the effect finds after a crash. */
  kept: number;
  outcomes: Map<number, Outcome>;
}

export interface Backup {
  log: StoredEvent[];
  clients: Map<string, Client>;
}

export class FakeServer {
  /** Of the clocks of those who ask, in milliseconds. */
  clockAhead = 0;
  /** What is added to every digest, to see that browsers notice. */
  digestsOff = 0;
  readonly divergences: Divergence[] = [];
  /** Rules of the protocol that this server breaks, to see that somebody notices. */
  breaks = { gaps: false, lastCommand: false };
  epoch = 'first';
  rulesId = rules.rulesId;
  /** As many events as one patch holds. */
  patchEventsMax = 1000;
  log: StoredEvent[] = [];
  readonly listeners = new Set<Listener>();
  readonly customers = new Map<string, Customer>();
  /** How often each command took effect. */
  readonly ran: string[] = [];
  #clients = new Map<string, Client>();
  #now = 1_000_000;

  get position(): number {
    return this.log.length;
  }

  state(id: string): Conversation {
    return this.#history(id).reduce((state, { event }) => rules.evolve(state, event), rules.initial());
  }

  get(person: Person, path: string): Answer {
    const { actor } = person;
    const [route, query] = path.split('?');
    const client = this.#clients.get(new URLSearchParams(query).get('client') ?? '');
    const reached = { last_command: client?.last ?? 0 };
    const ok = (body: object) => ({
      status: 200,
      body: { ...this.#stamp(), position: this.position, ...reached, ...body },
    });
    if (route === 'me') return { status: 200, body: this.#meAnswer(person) };
    if (route === 'conversations') return ok({ rows: this.#rows().filter((row) => row.customer.id === actor.id) });
    if (route === 'inbox/counts') return ok({ counts: this.#counts(actor) });
    if (route === 'inbox') return ok(this.#page(new URLSearchParams(query), actor));
    const id = route?.split('/')[1] ?? '';
    const row = this.#rows().find(({ conversation }) => conversation === id);
    if (!row) return { status: 404, body: { title: 'Not found' } };
    const details = { ...row.customer, page: '/', locale: 'en', created_at: 0, conversations: [] };
    const events = this.#history(id).filter((stored) => sees(person, stored));
    return ok({ row, events, customer: actor.role === 'customer' ? null : details });
  }

  post(person: Person, envelope: Envelope): Answer {
    if (person.actor.role === 'customer')
      this.customers.set(person.actor.id, { id: person.actor.id, name: person.name });
    const client = this.#clients.get(envelope.client) ?? { last: 0, kept: 0, outcomes: new Map<number, Outcome>() };
    this.#clients.set(envelope.client, client);
    if (envelope.epoch !== this.epoch) return this.#gap(client.last);
    const outcomes: Outcome[] = [];
    for (const command of envelope.commands) {
      if (command.n > client.last + 1 && !this.breaks.gaps) return this.#gap(client.last);
      const isNew = command.n > client.last;
      const outcome = isNew ? this.#run(person, envelope.client, command, client) : client.outcomes.get(command.n);
      if (outcome) outcomes.push(outcome);
    }
    return { status: 200, body: this.#patch(person, envelope.after, { client: envelope.client, outcomes }) };
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    listener.hear('me', this.#meAnswer(listener.person));
    if (listener.position > this.position) listener.hear('resync', {});
    else this.#catchUp(listener, { client: listener.client, outcomes: [] });
    return () => this.listeners.delete(listener);
  }

  /** What restore() brings back. */
  backup(): Backup {
    const clients = [...this.#clients].map(([id, client]) => [id, { ...client, outcomes: new Map(client.outcomes) }]);
    return { log: [...this.log], clients: new Map(clients as [string, Client][]) };
  }

  /** As from a backup; without one, of an empty day. Whoever listens is cut off by the network. */
  restore(epoch: string, { log, clients }: Backup = { log: [], clients: new Map() }): void {
    this.epoch = epoch;
    this.log = log;
    this.#clients = clients;
    this.listeners.clear();
  }

  /** Killed and started again. What is on the disk stays. */
  crash(): void {
    this.listeners.clear();
    if (!this.breaks.lastCommand) return;
    for (const client of this.#clients.values()) {
      client.outcomes.delete(client.last);
      client.last = client.kept;
    }
  }

  /** Somebody else asks for something, without a store of theirs. */
  act(person: Person, conversation: string, ...steps: SentCommand['steps']): Outcome {
    const client = `direct-${person.actor.id}`;
    const n = (this.#clients.get(client)?.last ?? 0) + 1;
    const seen = this.state(conversation).version;
    const commands = [{ n, conversation, seen, confirmed: ['reply_owed'] as const, steps, at: 0 }];
    const answer = this.post(person, {
      client,
      epoch: this.epoch,
      rules_id: '',
      ack: 0,
      after: this.position,
      commands,
    });
    return (answer.body as PatchAnswer).patch.outcomes[0] as Outcome;
  }

  #run(person: Person, name: string, command: SentCommand, client: Client): Outcome {
    this.ran.push(`${this.epoch} ${name} ${command.n}`);
    this.#now += 1000;
    const setting = { policy, colleagues: [ana.actor, ben.actor], at: this.#now };
    const state = this.state(command.conversation);
    const decision = rules.decide(state, { ...command, actor: person.actor }, setting);
    const outcome: Outcome =
      'events' in decision
        ? { n: command.n, code: 'ok' }
        : { n: command.n, code: decision.rejection, detail: { owner: state.owner } };
    client.kept = client.last;
    client.last = command.n;
    client.outcomes.set(command.n, outcome);
    if ('events' in decision && decision.events.length > 0) {
      for (const event of decision.events)
        this.log.push({ position: this.position + 1, conversation: command.conversation, event });
      for (const listener of this.listeners) this.#catchUp(listener, { client: name, outcomes: [outcome] });
    }
    return outcome;
  }

  #catchUp(listener: Listener, by: { client: string; outcomes: Outcome[] }): void {
    const own = by.client === listener.client ? by : null;
    const answer = this.#patch(listener.person, listener.position, own);
    if (answer.resync) listener.hear('resync', {});
    if (answer.resync || answer.patch.events.length === 0) return;
    listener.position = this.position;
    listener.hear('patch', answer);
  }

  #patch(person: Person, from: number, by: { client: string; outcomes: Outcome[] } | null): PatchAnswer {
    const seen = this.log.slice(from).filter((stored) => sees(person, stored));
    const events = person.actor.role === 'customer' ? seen : this.#digested(seen);
    const resync = events.length > this.patchEventsMax;
    const customers = events.flatMap(({ event: { fact } }) =>
      fact.type === 'started' || fact.type === 'identified' ? (this.customers.get(fact.customer) ?? []) : [],
    );
    return {
      ...this.#stamp(),
      patch: {
        from,
        position: this.position,
        events: resync ? [] : events,
        customers,
        client: by?.client ?? null,
        last_command: by ? (this.#clients.get(by.client)?.last ?? 0) : 0,
        outcomes: by?.outcomes ?? [],
      },
      ...(resync ? { resync } : {}),
    };
  }

  /** As agents get them: the last of each conversation has the digest of the state after it. */
  #digested(events: StoredEvent[]): StoredEvent[] {
    const last = new Map(events.map(({ conversation, position }) => [conversation, position]));
    return events.map((stored) => {
      const { conversation, position } = stored;
      if (last.get(conversation) !== position) return stored;
      const history = this.log.slice(0, position).filter((other) => other.conversation === conversation);
      const state = history.reduce((before, { event }) => rules.evolve(before, event), rules.initial());
      return { ...stored, digest: rules.digest(state) + this.digestsOff };
    });
  }

  #gap(last: number): Answer {
    const gap: GapAnswer = { ...this.#stamp(), expected: last + 1 };
    return { status: 200, body: gap };
  }

  #stamp() {
    return { epoch: this.epoch, rules_id: this.rulesId };
  }

  #meAnswer({ actor, name }: Person): MeAnswer {
    const me: Me = { actor, name, email: null, colleagues: [ana, ben], sites: [site], policy };
    return { ...this.#stamp(), me, position: this.position, at: Date.now() + this.clockAhead };
  }

  #history(id: string): StoredEvent[] {
    return this.log.filter(({ conversation }) => conversation === id);
  }

  #page(query: URLSearchParams, actor: Actor) {
    const view = query.get('view') as View;
    const [status, owner] = [query.get('status'), query.get('owner')];
    const rows = this.#rows().filter(
      ({ state }) =>
        this.#viewsOf(state, actor).includes(view) &&
        (status === null || rules.status(state) === status) &&
        (owner === null || state.owner === (owner === 'me' ? actor.id : null)),
    );
    const start = Number(query.get('after') ?? 0);
    const end = start + this.pageRows;
    const next = end < rows.length ? String(end) : null;
    return { rows: rows.slice(start, end), next, counts: this.#counts(actor) };
  }

  #viewsOf(state: Conversation, actor: Actor): View[] {
    if (state.phase.type === 'closed') return ['closed'];
    if (state.snoozing.type !== 'none') return ['snoozed'];
    const views: View[] = ['open'];
    if (state.owner === null) views.push('unassigned');
    if (state.owner === actor.id) views.push('mine');
    if (rules.status(state) === 'waiting') views.push('waiting');
    return views;
  }

  /** As many as there are, counted one by one. */
  #counts(actor: Actor): Counted[] {
    const all = new Map<string, { site: string; channel: Channel; counts: Record<View, number> }>();
    for (const { state } of this.#rows()) {
      const { site, channel } = state;
      const none = { open: 0, unassigned: 0, mine: 0, waiting: 0, snoozed: 0, closed: 0 };
      const { counts } = all.get(`${site} ${channel}`) ?? { counts: none };
      for (const view of this.#viewsOf(state, actor)) counts[view] += 1;
      all.set(`${site} ${channel}`, { site, channel, counts });
    }
    return [...all.values()];
  }

  pageRows = 50;

  #rows(): Row[] {
    const ids = [...new Set(this.log.map(({ conversation }) => conversation))];
    return ids.map((id) => this.#row(id)).sort((a, b) => b.activity_at - a.activity_at);
  }

  #row(conversation: string): Row {
    const history = this.#history(conversation);
    const state = this.state(conversation);
    const said = history.findLast(({ event: { fact } }) => fact.type === 'message_received' || fact.type === 'replied');
    const fact = said?.event.fact;
    return {
      conversation,
      state,
      customer: this.customers.get(state.customer) ?? { id: state.customer, name: '?' },
      preview: said && fact && 'text' in fact ? { by: said.event.by.role, text: fact.text } : null,
      activity_at: history.at(-1)?.event.at ?? 0,
    };
  }
}
