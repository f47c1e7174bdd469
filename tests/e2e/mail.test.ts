// Transcripts by mail, through a real mail server, and as a file.
import { readFileSync } from 'node:fs';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiPerson } from '../support/api_people';
import { addressesOf, MailServer } from '../support/mail_server';
import { eventually } from '../support/people';
import { freePort, Server } from '../support/world';

const secret = 'a secret of the mail server';
const undoWindow_ms = 10_000;
const failing = /Z warning: a mail /;

let mailPort: number;
let server: Server;
let mailServer: MailServer | undefined;
let ana: ApiPerson;

async function wrapupThrough(url: string, told: { options?: string[]; env?: Record<string, string> } = {}) {
  const options = ['--smtp-url', url, '--mail-from', 'chat@shop.example', ...(told.options ?? [])];
  return Server.start('127.0.0.1', { options, env: told.env ?? {} });
}

async function mailServerStarts(options: SMTPServerOptions = {}): Promise<MailServer> {
  mailServer = new MailServer(mailPort, options);
  await mailServer.start();
  return mailServer;
}

/** A chat in which both said something, and which is ended but open. */
async function endedChat(vera: ApiPerson): Promise<string> {
  const chat = await vera.startsChat('Wo ist mein Päckchen?\n.\nEs heißt „Küche“ 😀');
  await ana.does(chat, { type: 'claim' }, { type: 'reply', text: 'Unterwegs.' });
  await ana.does(chat, { type: 'add_note', text: 'She is angry.' }, { type: 'end', if_active: true });
  return chat;
}

const closes = (chat: string) => ana.does(chat, { type: 'close' });
const asks = (vera: ApiPerson, chat: string, email = 'vera@home.example', language = 'en') =>
  vera.post(`conversations/${chat}/transcript`, { email, language });

const arrived = (mails: MailServer, count: number, timeout = 30_000) =>
  eventually(async () => expect(mails.mails.length).toBeGreaterThanOrEqual(count), timeout);

/** Nothing but this one, also after the sender has looked again a few times. */
async function onlyOne(mails: MailServer): Promise<void> {
  await new Promise((next) => setTimeout(next, 2_000));
  expect(mails.recipients).toEqual(['vera@home.example']);
}

const trimmed = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trim();

beforeEach(async () => {
  mailPort = await freePort();
});
afterEach(async () => {
  await mailServer?.stop();
  mailServer = undefined;
});

