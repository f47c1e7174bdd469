import type { DashboardWords } from '../dashboard';

export const customer: DashboardWords['customer'] = {
  title: 'Kunde',
  others: 'Weitere Gespräche',
  noOthers: 'Dies ist das erste Gespräch.',
  noMessages: 'Keine Nachrichten',
  facts: {
    unverified: 'Nicht verifiziert',
    unverifiedWhat: 'Nichts beweist, wer das ist. Fragen Sie nach, bevor Sie Vertrauliches mitteilen.',
    site: 'Website',
    page: 'Seite',
    referrer: 'Kam von',
    language: 'Sprache',
    time: 'Uhrzeit dort',
    device: 'Gerät',
    firstSeen: 'Zuerst gesehen',
    unknown: 'Unbekannt',
  },
  notes: {
    title: 'Notizen zu diesem Kunden',
    none: 'Noch keine. Ihr Team sieht sie bei jedem Gespräch mit diesem Kunden.',
    label: 'Notiz zu diesem Kunden schreiben',
    placeholder: 'Was sollte die nächste Person wissen?',
    add: 'Notiz anfügen',
    remove: 'Diese Notiz löschen',
    removeNow: 'Löschen',
    keep: 'Behalten',
    notLoaded: 'Die Notizen wurden nicht geladen. Sie müssen auf die Verbindung warten.',
    notAdded: 'Die Notiz wurde nicht angefügt. Sie steht noch hier.',
    full: 'Es gibt schon 100 Notizen. Löschen Sie zuerst eine.',
    notRemoved: 'Die Notiz wurde nicht gelöscht.',
  },
};
