import type { Group } from '../rules/types.gen';
import { groups } from '../rules/words';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { useDesk } from './context';

interface Words {
  title: (count: number, group: string) => string;
  text: string;
  keep: string;
  giveBack: string;
}

const one: Words = {
  title: (_, group) => `You have a conversation in ${group}`,
  text: 'New customers go to others from now on. What is to become of this one?',
  keep: 'Keep it',
  giveBack: 'Give it back to the queue',
};
const many: Words = {
  title: (count, group) => `You have ${count} conversations in ${group}`,
  text: 'New customers go to others from now on. What is to become of these?',
  keep: 'Keep them',
  giveBack: 'Give them back to the queue',
};

interface LeavingProps {
  group: Group;
  onAnswer: (giveBack: boolean) => void;
  onClose: () => void;
}

/** What somebody has in hand who takes nobody new there. */
export function Leaving({ group, onAnswer, onClose }: LeavingProps) {
  const { me } = useDesk();
  const count = me.actor.load[group];
  const words = count === 1 ? one : many;
  const answer = (giveBack: boolean) => () => {
    onClose();
    onAnswer(giveBack);
  };
  return (
    <Modal title={words.title(count, groups[group])} text={words.text} onClose={onClose}>
      <Button label={words.giveBack} onPress={answer(true)} />
      <Button label={words.keep} tone="primary" first onPress={answer(false)} />
    </Modal>
  );
}
