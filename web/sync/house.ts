// What those who work here have beyond a visitor: how many conversations there are in each view, who else works here and
// what they have in hand, which conversations a list shows, and a comparison of every state with the server's.
import type { Rules } from '../rules/rules';
import type { Conversation } from '../rules/types.gen';
import { type Filter, isIn, passes } from './filter';
import type { Me, Row, View } from './protocol';
import { Tally, type TallyParts } from './tally';
import { Team } from './team';

export interface House {
  readonly tally: Tally;
  readonly team: Team;
  shows(list: View, filter: Filter, row: Row, me: Me): boolean;
  digest(state: Conversation): number;
}

export type HouseParts = Omit<TallyParts, 'rules'>;

export const houseBy =
  (rules: Rules) =>
  (parts: HouseParts): House => ({
    tally: new Tally({ ...parts, rules }),
    team: new Team(),
    shows: (list, filter, row, me) => isIn(list, row, me, rules) && passes(filter, row, me, rules),
    digest: rules.digest,
  });
