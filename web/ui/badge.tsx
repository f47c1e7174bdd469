import './badge.css';

export type BadgeTone = 'accent' | 'good' | 'warn' | 'idle';

export function Badge({ label, tone }: { label: string; tone: BadgeTone }) {
  return <span class={`badge badge-${tone}`}>{label}</span>;
}
