import { en as rules } from '../../rules/words/en';
import { app } from './app';
import { en as common } from './common';
import { composer } from './composer';
import { conversation } from './conversation';
import { customer } from './customer';
import { inbox } from './inbox';
import { reports } from './reports';
import { settings } from './settings';
import { shift } from './shift';

export const catalogue = {
  rules,
  common,
  page: { app, inbox, shift, conversation, composer, customer, settings, reports },
};
