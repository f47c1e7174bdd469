import type { DashboardWords } from '../dashboard';

export const composer: DashboardWords['composer'] = {
  title: 'Schreiben',
  whatToWrite: 'Was geschrieben wird',
  tabs: { reply: 'Antwort', note: 'Interne Notiz' },
  closed: 'Dieses Gespräch wurde geschlossen.',
  replyTo: (customer) => `Antwort an ${customer}`,
  replyPlaceholder: (customer) => `An ${customer} schreiben, oder / für einen Textbaustein`,
  notePlaceholder: 'Das sieht nur Ihr Team',
  waysToSend: 'Weitere Arten zu senden',
  insertEmoji: 'Emoji einfügen',
  canned: {
    list: 'Textbausteine',
    keys: 'Enter fügt ein, Esc schließt',
    unknown: {
      'customer.name': 'liebe Kundin, lieber Kunde',
      'agent.name': 'Ihr Kundenservice',
      'site.name': 'unser Team',
    },
  },
  filesOffline: 'Dateien brauchen eine Verbindung. Der Text bleibt aufgehoben, bis es eine gibt.',
  fileIsComing: 'Eine Datei ist noch unterwegs.',
};
