// What those who work here have beyond a visitor: how many conversations there are in each view, who else works here and
// what they have in hand, which conversations a list shows, and a comparison of every state with the server's.
import type { Rules } from '../rules/rules';
import type { Conversation } from '../rules/types.gen';
import { isIn, passes } from './filter';
import { Lists } from './lists';
import type { ListParts } from './own_list';
import { Tally, type TallyParts } from './tally';
import { Team } from './team';

export interface House {
  readonly tally: Tally;
  readonly team: Team;
  digest(state: Conversation): number;
  /** The lists of the views. */
  readonly lists: Lists;
}

export type HouseParts = Omit<TallyParts, 'rules'> & ListParts;

export const houseBy =
  (rules: Rules) =>
  (parts: HouseParts): House => ({
    tally: new Tally({ ...parts, rules }),
    team: new Team(),
    lists: new Lists({
      ...parts,
      shows: (list, filter, row, me) => isIn(list, row, me, rules) && passes(filter, row, me, rules),
    }),
    digest: rules.digest,
  });
