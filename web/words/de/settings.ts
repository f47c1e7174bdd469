import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import { plurals } from '../plural';

const many = plurals('de');

const roles = { agent: 'Mitarbeiter', supervisor: 'Teamleitung', admin: 'Administrator' };
const roleOf = (role: unknown) => roles[role as keyof typeof roles] ?? role;

export const settings: DashboardWords['settings'] = {
  shared: {
    name: 'Name',
    add: 'Hinzufügen',
    edit: (name) => `${name} bearbeiten`,
    allSites: 'Alle Websites',
    copied: 'Kopiert',
    notCopied: 'Markieren Sie es und kopieren Sie es von Hand',
  },
  profile: {
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
  },
  canned: {
    title: 'Textbausteine',
    lead:
      'Antworten, die oft gegeben werden. Wer beim Antworten / und einen Teil des Namens tippt, ' +
      'fügt den Textbaustein mit der Eingabetaste ein.',
    add: 'Textbaustein hinzufügen',
    edit: 'Textbaustein bearbeiten',
    none: 'Es gibt noch keine. Legen Sie die Antwort an, die Ihr Team diese Woche am häufigsten getippt hat.',
    failed: 'Sie konnten nicht geladen werden.',
    name: 'Titel',
    shortcut: 'Kürzel',
    shortcutHint: 'Was nach dem / getippt wird. Kleinbuchstaben, Ziffern, - und _.',
    text: 'Text',
    textHint: 'Einfügen, was beim Verwenden ausgefüllt wird:',
    variables: {
      'customer.name': 'Name des Kunden',
      'agent.name': 'Name des Mitarbeiters',
      'site.name': 'Name der Website',
    },
    site: 'Für',
    remove: 'Löschen',
    sure: 'Endgültig löschen',
  },
  agents: {
    title: 'Mitarbeiter',
    lead: 'Wer hier arbeitet, auf welchen Websites und mit welchen Rechten.',
    add: 'Mitarbeiter hinzufügen',
    edit: 'Mitarbeiter bearbeiten',
    email: 'E-Mail',
    emailHint: 'Damit meldet sich die Person an. Das erste Passwort wird Ihnen einmal gezeigt.',
    role: 'Rolle',
    roleHint:
      'Die Teamleitung kann außerdem Gespräche an sich nehmen und Textbausteine schreiben; ' +
      'Administratoren ändern auch diese Einstellungen.',
    roles,
    capacity: 'Gleichzeitig',
    capacityHint: 'So viele Gespräche höchstens. Wo nichts steht, gibt es keine Grenze.',
    disabled: 'Gesperrt',
    more: (name) => `Mehr zu ${name}`,
    change: 'Bearbeiten',
    disable: 'Sperren',
    enable: 'Entsperren',
    reset: 'Neues Passwort erzeugen',
    notOneself: 'Das muss jemand anderes für Sie tun.',
    once: (name) =>
      `Geben Sie es an ${name} weiter. Es wird nicht noch einmal gezeigt; ` +
      'unter Einstellungen, Profil lässt es sich ändern.',
    copyPassword: 'Passwort kopieren',
  },
  sites: {
    title: 'Websites',
    lead: 'Jede Website mit einem eigenen Chat. Setzen Sie ihre Zeile in die Seiten der Website, vor </body>.',
    add: 'Website hinzufügen',
    edit: 'Website bearbeiten',
    origins: 'Wo der Chat stehen darf',
    originsHint:
      'Eine Adresse pro Zeile, zum Beispiel https://www.example.com. Auf anderen Seiten öffnet sich der Chat nicht.',
    nowhere: 'Er darf noch nirgends stehen: Fügen Sie die Adressen der Website hinzu.',
    copy: (name) => `Zeile für ${name} kopieren`,
  },
  topics: {
    title: 'Themen',
    lead: 'Worum es in Gesprächen geht. Mitarbeiter wählen eines oder mehrere; die Berichte zählen danach.',
    required: 'Vor dem Schließen muss ein Thema gewählt werden',
    requiredHint: 'Bis dahin sagt es jede Schaltfläche zum Schließen.',
    none: 'Es gibt noch keine. Solange es so ist, wird niemand danach gefragt.',
    name: 'Neues Thema',
    nameHint: 'Ein oder zwei Wörter, zum Beispiel „Rückerstattung“.',
    add: 'Thema hinzufügen',
    archive: 'Archivieren',
  },
  policies: {
    title: 'Regelwerk',
    lead: 'Was die Regeln erlauben und wie lange etwas dauert. Gespeichert gilt es sofort und für alle.',
    asItComes: 'Wie Wrapup geliefert wird.',
    fromTheStart: (version) => `Version ${count(version)}, in Kraft von Anfang an.`,
    since: (version, time) => `Version ${count(version)}, in Kraft seit ${time}.`,
    routing: 'Neue Chats',
    routings: {
      claim: 'Warten, bis sie übernommen werden',
      push: 'Gehen an die Person, die am wenigsten in Arbeit hat',
    },
    names: 'Kunden sehen die Namen der Mitarbeiter',
    namesAre: { shown: 'Ja', hidden: 'Nein' },
    idle: 'Ein Chat endet, wenn der Besucher so lange schweigt',
    rejoin: 'Wer den Chat verlassen hat, kann zurückkommen binnen',
    undo: 'Schließen lässt sich rückgängig machen binnen',
    units: { seconds: 'Sekunden', minutes: 'Minuten', hours: 'Stunden' },
    answers: 'Antworten',
    answersLead: 'Wie bald ein Kunde Antwort bekommen soll; leer: irgendwann.',
    first: 'Erste Antwort',
    next: 'Spätere Antworten',
    reopening: 'Nach dem Schließen',
    reopeningLead: 'Was geschieht, wenn ein Kunde in ein geschlossenes Gespräch schreibt.',
    writes: 'Ein Kunde, der schreibt',
    modes: {
      locked: 'Beginnt ein neues Gespräch',
      window: 'Öffnet es wieder, eine Zeit lang',
      always: 'Öffnet es immer wieder',
    },
    within: 'Binnen',
    save: 'In Kraft setzen',
    saved: 'In Kraft.',
    preview: 'Was gewesen wäre',
    looking: 'Wird geprüft …',
  },
  foretold: {
    lead: (n) =>
      many(n, {
        one: 'In den letzten 30 Tagen (1 Gespräch, so wie damals gehandelt wurde), nach diesem Regelwerk:',
        other: `In den letzten 30 Tagen (${count(n)} Gespräche, so wie damals gehandelt wurde), nach diesem Regelwerk:`,
      }),
    breached: (n) =>
      many(n, { one: '1 Antwort wäre zu spät gekommen', other: `${count(n)} Antworten wären zu spät gekommen` }),
    ended: (n) =>
      many(n, {
        one: '1 Chat hätte geendet, weil der Besucher schwieg oder fort war',
        other: `${count(n)} Chats hätten geendet, weil der Besucher schwieg oder fort war`,
      }),
    closed_left: (n) =>
      many(n, {
        one: '1 wäre geschlossen worden, weil der Besucher ging, bevor jemand da war',
        other: `${count(n)} wären geschlossen worden, weil der Besucher ging, bevor jemand da war`,
      }),
    reopened: (n) =>
      many(n, {
        one: '1 geschlossenes Gespräch wäre von seinem Kunden wieder geöffnet worden',
        other: `${count(n)} geschlossene Gespräche wären von Kunden wieder geöffnet worden`,
      }),
    refused: (n) =>
      many(n, {
        one: '1 Kunde hätte ein neues Gespräch beginnen müssen',
        other: `${count(n)} Kunden hätten ein neues Gespräch beginnen müssen`,
      }),
    held_up: (n) =>
      many(n, {
        one: 'Schließen hätte 1 Mal auf ein Thema warten müssen',
        other: `Schließen hätte ${count(n)} Mal auf ein Thema warten müssen`,
      }),
    nothing: 'Nichts dergleichen ist geschehen: Niemand war zu spät, war fort oder kam zurück.',
    asNow: 'wie jetzt',
    now: (n) => `jetzt ${count(n)}`,
  },
  audit: {
    title: 'Protokoll',
    lead:
      'Wer was in diesen Einstellungen geändert und wer sich angemeldet hat. Es wächst nur: ' +
      'Niemand kann eine Zeile ändern oder entfernen.',
    none: 'Es ist noch nichts geschehen.',
    older: 'Ältere zeigen',
    somebody: 'Jemand',
    deeds: {
      signed_in: () => 'hat sich angemeldet',
      canned_reply_added: ({ shortcut }) => `hat den Textbaustein /${shortcut} hinzugefügt`,
      canned_reply_changed: ({ shortcut }) => `hat den Textbaustein /${shortcut} geändert`,
      canned_reply_removed: ({ shortcut }) => `hat den Textbaustein /${shortcut} gelöscht`,
      name_changed: ({ name }) => `heißt jetzt ${name}`,
      password_changed: () => 'hat das eigene Passwort geändert',
      password_reset: ({ agent }) => `hat ein neues Passwort für ${agent} erzeugt`,
      agent_added: ({ agent, role }) => `hat ${agent} hinzugefügt, Rolle: ${roleOf(role)}`,
      agent_changed: ({ agent }) => `hat ${agent} geändert`,
      agent_disabled: ({ agent }) => `hat ${agent} gesperrt`,
      agent_enabled: ({ agent }) => `hat ${agent} entsperrt`,
      site_added: ({ site }) => `hat die Website ${site} hinzugefügt`,
      site_changed: ({ site }) => `hat die Website ${site} geändert`,
      policy_changed: ({ version }) => `hat Version ${version} des Regelwerks in Kraft gesetzt`,
    },
  },
  saving: {
    busy: 'Wird gespeichert …',
    unreachable: 'Der Server ist nicht erreichbar.',
    notSaved: 'Der Server ist nicht erreichbar. Es wurde nichts gespeichert.',
    signedOut: 'Sie sind abgemeldet. Melden Sie sich wieder an.',
    serverBusy: 'Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.',
    empty: 'Schreiben Sie hier etwas.',
    tooLong: 'Das ist zu lang.',
    notText: 'Das enthält Zeichen, die nicht gespeichert werden können.',
    singleLine: 'Schreiben Sie das in eine einzige Zeile.',
    twice: 'So heißt schon etwas.',
    tooMany: 'Mehr dürfen es nicht sein.',
    tooManyToAdd: 'Mehr dürfen es nicht sein. Entfernen Sie zuerst etwas.',
    outOfRange: 'Das ist weniger oder mehr, als es sein darf.',
    shortPassword: 'Mindestens 10 Zeichen sind nötig.',
    wrongPassword: 'Das aktuelle Passwort ist falsch.',
    notEmail: 'Das ist keine E-Mail-Adresse.',
    noSite: 'Wählen Sie mindestens eine.',
    unknownSite: 'Diese Website gibt es nicht.',
    notOrigins: 'Schreiben Sie Adressen wie https://www.example.com, ohne Pfad.',
    tooManyOrigins: 'Mehr als 20 Adressen dürfen es nicht sein.',
    notShortcut: 'Schreiben Sie 1 bis 32 Zeichen aus a-z, 0-9, - und _.',
    unknownVariable: (variable) => `${variable} ist nichts, was ausgefüllt werden kann.`,
    taken: 'So heißt schon etwas anderes.',
    outdated: 'Jemand anderes hat das inzwischen geändert. Laden Sie es neu.',
    gone: 'Das gibt es hier nicht (mehr).',
    notAdmin: 'Das ist Administratoren vorbehalten.',
    notSupervisor: 'Das ist der Teamleitung vorbehalten.',
    otherwise: () => 'Das hat nicht geklappt. Prüfen Sie die Angaben und versuchen Sie es noch einmal.',
  },
};
