// A mail server of this machine, which keeps what it is given.
import { once } from 'node:events';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const usual: SMTPServerOptions = { authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false };

export class MailServer {
  readonly mails: ParsedMail[] = [];
  /** The envelopes' recipients, one after the other. */
  readonly recipients: string[] = [];
  #running: SMTPServer | undefined;

  constructor(
    readonly port: number,
    private readonly options: SMTPServerOptions = {},
  ) {}

  async start(): Promise<void> {
    const running = new SMTPServer({
      ...usual,
      onData: (stream, session, done) => {
        simpleParser(stream).then((mail) => {
          this.mails.push(mail);
          this.recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
          done();
        }, done);
      },
      ...this.options,
    });
    // Whoever does not like our certificate hangs up.
    running.on('error', () => {});
    running.listen(this.port, '127.0.0.1');
    await once(running.server, 'listening');
    this.#running = running;
  }

  stop(): Promise<void> {
    return new Promise((done) => (this.#running ? this.#running.close(done) : done()));
  }
}

export const addressesOf = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
