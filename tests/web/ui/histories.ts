import type { Actor, Command } from '@web/rules/types.gen';
import type { Customer } from '@web/sync/store';
import { ana, ben, customerActor, customers } from './people';

export interface History {
  id: string;
  customer: Customer;
  /** Who asked for what, that many minutes ago. */
  done: [minutesAgo: number, by: Actor, ...steps: Command[]][];
}

const wrote = (text: string): Command => ({ type: 'receive', text });
const reply = (text: string): Command => ({ type: 'reply', text });
const note = (text: string): Command => ({ type: 'add_note', text });
const claim: Command = { type: 'claim' };
const end: Command = { type: 'end', if_active: false };
const close: Command = { type: 'close' };
const start = ({ id }: Customer): Command => ({
  type: 'start',
  site: 'shop',
  channel: 'chat',
  customer: id,
  linked_to: null,
});

const { maya, visitor, tomasz, priya, long, leo } = customers;
const by = customerActor;

export const histories: History[] = [
  {
    id: 'unassigned',
    customer: visitor,
    done: [
      [4, by(visitor), start(visitor), wrote('Hi! Do the walnut shelves come with wall fixings?')],
      [3, by(visitor), wrote('I have plasterboard walls, so I need to know what to buy before Saturday.')],
    ],
  },
  {
    id: 'mine',
    customer: maya,
    done: [
      [1500, by(maya), start(maya), wrote('My order 10482 arrived with one leg missing.')],
      [1490, ana.actor, claim],
      [1488, ana.actor, reply('Oh no, sorry about that, Maya. I am checking with the warehouse now.')],
      [1487, ana.actor, reply('Which table was it: the round one, or the one from https://shop.example/t/oak-140?')],
      [1480, by(maya), wrote('The oak one. 140 cm.')],
      [40, ana.actor, note('Warehouse has two spare legs, tracking will be RB 2281. Ben knows the courier.')],
      [38, ana.actor, reply('Good news: a new leg leaves today and should be with you on Tuesday.')],
      [12, by(maya), wrote('Great! And can I keep the old screws,\nor do you send new ones?')],
      [11, by(maya), wrote('They look a bit bent.')],
    ],
  },
  {
    id: 'others',
    customer: tomasz,
    done: [
      [190, by(tomasz), start(tomasz), wrote('Could you send me an invoice with our VAT number on it?')],
      [180, ben.actor, claim],
      [176, ben.actor, reply('Of course. I have sent it to your e-mail address.')],
    ],
  },
  {
    id: 'answered',
    customer: priya,
    done: [
      [300, by(priya), start(priya), wrote('Do you deliver to the Isle of Man?')],
      [290, ana.actor, claim],
      [288, ana.actor, reply('We do! It takes two days longer.')],
      [285, ana.actor, end],
    ],
  },
  {
    id: 'long',
    customer: long,
    done: [
      [
        700,
        by(long),
        start(long),
        wrote(`Averylongwordwithoutanyspacestoseewhathappens${'abcdefgh'.repeat(14)} and then some more words.`),
      ],
    ],
  },
  {
    id: 'closed',
    customer: leo,
    done: [
      [4000, by(leo), start(leo), wrote('Is the shop open on Sunday?')],
      [3990, ben.actor, claim],
      [3988, ben.actor, reply('From eleven to four. See you then!')],
      [3980, ben.actor, { type: 'end', if_active: true }, close],
    ],
  },
];
