interface Foreseen {
  ended: number;
  closed_left: number;
  reopened: number;
  refused: number;
  breached: number;
  held_up: number;
}

/** How the last days went, and how they would have gone. */
export interface Foretold {
  conversations: number;
  now: Foreseen;
  then: Foreseen;
}

const lead = (conversations: number) =>
  `In the last 30 days (${conversations} conversations, as people acted then), under this policy:`;

/** In the order in which they matter. */
const lines: readonly [keyof Foreseen, (count: number) => string][] = [
  ['breached', (count) => `${count} ${count === 1 ? 'answer' : 'answers'} would have been late`],
  [
    'ended',
    (count) => `${count} ${count === 1 ? 'chat' : 'chats'} would have ended for the visitor’s silence or absence`,
  ],
  ['closed_left', (count) => `${count} would have been closed, since the visitor left before anybody came`],
  ['reopened', (count) => `${count} closed conversations would have been reopened by customers`],
  ['refused', (count) => `${count} customers would have had to start a new conversation`],
  ['held_up', (count) => `${count} closes would have had to wait for a topic`],
];

const nothing = 'Nothing of this kind happened: nobody was late, gone, or came back.';

const beside = (now: number, then: number) => (now === then ? 'as now' : `now ${now}`);

export function PolicyPreview({ foretold: { conversations, now, then } }: { foretold: Foretold }) {
  const told = lines.filter(([what]) => now[what] + then[what] > 0);
  return (
    <div class="foretold" role="status">
      <p>{lead(conversations)}</p>
      {told.length === 0 ? (
        nothing
      ) : (
        <ul>
          {told.map(([what, say]) => (
            <li key={what}>
              {say(then[what])} <span class="setting-aside">({beside(now[what], then[what])})</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
