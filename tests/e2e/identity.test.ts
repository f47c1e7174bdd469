// A site vouches for its visitors: an admin makes a key, the examples of the README sign with it, and agents see who it
// is.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { anAgent } from '../support/chats';
import { newId } from '../support/commands';
import { browser, server } from '../support/running';

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');

/** The code of one language, as it stands below its name. */
function example(language: string): string {
  const [, code] = new RegExp(`<summary>${language}</summary>\\s+\`\`\`\\w+\\n([^]*?)\`\`\``).exec(readme) ?? [];
  if (!code) throw new Error(`the README has no example in ${language}`);
  return code;
}

interface Runs {
  file: string;
  command: readonly string[];
  /** The whole program, which says the token of a user. */
  program: (code: string) => string;
}

const runs: Record<string, Runs> = {
  Node: {
    file: 'token.mjs',
    command: [process.execPath],
    program: (code) =>
      `${code}\nprocess.stdout.write(wrapupToken({ id: 4711, name: 'Vera Stein', email: 'vera@shop.example' }));`,
  },
  Python: {
    file: 'token_of.py',
    command: ['python3'],
    program: (code) => `${code}\nprint(wrapup_token(4711, "Vera Stein", "vera@shop.example"), end="")`,
  },
  PHP: {
    file: 'token.php',
    command: ['php'],
    program: (code) => `<?php\n${code}\necho wrapup_token('4711', 'Vera Stein', 'vera@shop.example');`,
  },
  Ruby: {
    file: 'token.rb',
    command: ['ruby'],
    program: (code) => `${code}\nprint wrapup_token(4711, "Vera Stein", "vera@shop.example")`,
  },
  Go: {
    file: 'token.go',
    command: ['go', 'run'],
    program: (code) => `${code.replace('package wrapup', 'package main')}
func main() {
	token, err := Token("4711", "Vera Stein", "vera@shop.example")
	if err != nil {
		panic(err)
	}
	os.Stdout.WriteString(token)
}
`,
  },
};

function tokenOf(language: string, secret: string): string {
  const { file, command, program } = runs[language] as Runs;
  const [name = '', ...args] = command;
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-example-'));
  try {
    writeFileSync(join(folder, file), program(example(language)));
    const env = { ...process.env, WRAPUP_SECRET: secret };
    return execFileSync(name, [...args, join(folder, file)], { encoding: 'utf8', env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class Caller {
  readonly #token = newId() + newId().slice(1);
  readonly #client = newId();
  #commands = 0;

  async asks(path: string, body?: unknown): Promise<{ status: number; body: Record<string, never> }> {
    const answer = await fetch(`${server.dashboard}/api/v1/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: await answer.json() };
  }

  async startsChat(site: string, customer: string, text: string): Promise<void> {
    const { body } = await this.asks('me');
    const { epoch, rules_id, position: after } = body;
    const start = { type: 'start', site, channel: 'chat', customer, linked_to: null };
    const steps = [start, { type: 'receive', text }];
    const command = { n: ++this.#commands, conversation: newId(), seen: 0, confirmed: [], at: 0, steps };
    const sent = { client: this.#client, epoch, rules_id, after, ack: 0, commands: [command] };
    expect((await this.asks('commands', sent)).body).toMatchObject({ patch: { outcomes: [{ code: 'ok' }] } });
  }
}

it('a key is made in the settings, the examples of the README sign by it, and agents see who is there', {
  timeout: 120_000,
}, async () => {
  const ida = await anAgent(browser, server, 'ida');
  await ida.page.goto(`${server.dashboard}/dashboard/settings/sites`);
  const name = 'Who visitors of Nordlicht Coffee are';
  await ida.presses(name);
  const form = ida.page.getByRole('dialog', { name });
  await form.getByRole('combobox').selectOption('optional');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Saved').waitFor();
  await form.getByRole('button', { name: 'Make a key' }).click();
  await form.getByText('It is not shown again.').waitFor();
  const secret = (await form.locator('.identity-new code').textContent()) ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);

  const site = 'demo';
  const arrival = { site, page: '/', locale: 'en', attributes: { plan: 'gold <b>' } };
  const customers = new Set<string>();
  for (const language of Object.keys(runs)) {
    const caller = new Caller();
    const { status, body } = await caller.asks('visitors', { ...arrival, identity: tokenOf(language, secret) });
    expect({ language, status, body }).toMatchObject({ status: 201, body: { customer: { verified: true } } });
    const { customer } = body as unknown as { customer: { id: string; name: string } };
    expect(customer.name).toBe('Vera Stein');
    customers.add(customer.id);
    await caller.startsChat(site, customer.id, `Asked by ${language}`);
  }
  expect(customers.size).toBe(1);

  await ida.page.goto(`${server.dashboard}/dashboard/chat/inbox`);
  await ida.opens('Asked by Node');
  const panel = ida.page.getByRole('complementary', { name: 'Customer' });
  await panel.getByText('Signed in by your site').waitFor();
  await panel.getByText('vera@shop.example').waitFor();
  await panel.getByRole('row', { name: 'plan gold <b>' }).waitFor();

  await ida.page.goto(`${server.dashboard}/dashboard/settings/sites`);
  await ida.presses(name);
  await form.getByRole('button', { name: /^Remove the key/ }).click();
  await form.getByRole('button', { name: /^Remove: what it signed/ }).click();
  await form.getByRole('button', { name: /^Remove the key/ }).waitFor({ state: 'detached' });
  expect(await form.getByText(secret).count()).toBe(0);
  const late = await new Caller().asks('visitors', { ...arrival, identity: tokenOf('Node', secret) });
  expect(late).toMatchObject({ status: 403, body: { code: 'identity_invalid' } });
  await ida.page.goto(`${server.dashboard}/dashboard/settings/audit`);
  await ida.sees(/removed the key \S/);
});

it('every example of the README is run', () => {
  const shown = [...readme.matchAll(/<summary>(\w+)<\/summary>\s+```/g)].map(([, language]) => language);
  expect(shown).toEqual(Object.keys(runs));
});
