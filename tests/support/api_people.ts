// Agents and visitors who use HTTP and no browser.
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { password, type Server } from './world';

export const anId = () => randomBytes(16).toString('base64url');

export class ApiPerson {
  readonly #client = anId();
  #commands = 0;
  private constructor(
    private readonly server: Server,
    private readonly headers: Record<string, string>,
    readonly id: string,
  ) {}

  static async visitor(server: Server, about: { locale?: string; time_zone?: string } = {}): Promise<ApiPerson> {
    const arrival = { site: 'demo', page: '/', locale: 'en', ...about };
    const answer = await post(server, 'visitors', {}, arrival);
    expect(answer.status).toBe(201);
    const { token, customer } = await answer.json();
    return new ApiPerson(server, { Authorization: `Bearer ${token}` }, customer.id);
  }

  static async agent(server: Server, who: string): Promise<ApiPerson> {
    const guard = { 'X-Wrapup': '1' };
    const answer = await post(server, 'login', guard, { email: `${who}@demo.test`, password });
    expect(answer.status).toBe(204);
    const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    return new ApiPerson(server, { ...guard, Cookie: cookie }, who);
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.server.dashboard}/api/v1/${path}`, { headers: this.headers });
  }
  post(path: string, body: unknown): Promise<Response> {
    return post(this.server, path, this.headers, body);
  }

  /** One command with these steps, which must be accepted. */
  async does(conversation: string, ...steps: object[]): Promise<void> {
    this.#commands += 1;
    const command = { n: this.#commands, conversation, seen: 1_000_000, steps, at: 0 };
    const envelope = { client: this.#client, rules_id: 'any', after: 0, commands: [command] };
    const { patch } = await (await this.post('commands', envelope)).json();
    expect(patch.outcomes[0].code).toBe('ok');
  }

  async startsChat(text: string): Promise<string> {
    const conversation = anId();
    const start = { type: 'start', site: 'demo', channel: 'chat', customer: this.id };
    await this.does(conversation, start, { type: 'receive', text });
    return conversation;
  }
}

function post(server: Server, path: string, headers: Record<string, string>, body: unknown): Promise<Response> {
  return fetch(`${server.dashboard}/api/v1/${path}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
