import './avatar.css';

const tints = 6;

// The first letters of the first and the last word.
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

function tintOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % tints;
}

interface AvatarProps {
  id: string;
  name: string;
  size?: 'small' | 'medium' | 'large';
}

// Decoration: the name stands or is said beside it.
export function Avatar({ id, name, size = 'medium' }: AvatarProps) {
  return (
    <span class={`avatar avatar-${size} avatar-tint-${tintOf(id)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
