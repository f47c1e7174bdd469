import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../ui/button';
import { useDeferred } from '../ui/deferred';
import { words as dashboard } from '../words/dashboard';
import { Composer } from './composer';
import { useDesk } from './context';
import { type Controls, createControls, type Ready } from './controls';
import { useConversationActions } from './conversation_actions';
import { ConversationHeader } from './conversation_header';
import { ConversationSkeleton } from './conversation_skeleton';
import { CustomerPanel } from './customer_panel';
import { HandOver } from './hand_over';
import { History } from './history';
import { useKeptFocus } from './kept_focus';
import { Notices } from './notices';
import { usePlace } from './place';
import { LostCards } from './refused_cards';
import { ReplyOwed } from './reply_owed';
import { Topics } from './topics';
import { Transcript } from './transcript';
import { inboxHref, type Where } from './views';
import './conversation.css';

const words = dashboard.conversation.pane;

interface PaneProps {
  id: string;
  where: Where;
}

export function ConversationPane({ id, where }: PaneProps) {
  const desk = useDesk();
  const controls = useMemo(() => createControls(desk, id), [id]);
  const state = desk.store.conversation(id).value;
  switch (state.status) {
    case 'loading':
      return <ConversationSkeleton where={where} />;
    case 'missing':
      return (
        <Instead where={where} title={words.missing} text={words.missingMore}>
          <LostCards refused={state.refused} />
        </Instead>
      );
    case 'failed':
      return <Instead where={where} title={words.failed} text={state.why} again />;
    case 'ready':
      return <Conversation id={id} where={where} state={state} controls={controls} />;
  }
}

interface ConversationProps extends PaneProps {
  state: Ready;
  controls: Controls;
}

function Conversation({ id, where, state, controls }: ConversationProps) {
  const article = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [aside, setAside] = useState(false);
  const drawn = useDeferred(state);
  const [past, setPast] = useState(false);
  const [handingOver, setHandingOver] = useState(false);
  const closeAside = useCallback(() => setAside(false), []);
  const ownership = usePlace(state, 'ownership', controls);
  const primary = usePlace(state, 'primary', controls);
  const question = controls.question.value;
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useKeptFocus(article, heading);
  useNextCustomer(id, where, controls);
  useReading(id, state);
  useLeaving(where, controls);
  useConversationActions(
    state,
    controls,
    () => setPast(true),
    () => setHandingOver(true),
  );

  return (
    <>
      <article ref={article} class="conversation" aria-labelledby="conversation-heading">
        <ConversationHeader
          state={state}
          where={where}
          controls={controls}
          ownership={ownership}
          primary={primary}
          heading={heading}
          customerShown={aside}
          onCustomer={() => setAside(!aside)}
          onHistory={() => setPast(true)}
          onHandOver={() => setHandingOver(true)}
        />
        <Topics state={state} controls={controls} />
        <div class="conversation-body">
          <Notices state={state} controls={controls} />
          <Transcript id={id} state={drawn} controls={controls} />
        </div>
        <Composer id={id} state={state} controls={controls} />
        {handingOver && <HandOver state={state} controls={controls} onClose={() => setHandingOver(false)} />}
        {past && <History id={id} onClose={() => setPast(false)} />}
        {question && <ReplyOwed question={question} state={state} controls={controls} />}
      </article>
      {state.row.customer.name && (
        <CustomerPanel
          customer={state.row.customer}
          details={state.customer}
          site={state.row.state.site}
          topics={state.row.state.topics}
          where={where}
          shown={aside}
          onClose={closeAside}
        />
      )}
    </>
  );
}

/** What stands on a visible page is read. */
function useReading(id: string, state: Ready): void {
  const { store } = useDesk();
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === 'visible') store.markRead(id);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [id, state.seen]);
}

/** Goes to the list once that is wanted. */
function useLeaving(where: Where, controls: Controls): void {
  const { route } = useLocation();
  useSignalEffect(() => {
    if (controls.left.value) route(inboxHref(where));
  });
}

/** Goes to the next customer once the server has given one, if this conversation is still the one that was left. */
function useNextCustomer(id: string, where: Where, controls: Controls): void {
  const { store } = useDesk();
  const { route } = useLocation();
  const before = useRef(store.next.peek());
  useSignalEffect(() => {
    const next = store.next.value;
    if (!next || next === before.current || next.after !== id) return;
    before.current = next;
    if (next.next) route(inboxHref(where, next.next));
    else if (next.nobody) controls.notice.value = { code: next.nobody, commands: [{ type: 'next' }] };
  });
}

interface InsteadProps {
  where: Where;
  title: string;
  text: string;
  again?: boolean;
  children?: ComponentChildren;
}

function Instead({ where, title, text, again = false, children }: InsteadProps) {
  return (
    <div class="conversation conversation-instead">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
      {again && <Button label={dashboard.app.shared.tryAgain} onPress={() => location.reload()} />}
      <a href={inboxHref(where)}>{words.backToInbox}</a>
    </div>
  );
}
