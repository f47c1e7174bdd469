const notes_hz = [660, 880];
const note_s = 0.14;
const loudness = 0.12;

let context: AudioContext | null = null;

/** Two short notes, made by the browser; silent where it has no sound, or nobody has pressed anything yet. */
export function ring(): void {
  if (!('AudioContext' in window)) return;
  context ??= new AudioContext();
  const start = context.currentTime;
  for (const [at, hz] of notes_hz.entries()) {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    const from = start + at * note_s;
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + 0.02);
    volume.gain.linearRampToValueAtTime(0, from + note_s);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + note_s);
  }
}
