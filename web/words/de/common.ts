import type { CommonWords } from '../common';

export const de: CommonWords = {
  close: 'Schließen',
  file: {
    download: (name) => `${name} herunterladen`,
    show: (name) => `${name} größer zeigen`,
    play: (name) => `${name} abspielen`,
    failed: 'Das lässt sich gerade nicht laden.',
  },
  attach: {
    attach: 'Dateien anhängen',
    remove: (name) => `${name} entfernen`,
    coming: (name) => `${name} ist unterwegs`,
    again: 'Noch einmal',
    faults: {
      too_large: (most) => `ist größer als ${most}.`,
      wrong_type: () => 'kann nicht gesendet werden: Das geht nur mit PNG, JPEG, GIF, WebP und PDF.',
      too_many: () => 'ist eine zu viel: Senden Sie zuerst, was schon hier ist.',
      lost: () => 'ist nicht angekommen: Der Server war nicht erreichbar.',
      stopped: () => 'wurde abgebrochen.',
    },
  },
  time: { now: 'jetzt', today: 'Heute', yesterday: 'Gestern' },
};
