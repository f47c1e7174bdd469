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
  filesOffline: 'Files need a connection. The text is kept until there is one.',
  fileIsComing: 'A file is still on its way.',
};
