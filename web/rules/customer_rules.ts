// The rules that a customer's page asks for: of the core for customers alone, or of the one for everybody.
import type { CustomerCore } from '@wasm/customer.mjs';
import { Border } from './border';
import { Kept, nameAt } from './kept';
import type { CustomerRules } from './rules';
import { inOrder, type Payload } from './types.gen';

const noPayload: Payload = { text: '', agent: '', snooze_until: null, topics: [], score: 0 };

/** Where a module finds its wasm: by an address, or in the bytes. */
export function sourceOf(wasm: string | Uint8Array) {
  return typeof wasm === 'string' ? { locateFile: () => wasm } : { wasmBinary: wasm };
}

/** With the way across, for whoever asks the core for more. */
export function rulesOf(core: CustomerCore): { border: Border; kept: Kept; rules: CustomerRules } {
  const border = new Border(core);
  const kept = new Kept(core, border);

  // These can be handed to reduce() and map(), which give more arguments.
  const rules: CustomerRules = {
    rulesId: border.ask('string', core.rules_id),
    initial: () => border.ask('Conversation', core.initial),
    evolve: (state, event) => border.ask('Conversation', core.evolve, ['Conversation', state], ['Event', event]),
    decide(state, { actor, seen, confirmed, steps }, setting) {
      kept.setting(actor, setting);
      border.send(
        ['Conversation', state],
        ['Actor', actor],
        ['number', seen],
        ['Confirmation{}', confirmed],
        ['Command[]', steps],
      );
      const isDone = core.decide(setting.at);
      return isDone ? { events: border.receive('Event[]') } : { rejection: border.receive('Rejection') };
    },
    available: (state, actor, setting) => kept.buttons(state, actor, setting),
    commandsOf: (button, actor, payload) =>
      border.ask(
        'Command[]',
        core.commands_of,
        ['ButtonId', button],
        ['Actor', actor],
        ['Payload', { ...noPayload, ...payload }],
      ),
    status: (state) => nameAt(inOrder.Status, core.status(kept.slot(state))),
    badge: (state) => (state.phase.type === 'closed' ? 'closed' : 'open'),
    replyOwed: (state) => state.answer.type === 'owed',
    undoUntil: ({ phase }, { undo_window_ms }) => (phase.type === 'closed' ? phase.at + undo_window_ms : null),
    hasEnded: ({ session }) => session.type === 'ended',
    reopenUntil({ phase, channel }, { reopen }) {
      const { mode, window_ms } = reopen[channel];
      return phase.type === 'closed' && mode === 'window' ? phase.at + window_ms : null;
    },
  };
  return { border, kept, rules };
}
