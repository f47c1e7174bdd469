import { whyNot } from '../rules/words';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { useDesk } from './context';
import type { Controls, Question, Ready } from './controls';
import { ownerName } from './place';
import { standing } from './places';

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
    <Modal
      title={`${state.row.customer.name} is waiting for a reply`}
      text="Their last message has not been answered yet. Close the conversation without a reply?"
      onClose={leave}
    >
      <Button label="Close anyway" onPress={anyway} />
      {unneeded && <Button label="No reply needed" reason={why} onPress={noReplyNeeded} />}
      <Button label="Write a reply" tone="primary" first onPress={write} />
    </Modal>
  );
}
