// What people change about themselves.
import { count } from '../count';
import { plurals } from '../plural';

const many = plurals('en');

export const profile = {
  title: 'Profile',
  lead: 'Who you are to your colleagues and customers, and how Wrapup behaves in this browser.',
  nameHint: 'Colleagues see it; customers do where the policy shows who answers them.',
  saveName: 'Save name',
  password: 'Password',
  current: 'Current password',
  next: 'New password',
  nextHint: 'At least 10 characters. You are signed out everywhere else.',
  savePassword: 'Change password',
  passwordSaved: 'Changed. You are signed out everywhere else.',
  secondFactor: {
    title: 'Second factor',
    lead: 'Beside your password, you sign in with a code that your phone shows.',
    isOn: 'On',
    codesLeft: (n: number) => many(n, { one: '1 recovery code left', other: `${count(n)} recovery codes left` }),
    putOn: 'Turn on',
    renew: 'Set up anew',
    takeOff: 'Turn off',
    goOn: 'Continue',
    scan: 'Scan this with an authenticator, or type the letters below into it.',
    qr: 'QR code for the authenticator',
    copySecret: 'Copy the letters',
    code: 'Code',
    codeHint: 'The six digits that it shows now.',
    recovery: 'Recovery codes',
    recoveryLead: 'Each opens once when your phone is gone. They are not shown again: keep them in a safe place.',
    copyCodes: 'Copy the codes',
    kept: 'I have kept them',
  },
  logins: {
    title: 'Where you are signed in',
    lead: 'What you do not recognise, sign out, and change your password.',
    here: 'Here',
    unknown: 'A browser',
    seen: (time: string) => `last used ${time}`,
    end: 'Sign out',
    endAll: 'Sign out everywhere',
  },
  browser: 'This browser',
  browserLead: 'Kept on this device only.',
  language: 'Language',
  browserLanguage: 'As this browser',
  theme: 'Look',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  labels: 'Names of buttons',
  presets: {
    long: (example: string) => `Long: “${example}”`,
    short: (example: string) => `Short: “${example}”`,
  },
  keysHint: 'J and K move in the list, C claims; press ? for all of them.',
  alertsHint: 'By a sound, and on the desktop where the browser allows it.',
};
