import type { DeskIconName } from './desk_icons';
import './icon.css';

// Path data of the icons that both pages use, from Lucide (ISC licence), on a 24 × 24 grid. Those of the dashboard alone
// are in desk_icons.ts: the frame does not carry them.
const paths = {
  'arrow-down': ['M12 5v14', 'm19 12-7 7-7-7'],
  'arrow-left': ['m12 19-7-7 7-7', 'M19 12H5'],
  'chevron-down': ['m6 9 6 6 6-6'],
  'circle-alert': ['M12 22a10 10 0 1 1 0-20 10 10 0 0 1 0 20', 'M12 8v4', 'M12 16h.01'],
  download: ['M12 15V3', 'M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4', 'm7 10 5 5 5-5'],
  mail: [
    'm22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7',
    'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
  ],
  paperclip: [
    'm16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551',
  ],
  play: ['M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z'],
  star: [
    'M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z',
  ],
  x: ['M18 6 6 18', 'm6 6 12 12'],
} as const satisfies IconPaths;

export type IconPaths = Readonly<Record<string, readonly string[]>>;
export type IconName = keyof typeof paths | DeskIconName;

const known = new Map<string, readonly string[]>(Object.entries(paths));

/** From now on, these can be drawn as well. */
export function addIcons(more: IconPaths): void {
  for (const [name, path] of Object.entries(more)) known.set(name, path);
}

/** They point where the text goes, or where it comes from. */
const mirrored: ReadonlySet<IconName> = new Set<IconName>(['arrow-left', 'log-out', 'reply']);

// An icon is decoration: whatever carries it says in words what it means.
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class={mirrored.has(name) ? 'icon icon-mirrored' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {known.get(name)?.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
