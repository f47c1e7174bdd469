import type { ButtonId, Rejection } from '../rules/types.gen';
import { now } from '../ui/now';
import type { Desk } from './context';
import type { Ready } from './controls';

/** What the rules would say to this text, were it sent with this button now. */
export function verdictOn(text: string, button: ButtonId, state: Ready, { store, me }: Desk): Rejection | null {
  const steps = store.rules.commandsOf(button, me.actor, { text });
  const request = { actor: me.actor, seen: state.row.state.version, confirmed: ['reply_owed' as const], steps };
  const colleagues = me.colleagues.map(({ actor }) => actor);
  const decision = store.rules.decide(state.row.state, request, { policy: me.policy, colleagues, at: now.peek() });
  return 'rejection' in decision ? decision.rejection : null;
}
