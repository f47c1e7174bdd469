// Run by package.test.ts, in a project that has nothing but @wrapup/rules. Prints what it was answered.
import { labels, loadRules, rejections } from '@wrapup/rules';

const { actor, buttons, can, decide, evolve, explain, initial } = await loadRules();
const maya = actor({ role: 'customer', id: 'maya', sites: ['shop'] });
const ana = actor({ role: 'agent', id: 'ana', sites: ['shop'] });

const events = [];
let chat = initial();
function gives(at, actor, command) {
  const decision = decide(chat, { actor, steps: [command] }, { at });
  if ('rejection' in decision) throw new Error(decision.rejection);
  events.push(...decision.events);
  chat = decision.events.reduce(evolve, chat);
}
const stateOf = (wanted) => buttons(chat, ana).find(({ button }) => button === wanted);

gives(1000, maya, { type: 'start', site: 'shop', channel: 'chat', customer: 'maya', linked_to: null });
gives(2000, maya, { type: 'receive', text: 'Is anybody there?' });
const waiting = {
  mayAnaClaim: can(chat, ana, { type: 'claim' }),
  mayMayaClaim: can(chat, maya, { type: 'claim' }),
  mayAnaReply: can(chat, ana, { type: 'reply', text: 'Yes.' }),
};
gives(3000, ana, { type: 'claim' });
const claimed = {
  mayAnaReply: can(chat, ana, { type: 'reply', text: 'Yes.' }),
  mayAnaClose: can(chat, ana, { type: 'close' }),
  claim: stateOf('claim'),
  endAndClose: stateOf('end_and_close'),
};
const before = explain({ events }, ana, 2500);
const since = explain({ events }, ana);
console.log(
  JSON.stringify({
    waiting,
    claimed,
    before: { owner: before.state.owner, status: before.status },
    since: { owner: since.state.owner, status: since.status, isNow: Math.abs(since.at - Date.now()) < 60_000 },
    words: [labels.end_and_close.short, rejections.session_active],
  }),
);
