import type { RefObject } from 'preact';
import { useLocation } from 'preact-iso';
import { Button } from '../ui/button';
import { SplitButton } from '../ui/split_button';
import { words as dashboard } from '../words/dashboard';
import { Channel } from './channel';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { Due } from './due';
import { Fresh } from './freshness';
import { handOverItems } from './hand_over';
import { Owner } from './owner';
import { menuItems, type Standing } from './place';
import { saveTranscript } from './save_transcript';
import { HeaderBadge } from './status_badge';
import { SubjectAvatar, subjectOf } from './subject';
import { inboxHref, type Where } from './views';
import './conversation_header.css';

const words = dashboard.conversation;

interface HeaderProps {
  state: Ready;
  where: Where;
  controls: Controls;
  ownership: Standing | null;
  primary: Standing | null;
  heading: RefObject<HTMLHeadingElement | null>;
  customerShown: boolean;
  onCustomer: () => void;
  onHistory: () => void;
  onHandOver: () => void;
}

/** Who it is about, whose it is, and what can be done with it as a whole. */
export function ConversationHeader(props: HeaderProps) {
  const { state, where, controls, ownership, primary, heading, customerShown, onCustomer, onHistory, onHandOver } =
    props;
  const { store } = useDesk();
  const { route } = useLocation();
  const { customer, state: conversation } = state.row;
  return (
    <header class="head">
      <span class="head-back">
        <Button
          label={words.pane.backToList}
          tone="quiet"
          icon="arrow-left"
          bare
          onPress={() => route(inboxHref(where))}
        />
      </span>
      <SubjectAvatar row={state.row} />
      <div class="head-who">
        <h1 ref={heading} id="conversation-heading" dir="auto" tabIndex={-1}>
          {subjectOf(state.row)}
        </h1>
        <p class="head-state">
          <HeaderBadge badge={store.rules.badge(conversation)} />
          <Owner owner={conversation.owner} />
          <Channel channel={conversation.channel} />
          <Due state={conversation} />
          {state.uncertain && <span class="head-uncertain">{words.header.unconfirmed}</span>}
          <Fresh fresh={state.fresh} />
        </p>
      </div>
      <div class="head-actions">
        {ownership && (
          <Button label={ownership.label} also={ownership.also} reason={ownership.reason} onPress={ownership.press} />
        )}
        {primary && (
          <SplitButton
            label={primary.label}
            also={primary.also}
            reason={primary.reason}
            hint={primary.hint}
            onPress={primary.press}
            menuLabel={words.header.more}
            items={[
              ...(['primary_menu', 'no_reply', 'snooze'] as const).flatMap((place) =>
                menuItems(state, place, controls, store),
              ),
              ...handOverItems(state, store, onHandOver),
              { id: 'history', label: words.history.title, reason: null, onPress: onHistory },
              {
                id: 'transcript',
                label: words.transcript.save,
                reason: null,
                onPress: () => saveTranscript(state.row.conversation),
              },
            ]}
          />
        )}
      </div>
      {customer.name && (
        <span class="head-customer">
          <Button
            label={words.header.aboutCustomer}
            tone="quiet"
            icon="user"
            bare
            opens={{ id: 'customer', open: customerShown }}
            onPress={onCustomer}
          />
        </span>
      )}
    </header>
  );
}
