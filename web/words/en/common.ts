export const en = {
  close: 'Close',
  file: {
    download: (name: string) => `Download ${name}`,
    show: (name: string) => `Show ${name} larger`,
    play: (name: string) => `Play ${name}`,
    failed: 'It cannot be loaded now.',
  },
  attach: {
    attach: 'Attach files',
    remove: (name: string) => `Remove ${name}`,
    coming: (name: string) => `${name} is on its way`,
    again: 'Try again',
    /** Read behind the name of the file. `most`: how large one may be, in words. */
    faults: {
      too_large: (most: string) => `is larger than ${most}.`,
      wrong_type: (_: string) => 'cannot be sent: only PNG, JPEG, GIF, WebP and PDF can.',
      too_many: (_: string) => 'is one too many: send those that are here first.',
      lost: (_: string) => 'did not arrive: the server could not be reached.',
      stopped: (_: string) => 'was stopped.',
    },
  },
  time: { now: 'now', today: 'Today', yesterday: 'Yesterday' },
};
