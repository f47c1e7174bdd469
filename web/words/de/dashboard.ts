import type { RuleWords } from '../../rules/words';
import { de as rules } from '../../rules/words/de';
import type { DashboardWords } from '../dashboard';
import type { Catalogue } from '../speak';
import { app } from './app';
import { de as common } from './common';
import { composer } from './composer';
import { conversation } from './conversation';
import { customer } from './customer';
import { inbox } from './inbox';
import { reports } from './reports';
import { settings } from './settings';
import { shift } from './shift';

export const catalogue: Catalogue<RuleWords, DashboardWords> = {
  rules,
  common,
  page: { app, inbox, shift, conversation, composer, customer, settings, reports },
};
