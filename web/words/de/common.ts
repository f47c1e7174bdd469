import type { CommonWords } from '../common';

export const de: CommonWords = {
  close: 'Schließen',
  file: {
    download: (name) => `${name} herunterladen`,
    show: (name) => `${name} größer zeigen`,
    play: (name) => `${name} abspielen`,
    failed: 'Das lässt sich gerade nicht laden.',
  },
  time: { now: 'jetzt', today: 'Heute', yesterday: 'Gestern' },
};
