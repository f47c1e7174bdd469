import type { CustomerWords } from '../../customer_words';

export const customers: CustomerWords = {
  somebody: {
    customer: 'A visitor',
    agent: 'An agent',
    supervisor: 'A supervisor',
    admin: 'An admin',
    system: 'Wrapup',
  },
  rejections: {
    not_permitted: 'Your role does not allow this.',
    unknown_conversation: 'This conversation does not exist, or you may not see it.',
    already_started: 'This conversation has already been started.',
    no_customer: 'There is no customer here to write to.',
    closed: 'This conversation is closed.',
    not_closed: 'This conversation is still open.',
    locked: 'This conversation is closed and takes no new messages.',
    no_active_session: 'The chat has already ended.',
    nothing_to_do: 'There is nothing to do: it is so already.',
    invalid_text: 'This text contains characters that cannot be sent.',
    empty: 'Write something first.',
    too_long: 'This is longer than 20,000 characters. Please shorten it.',
    undo_window_open: 'This chat has only just been closed. You can rate it in a moment.',
    already_rated: 'You have rated this already.',
    invalid_score: 'Choose a rating from one to five.',
    too_many_attachments: 'More than 10 files do not fit into one message.',
    unknown_attachment: 'A file of this message is not on the server (any more). Attach it again.',
  },
  needsConnection: 'Only the server can decide this: it has to wait for the connection.',
  newerClient: 'The server does not understand this yet. It stays here until the server has been updated.',
  unknownReason: 'The server refused this.',
  notLoaded: {
    unreachable: 'The server cannot be reached. Trying again…',
    forbidden: 'You do not have access to this.',
    wrong: 'Something went wrong on the server. Trying again…',
  },
};
