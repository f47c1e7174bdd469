import { count } from '../count';
import type { DashboardWords } from '../dashboard';

export const app: DashboardWords['app'] = {
  shared: {
    tryAgain: 'Noch einmal versuchen',
    loading: 'Lädt …',
    cancel: 'Abbrechen',
    save: 'Speichern',
    saved: 'Gespeichert.',
    you: 'Sie',
    unassigned: 'Niemandem zugeteilt',
  },
  login: {
    title: 'Bei Wrapup anmelden',
    email: 'E-Mail',
    password: 'Passwort',
    code: 'Code',
    codeHint: 'Aus Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.',
    signIn: 'Anmelden',
    signingIn: 'Anmeldung läuft …',
    failed: {
      unreachable: 'Wrapup ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
      wrong: 'E-Mail oder Passwort ist falsch.',
      tooMany: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es noch einmal.',
      busy: 'Gerade melden sich zu viele an. Versuchen Sie es gleich noch einmal.',
      wrongCode: 'Dieser Code ist falsch oder wurde schon benutzt.',
      otherwise: 'Die Anmeldung hat nicht geklappt. Versuchen Sie es noch einmal.',
    },
  },
  welcome: {
    titles: { setup: 'Wrapup einrichten', invitation: 'Willkommen bei Wrapup', reset: 'Neues Passwort wählen' },
    leads: {
      setup: () => 'Sie sind die erste Person hier: Als Administrator laden Sie alle anderen ein.',
      invitation: (name) => `${name}, wählen Sie ein Passwort, und Sie sind dabei.`,
      reset: (name) => `${name}, das bisherige Passwort gilt nicht mehr.`,
    },
    site: 'Name Ihrer Website',
    name: 'Ihr Name',
    email: 'E-Mail',
    password: 'Passwort',
    passwordHint: 'Mindestens 10 Zeichen.',
    begin: 'Loslegen',
    usedTitle: 'Dieser Link gilt nicht mehr',
    used: 'Er wurde schon benutzt oder ist zu alt. Bitten Sie die Administration um einen neuen, oder melden Sie sich an.',
  },
  starting: {
    opening: 'Ihr Posteingang wird geöffnet …',
    failed: 'Wrapup konnte nicht starten',
    why: 'Ein Teil der Seite ist nicht angekommen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  },
  notLoaded: 'Diese Seite konnte nicht geladen werden.',
  areas: { inbox: 'Posteingang', reports: 'Berichte', settings: 'Einstellungen' },
  shell: {
    skip: 'Zum Inhalt springen',
    home: 'Wrapup, Posteingang',
    newVersion: 'Eine neue Version ist bereit.',
    reload: 'Neu laden',
    keepsNothing:
      'Dieser Browser speichert nichts für Wrapup. Was noch nicht gesendet ist, geht verloren, wenn Sie diese Seite ' +
      'schließen.',
    insecure:
      'Diese Seite ist nicht über HTTPS geladen, deshalb speichert dieser Browser nichts für Wrapup. ' +
      'Was noch nicht gesendet ist, geht verloren, wenn Sie diese Seite schließen.',
  },
  connection: {
    live: 'Live',
    connecting: 'Verbindet …',
    connectingAsOf: (time) => `Verbindet … Stand: ${time}`,
    offline: 'Offline',
    offlineSince: (time) => `Offline seit ${time}`,
    signedOut: 'Abgemeldet',
    notDone: (n) => `${count(n)} nicht ausgeführt`,
    notSent: (n) => `${count(n)} noch nicht gesendet`,
  },
  bell: { on: 'Benachrichtigen, wenn ein Kunde schreibt', off: 'Nicht mehr benachrichtigen' },
  user: {
    afterClosing: 'Nach dem Schließen',
    places: {
      stay: 'Im Gespräch bleiben',
      next: 'Zum nächsten Kunden gehen',
      list: 'Zurück zur Liste gehen',
    },
    signOut: 'Abmelden',
  },
  palette: {
    question: 'Was möchten Sie tun?',
    none: 'Hier gibt es nichts mit diesem Namen.',
    groups: { conversation: 'Dieses Gespräch', list: 'Die Liste', wrapup: 'Wrapup' },
  },
  actions: {
    showView: (view) => `Ansicht „${view}“ zeigen`,
    undo: 'Letztes Schließen rückgängig machen',
    nothingToUndo: 'Es gibt nichts rückgängig zu machen.',
    showKeys: 'Alle Tastenkürzel zeigen',
    lettersOff: 'Tastenkürzel aus einem Buchstaben ausschalten',
    lettersOn: 'Tastenkürzel aus einem Buchstaben einschalten',
  },
  help: {
    title: 'Tastenkürzel',
    palette: 'Alle Aktionen, nach Namen',
    next: 'Die nächste Zeile',
    before: 'Die Zeile davor',
    open: 'Die Zeile öffnen',
    select: 'Die Zeile auswählen; mit Umschalt alle bis zu dieser',
    send: 'Das Geschriebene senden',
    leave: 'Nichts auswählen; schließen, was offen ist',
    letters: 'Tastenkürzel aus einem Buchstaben sind eingeschaltet',
  },
};
