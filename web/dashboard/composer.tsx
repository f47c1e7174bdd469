import { useLayoutEffect, useRef } from 'preact/hooks';
import { AttachButton, filesIn } from '../ui/attach';
import { AttachedFiles } from '../ui/attached';
import { Button } from '../ui/button';
import { memo } from '../ui/memo';
import { SplitButton } from '../ui/split_button';
import { words as dashboard } from '../words/dashboard';
import { useCannedPicker } from './canned_picker';
import { ComposerTabs } from './composer_tabs';
import { useDesk } from './context';
import type { Controls, Ready, Tab } from './controls';
import { EmojiButton } from './emoji_button';
import { menuItems, type Standing, usePlace } from './place';
import { standing } from './places';
import { useWriting } from './writing';
import './composer.css';

const words = dashboard.composer;

interface ComposerProps {
  id: string;
  state: Ready;
  controls: Controls;
}

/** Where replies and notes are written; or why not, and what can be done about it. */
export const Composer = memo(({ id, state, controls }: ComposerProps) => {
  const ownership = usePlace(state, 'ownership', controls);
  const reply = usePlace(state, 'composer', controls);
  const footer = usePlace(state, 'footer', controls);
  const note = usePlace(state, 'note', controls);
  // Where there is no customer, there is nobody to reply to.
  const tabs = state.row.customer.name ? (['reply', 'note'] as const) : (['note'] as const);
  const tab = tabs.find((each) => each === controls.tab.value) ?? 'note';
  const place = tab === 'note' ? note : reply;
  const open = place !== null && place.reason === null;
  // Not later: what is pressed in between may want it again.
  useLayoutEffect(() => {
    if (!open) controls.focusWanted.value = false;
  });
  return (
    <section class={`composer composer-${tab}`} aria-label={words.title}>
      <ComposerTabs shown={tabs} tab={tab} onTab={(to) => (controls.tab.value = to)} onWrite={controls.write} />
      <div id="composer-panel" class="composer-panel" role="tabpanel" aria-labelledby={`composer-tab-${tab}`}>
        {open ? (
          <Writing key={tab} id={id} tab={tab} state={state} controls={controls} place={place} />
        ) : footer ? (
          <Instead text={words.closed} way={footer} />
        ) : (
          <Instead text={place?.reason ?? ''} way={ownership} />
        )}
      </div>
    </section>
  );
});

function Instead({ text, way }: { text: string; way: Standing | null }) {
  return (
    <div class="composer-instead">
      <p>{text}</p>
      {way && way.reason === null && <Button label={way.label} also={way.also} onPress={way.press} tone="primary" />}
    </div>
  );
}

interface WritingProps {
  id: string;
  tab: Tab;
  state: Ready;
  controls: Controls;
  place: Standing;
}

function Writing({ id, tab, state, controls, place }: WritingProps) {
  const { store, attaching } = useDesk();
  const note = tab === 'note';
  const offline = store.connection.value.state === 'offline';
  const customer = state.row.customer.name;
  const { text, isSomething, reason, write } = useWriting(
    id,
    tab,
    state,
    standing(state.buttons, note ? 'note' : 'composer'),
  );
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useCannedPicker(area, state, !note);
  // Before the next key arrives, which is meant to be written.
  const wanted = controls.focusWanted.value;
  useLayoutEffect(() => {
    if (!wanted) return;
    controls.focusWanted.value = false;
    area.current?.focus();
  }, [wanted]);
  const send = () => {
    if (!reason) place.press();
  };
  // What is dropped or pasted as a file would leave the page, or come to nothing.
  const take = (event: Event, data: DataTransfer | null) => {
    const files = filesIn(data);
    if (note || files.length === 0) return;
    event.preventDefault();
    attaching.add(id, files);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (picker.onKey(event)) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <>
      <textarea
        ref={area}
        value={text}
        rows={3}
        dir="auto"
        aria-label={note ? words.tabs.note : words.replyTo(customer)}
        placeholder={note ? words.notePlaceholder : words.replyPlaceholder(customer)}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onInput={(event) => {
          write(event.currentTarget.value);
          picker.look();
        }}
        onKeyDown={onKeyDown}
        onKeyUp={picker.look}
        onClick={picker.look}
        onBlur={picker.close}
        onPaste={(event) => take(event, event.clipboardData)}
        onDrop={(event) => take(event, event.dataTransfer)}
        {...picker.attributes}
      />
      {picker.list}
      {!note && <AttachedFiles attaching={attaching} id={id} />}
      <div class="composer-actions">
        <EmojiButton area={area} />
        {!note && <AttachButton attaching={attaching} id={id} reason={offline ? words.filesOffline : null} />}
        <p class="composer-reason" role="status">
          {isSomething && reason}
        </p>
        <span class="composer-hint" dir="ltr">
          <kbd>{/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'}</kbd> <kbd>Enter</kbd>
        </span>
        <SplitButton
          label={place.label}
          reason={reason}
          tone="primary"
          side="above"
          onPress={send}
          menuLabel={words.waysToSend}
          items={note ? [] : menuItems(state, 'composer_menu', controls, store, reason)}
        />
      </div>
    </>
  );
}
