// What people change about themselves.
import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import { plurals } from '../plural';

const many = plurals('de');

export const profile: DashboardWords['settings']['profile'] = {
  title: 'Profil',
  lead: 'Wer Sie für Ihre Kollegen und Kunden sind und wie sich Wrapup in diesem Browser verhält.',
  nameHint: 'Ihre Kollegen sehen ihn; Kunden dann, wenn das Regelwerk zeigt, wer ihnen antwortet.',
  saveName: 'Namen speichern',
  password: 'Passwort',
  current: 'Aktuelles Passwort',
  next: 'Neues Passwort',
  nextHint: 'Mindestens 10 Zeichen. Überall sonst werden Sie abgemeldet.',
  savePassword: 'Passwort ändern',
  passwordSaved: 'Geändert. Überall sonst sind Sie abgemeldet.',
  secondFactor: {
    title: 'Zweiter Faktor',
    lead: 'Neben dem Passwort melden Sie sich mit einem Code an, den Ihr Telefon zeigt.',
    isOn: 'Aktiv',
    codesLeft: (n) =>
      many(n, {
        one: '1 Wiederherstellungscode übrig',
        other: `${count(n)} Wiederherstellungscodes übrig`,
      }),
    putOn: 'Einschalten',
    renew: 'Neu einrichten',
    takeOff: 'Ausschalten',
    goOn: 'Weiter',
    scan: 'Scannen Sie dies mit einer Authenticator-App, oder tippen Sie die Buchstaben darunter dort ein.',
    qr: 'QR-Code für die Authenticator-App',
    copySecret: 'Buchstaben kopieren',
    code: 'Code',
    codeHint: 'Die sechs Ziffern, die sie gerade zeigt.',
    recovery: 'Wiederherstellungscodes',
    recoveryLead:
      'Jeder gilt einmal, wenn Ihr Telefon fort ist. Sie werden nicht noch einmal gezeigt: ' +
      'Heben Sie sie an einem sicheren Ort auf.',
    copyCodes: 'Codes kopieren',
    kept: 'Ich habe sie aufgehoben',
  },
  logins: {
    title: 'Wo Sie angemeldet sind',
    lead: 'Was Sie nicht kennen, melden Sie ab, und ändern Sie Ihr Passwort.',
    here: 'Hier',
    unknown: 'Ein Browser',
    seen: (time) => `zuletzt benutzt ${time}`,
    end: 'Abmelden',
    endAll: 'Überall abmelden',
  },
  browser: 'Dieser Browser',
  browserLead: 'Nur auf diesem Gerät gespeichert.',
  language: 'Sprache',
  browserLanguage: 'Wie dieser Browser',
  theme: 'Aussehen',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  labels: 'Namen der Schaltflächen',
  presets: {
    long: (example) => `Lang: „${example}“`,
    short: (example) => `Kurz: „${example}“`,
  },
  keysHint: 'J und K bewegen sich in der Liste, C übernimmt; mit ? sehen Sie alle.',
  alertsHint: 'Mit einem Ton, und auf dem Desktop, wenn der Browser es erlaubt.',
};
