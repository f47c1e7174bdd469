import { useEffect, useRef } from 'preact/hooks';
import { refusal, whyNot } from '../rules/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import type { Controls, Ready, Notice as What } from './controls';
import { ownerName } from './place';
import { headline, textOf } from './refused';
import './notices.css';

/** Why something that was pressed did not happen, right below where it was pressed. */
export function Notices({ state, controls }: { state: Ready; controls: Controls }) {
  const { store } = useDesk();
  const notice = controls.notice.value;
  const owner = ownerName(store, state.row.state.owner);
  const silent = state.refused.filter((refused) => refused.verdict === 'final' && textOf(refused) === null);
  const told = useRef(silent);
  told.current = silent;
  useEffect(
    () => () => {
      for (const { id } of told.current) store.dismiss(id);
    },
    [],
  );
  return (
    <div class="notices" role="status">
      {notice && <Notice text={sentence(notice, owner)} onDismiss={() => (controls.notice.value = null)} />}
      {silent.map((refused) => (
        <Notice key={refused.id} text={sentence(refused, owner)} onDismiss={() => store.dismiss(refused.id)} />
      ))}
    </div>
  );
}

function sentence(refused: What, owner: string | null): string {
  const command = headline(refused);
  return command ? refusal(command, refused.code, owner) : whyNot(refused.code, owner);
}

function Notice({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  return (
    <p class="notice">
      <Icon name="circle-alert" />
      <span>{text}</span>
      <Button label={words.conversation.pane.dismiss} tone="quiet" icon="x" bare onPress={onDismiss} />
    </p>
  );
}
