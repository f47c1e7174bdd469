import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { exactly } from '../ui/now';
import { save } from '../ui/save';
import { language } from '../words/language';
import { words } from '../words/widget';
import { looksLikeEmail } from './asking';
import type { Chat } from './chat';
import './transcript_ways.css';

interface TranscriptWaysProps {
  chat: Chat;
  conversation: string;
}

/** What was said, to keep: as a file, or by e-mail where the server sends any. */
export function TranscriptWays({ chat, conversation }: TranscriptWaysProps) {
  const mailing = useSignal(false);
  /** What came of it. */
  const said = useSignal('');
  const mailer = useRef<HTMLButtonElement>(null);
  const desk = chat.visit.desk.value;
  const screen = chat.screen.value;
  const answered = screen.kind === 'conversation' && screen.state.row.state.had_reply;

  const saveFile = async () => {
    const file = await chat.visit.files.transcript(conversation, language);
    said.value = file ? '' : words.faults.unreachable;
    if (file) save(file, `${desk?.name ?? 'chat'} ${new Date(exactly()).toISOString().slice(0, 10)}.txt`);
  };
  const mailed = (result: string) => {
    mailing.value = false;
    said.value = result;
    mailer.current?.focus();
  };

  return (
    <div class="transcript-ways">
      {mailing.value ? (
        <MailForm chat={chat} conversation={conversation} onDone={mailed} />
      ) : (
        <div class="transcript-ways-buttons">
          <Button label={words.saveTranscript} icon="download" tone="quiet" onPress={() => void saveFile()} />
          {desk?.mail && answered && (
            <Button
              element={mailer}
              label={words.mailTranscript}
              icon="mail"
              tone="quiet"
              onPress={() => {
                said.value = '';
                mailing.value = true;
              }}
            />
          )}
        </div>
      )}
      <p class="transcript-ways-said" role="status">
        {said.value}
      </p>
    </div>
  );
}

const refused: Record<number, keyof typeof words.faults> = { 0: 'unreachable', 429: 'tooOften' };

interface MailFormProps extends TranscriptWaysProps {
  /** With what there is to say of it. */
  onDone: (said: string) => void;
}

function MailForm({ chat, conversation, onDone }: MailFormProps) {
  const address = useSignal('');
  const fault = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const send = async () => {
    const email = address.value.trim();
    if (!looksLikeEmail(email)) {
      fault.value = words.isNoEmail;
      field.current?.focus();
      return;
    }
    const path = `conversations/${conversation}/transcript`;
    const { status } = await chat.visit.transport.post(path, { email, language });
    if (status === 202) onDone(words.mailSent(email));
    else fault.value = words.faults[refused[status] ?? 'failed'];
  };

  return (
    <form
      class="transcript-mail"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        // It leaves the form; it does not close the panel as well.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDone('');
      }}
    >
      <input
        ref={field}
        type="email"
        dir="ltr"
        autocomplete="email"
        aria-label={words.mailTo}
        placeholder={words.mailTo}
        aria-invalid={fault.value !== '' || undefined}
        aria-describedby="transcript-mail-fault"
        value={address.value}
        onInput={(event) => {
          address.value = event.currentTarget.value;
          fault.value = '';
        }}
      />
      <Button label={words.cancel} tone="quiet" onPress={() => onDone('')} />
      <Button label={words.mailSend} tone="primary" onPress={() => void send()} />
      <p id="transcript-mail-fault" class="transcript-mail-fault" role="alert">
        {fault.value}
      </p>
    </form>
  );
}
