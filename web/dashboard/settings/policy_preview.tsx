import { words as dashboard } from '../../words/dashboard';

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

const words = dashboard.settings.foretold;

/** In the order in which they matter. */
const kinds = ['breached', 'ended', 'closed_left', 'reopened', 'refused', 'held_up'] as const;

const beside = (now: number, then: number) => (now === then ? words.asNow : words.now(now));

export function PolicyPreview({ foretold: { conversations, now, then } }: { foretold: Foretold }) {
  const told = kinds.filter((what) => now[what] + then[what] > 0);
  return (
    <div class="foretold" role="status">
      <p>{words.lead(conversations)}</p>
      {told.length === 0 ? (
        words.nothing
      ) : (
        <ul>
          {told.map((what) => (
            <li key={what}>
              {words[what](then[what])} <span class="setting-aside">({beside(now[what], then[what])})</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
