import { count } from '../count';

export const app = {
  shared: {
    tryAgain: 'Try again',
    loading: 'Loading…',
    cancel: 'Cancel',
    save: 'Save',
    saved: 'Saved.',
    you: 'You',
    unassigned: 'Unassigned',
  },
  login: {
    title: 'Sign in to Wrapup',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    failed: {
      unreachable: 'Wrapup cannot be reached. Check your connection and try again.',
      wrong: 'E-mail or password is wrong.',
      tooMany: 'Too many attempts. Wait a minute and try again.',
      otherwise: 'Signing in did not work. Try again.',
    },
  },
  starting: {
    opening: 'Opening your inbox…',
    failed: 'Wrapup could not start',
    why: 'A part of the page did not arrive. Check your connection and try again.',
  },
  notLoaded: 'This page could not be loaded.',
  areas: { inbox: 'Inbox', reports: 'Reports', settings: 'Settings' },
  shell: {
    skip: 'Skip to the content',
    home: 'Wrapup, inbox',
    newVersion: 'A new version is ready.',
    reload: 'Reload',
    keepsNothing: 'This browser keeps nothing for Wrapup. What has not been sent is lost when you close this page.',
    insecure:
      'This page is not on HTTPS, so this browser keeps nothing for Wrapup. ' +
      'What has not been sent is lost when you close this page.',
  },
  connection: {
    live: 'Live',
    connecting: 'Connecting…',
    connectingAsOf: (time: string) => `Connecting… as of ${time}`,
    offline: 'Offline',
    offlineSince: (time: string) => `Offline since ${time}`,
    signedOut: 'Signed out',
    notDone: (n: number) => `${count(n)} not done`,
    notSent: (n: number) => `${count(n)} not sent yet`,
  },
  bell: { on: 'Notify me when a customer writes', off: 'Stop notifying me' },
  user: {
    afterClosing: 'After closing',
    places: {
      stay: 'Stay in the conversation',
      next: 'Go to the next customer',
      list: 'Go back to the list',
    },
    signOut: 'Sign out',
  },
  palette: {
    question: 'What do you want to do?',
    none: 'Nothing here goes by that name.',
    groups: { conversation: 'This conversation', list: 'The list', wrapup: 'Wrapup' },
  },
  actions: {
    showView: (view: string) => `Show ${view}`,
    undo: 'Undo the last close',
    nothingToUndo: 'There is nothing to undo.',
    showKeys: 'Show all keys',
    lettersOff: 'Switch single letters off',
    lettersOn: 'Switch single letters on',
  },
  help: {
    title: 'Keys',
    palette: 'Everything that can be done, by its name',
    next: 'The next row',
    before: 'The row before',
    open: 'Open the row',
    select: 'Select the row; with Shift, all up to it',
    send: 'Send what is written',
    leave: 'Select nothing; close what is open',
    letters: 'Single letters do something',
  },
};
