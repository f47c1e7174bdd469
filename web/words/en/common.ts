export const en = {
  close: 'Close',
  file: {
    download: (name: string) => `Download ${name}`,
    show: (name: string) => `Show ${name} larger`,
    play: (name: string) => `Play ${name}`,
    failed: 'It cannot be loaded now.',
  },
  time: { now: 'now', today: 'Today', yesterday: 'Yesterday' },
};
