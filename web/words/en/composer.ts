export const composer = {
  title: 'Write',
  whatToWrite: 'What to write',
  tabs: { reply: 'Reply', note: 'Internal note' },
  closed: 'This conversation has been closed.',
  replyTo: (customer: string) => `Reply to ${customer}`,
  replyPlaceholder: (customer: string) => `Write to ${customer}, or / for a canned reply`,
  notePlaceholder: 'Only your team will see this',
  waysToSend: 'More ways to send',
  insertEmoji: 'Insert an emoji',
  canned: {
    list: 'Canned replies',
    keys: 'Enter inserts, Esc closes',
    /** Said to a customer in place of what is not known. */
    unknown: { 'customer.name': 'there', 'agent.name': 'your agent', 'site.name': 'our team' },
  },
  files: {
    attach: 'Attach files',
    offline: 'Files need a connection. The text is kept until there is one.',
    remove: (name: string) => `Remove ${name}`,
    coming: (name: string) => `${name} is on its way`,
    oneIsComing: 'A file is still on its way.',
    /** Read behind the name of the file. */
    faults: {
      too_large: 'is larger than 10 MB.',
      wrong_type: 'cannot be sent: only PNG, JPEG, GIF, WebP and PDF can.',
      too_many: 'is one too many: send those that are here first.',
      lost: 'did not arrive: the server could not be reached.',
      stopped: 'was stopped.',
    },
  },
};
