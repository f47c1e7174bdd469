import { whyNot } from '../rules/words';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import type { Controls, Question, Ready } from './controls';
import { ownerName } from './place';
import { standing } from './places';

const said = words.shift.replyOwed;

interface ReplyOwedProps {
  question: Question;
  state: Ready;
  controls: Controls;
}

/** Closing while the customer waits for a reply: three ways out, each of them said in full. */
export function ReplyOwed({ question, state, controls }: ReplyOwedProps) {
  const { store } = useDesk();
  const { row, asks, seen } = question;
  const leave = () => {
    controls.question.value = null;
  };
  const unneeded = standing(state.buttons, 'no_reply');
  const why = unneeded?.rejection && whyNot(unneeded.rejection, ownerName(store, state.row.state.owner));

  const anyway = () => {
    leave();
    controls.run(row.button, { confirmed: [asks], seen });
  };
  const noReplyNeeded = () => {
    leave();
    if (controls.run('no_reply_needed', { seen })) controls.run(row.button);
  };
  const write = () => {
    leave();
    controls.write('reply');
  };

  return (
    <Modal title={said.title(state.row.customer.name)} text={said.question} onClose={leave}>
      <Button label={said.closeAnyway} onPress={anyway} />
      {unneeded && <Button label={said.notNeeded} reason={why} onPress={noReplyNeeded} />}
      <Button label={said.write} tone="primary" first onPress={write} />
    </Modal>
  );
}
