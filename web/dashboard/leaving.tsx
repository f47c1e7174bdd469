import type { Group } from '../rules/types.gen';
import { groups } from '../rules/words';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { words } from '../words/dashboard';
import { useDesk } from './context';

const said = words.shift.leaving;

interface LeavingProps {
  group: Group;
  onAnswer: (giveBack: boolean) => void;
  onClose: () => void;
}

/** What somebody has in hand who takes nobody new there. */
export function Leaving({ group, onAnswer, onClose }: LeavingProps) {
  const { me } = useDesk();
  const count = me.actor.load[group];
  const answer = (giveBack: boolean) => () => {
    onClose();
    onAnswer(giveBack);
  };
  return (
    <Modal title={said.title(count, groups[group])} text={said.question(count)} onClose={onClose}>
      <Button label={said.giveBack(count)} onPress={answer(true)} />
      <Button label={said.keep(count)} tone="primary" first onPress={answer(false)} />
    </Modal>
  );
}