describe('a transcript by mail', { timeout: 90_000 }, () => {
  beforeEach(async () => {
    server = await wrapupThrough(`smtp://127.0.0.1:${mailPort}`);
    server.expected = failing;
    ana = await ApiPerson.agent(server, 'ana');
  });
  afterEach(() => server.dispose());

  it.each([
    ['en', 'Your conversation with Nordlicht Coffee'],
    ['de', 'Ihr Gespräch mit Nordlicht Coffee'],
    ['ar', 'محادثتك مع Nordlicht Coffee'],
  ])('arrives once, in %s, with the text that the visitor can save', async (language, subject) => {
    const mails = await mailServerStarts();
    const vera = await ApiPerson.visitor(server, { time_zone: 'Asia/Kathmandu' });
    const chat = await endedChat(vera);
    expect((await asks(vera, chat, 'vera@home.example', language)).status).toBe(202);
    await arrived(mails, 1);
    const [mail] = mails.mails;
    expect(mail?.subject).toBe(subject);
    expect(mail?.from?.value).toEqual([{ address: 'chat@shop.example', name: 'Nordlicht Coffee' }]);
    expect(addressesOf(mail?.to)).toEqual(['vera@home.example']);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('content-language')).toBe(language);
    expect(mail?.messageId).toMatch(/^<[\w-]{22}@shop\.example>$/);
    expect(Math.abs((mail?.date?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(mail?.attachments).toEqual([]);

    const saved = await vera.get(`conversations/${chat}/transcript?language=${language}`);
    const text = await saved.text();
    expect(text).toContain('    .\n    Es heißt „Küche“ 😀\n');
    expect(text).toContain('Asia/Kathmandu (UTC+05:45)');
    expect(text).not.toContain('angry');
    const [said, why] = trimmed(mail?.text).split('\n\n-- \n');
    expect(said).toBe(trimmed(text));
    expect(why).toContain('Nordlicht Coffee');
    await onlyOne(mails);
  });

  it('leaves once the close can no longer be undone, and after an undo only when the chat is over again', async () => {
    const mails = await mailServerStarts();
    const vera = await ApiPerson.visitor(server);
    const [closed, undone] = [await endedChat(vera), await endedChat(vera)];
    await Promise.all([closes(closed), closes(undone).then(() => ana.does(undone, { type: 'undo_close' }))]);
    const closed_at = Date.now();
    await vera.does(undone, { type: 'receive', text: 'One more thing.' });
    expect((await asks(vera, undone)).status).toBe(409);
    expect((await asks(vera, closed)).status).toBe(202);
    await arrived(mails, 1);
    expect(Date.now() - closed_at).toBeGreaterThan(undoWindow_ms - 1_000);
    await onlyOne(mails);
  });

  it('waits for a mail server that is down, and for a program that is killed meanwhile', async () => {
    const vera = await ApiPerson.visitor(server);
    expect((await asks(vera, await endedChat(vera))).status).toBe(202);
    await eventually(async () => expect(server.log.join()).toMatch(/a mail was not sent, and is tried again/));
    await server.stop('SIGKILL');
    const mails = await mailServerStarts();
    await server.run();
    await arrived(mails, 1);
    await onlyOne(mails);
    expect(server.log.join('\n')).not.toMatch(/home\.example|Päckchen/);
  });

  it('is not sent again where the program is told to stop while the mail server takes its time', async () => {
    let knocked = false;
    const mails = await mailServerStarts({
      onRcptTo: (_address, _session, done) => {
        knocked = true;
        setTimeout(done, 1_500);
      },
    });
    const vera = await ApiPerson.visitor(server);
    expect((await asks(vera, await endedChat(vera))).status).toBe(202);
    await eventually(async () => expect(knocked).toBe(true));
    await server.stop('SIGTERM');
    await server.run();
    await new Promise((next) => setTimeout(next, 6_000));
    await onlyOne(mails);
  });

  it('is given up where the mail server never takes it, and the log does not say for whom', async () => {
    let tries = 0;
    await mailServerStarts({
      onRcptTo: (_address, _session, done) => {
        tries += 1;
        done(Object.assign(new Error('No such mailbox here'), { responseCode: 550 }));
      },
    });
    const vera = await ApiPerson.visitor(server);
    expect((await asks(vera, await endedChat(vera))).status).toBe(202);
    await eventually(
      async () => expect(server.log.join('\n')).toMatch(/a mail is given up after 3 attempts: .*, 550/),
      40_000,
    );
    expect(tries).toBe(3);
    expect(server.log.join('\n')).not.toMatch(/home\.example|Päckchen/);
  });
});

describe('the way to the mail server', { timeout: 60_000 }, () => {
  it('has a password that stands neither in the list of processes nor in the log', async () => {
    const signedIn: (string | null | undefined)[] = [];
    const mails = await mailServerStarts({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      authOptional: false,
      onAuth: (auth, _session, done) => {
        signedIn.push(auth.username, auth.password);
        done(null, { user: auth.username });
      },
    });
    server = await wrapupThrough(`smtp://127.0.0.1:${mailPort}`, {
      options: ['--smtp-user', 'wrapup'],
      env: { WRAPUP_SMTP_PASSWORD: secret },
    });
    ana = await ApiPerson.agent(server, 'ana');
    const vera = await ApiPerson.visitor(server);
    expect((await asks(vera, await endedChat(vera))).status).toBe(202);
    await arrived(mails, 1);
    expect(signedIn).toEqual(['wrapup', secret]);
    expect(readFileSync(`/proc/${server.pid}/cmdline`, 'utf8')).not.toContain(secret);
    expect(server.log).toEqual([]);
    await server.dispose();
  });

  // Written like this, we do not take it for this machine.
  it.each([
    ['which nothing encrypts', 'smtp://[::ffff:127.0.0.1]', /tried again: .*SSL/, {}],
    ['whose certificate is nobody’s', 'smtp://[::ffff:127.0.0.1]', /certificate/, { disabledCommands: ['AUTH'] }],
    ['whose certificate is nobody’s', 'smtps://127.0.0.1', /certificate/, { secure: true, disabledCommands: ['AUTH'] }],
  ])('is not taken to a mail server %s: %s', async (_what, place, complaint, options) => {
    const mails = await mailServerStarts(options);
    server = await wrapupThrough(`${place}:${mailPort}`);
    server.expected = failing;
    ana = await ApiPerson.agent(server, 'ana');
    const vera = await ApiPerson.visitor(server);
    expect((await asks(vera, await endedChat(vera))).status).toBe(202);
    await eventually(async () => expect(server.log.join()).toMatch(complaint));
    expect(mails.mails).toEqual([]);
    await server.dispose();
  });
});

describe('a transcript as a file', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await Server.start();
    ana = await ApiPerson.agent(server, 'ana');
  });
  afterAll(() => server.dispose());

  it('is for whoever may read the conversation, and for nobody else', async () => {
    const [vera, viktor] = await Promise.all([ApiPerson.visitor(server), ApiPerson.visitor(server)]);
    const chat = await endedChat(vera);
    const path = `conversations/${chat}/transcript`;
    const saved = await vera.get(path);
    expect(saved.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(saved.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="transcript-\d{4}-\d\d-\d\d-[a-z0-9]{1,6}\.txt"$/,
    );
    expect(await saved.text()).not.toContain('angry');
    expect(await (await ana.get(path)).text()).toContain('Ana Torres (internal note):\n    She is angry.\n');
    expect((await viktor.get(path)).status).toBe(404);
    expect((await asks(viktor, chat)).status).toBe(404);
    expect((await ana.post(path, { email: 'ana@shop.example', language: 'en' })).status).toBe(403);
    expect((await vera.get(`${path}?language=fr`)).status).toBe(400);
  });

  it('is all that a server without mail has to give', async () => {
    const vera = await ApiPerson.visitor(server);
    const answer = await asks(vera, await endedChat(vera));
    expect(answer.status).toBe(409);
    expect((await answer.json()).code).toBe('no_mail');
  });
});
