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
  files: {
    attach: 'Dateien anhängen',
    offline: 'Dateien brauchen eine Verbindung. Der Text bleibt aufgehoben, bis es eine gibt.',
    remove: (name) => `${name} entfernen`,
    coming: (name) => `${name} ist unterwegs`,
    oneIsComing: 'Eine Datei ist noch unterwegs.',
    faults: {
      too_large: 'ist größer als 10 MB.',
      wrong_type: 'kann nicht gesendet werden: Das geht nur mit PNG, JPEG, GIF, WebP und PDF.',
      too_many: 'ist eine zu viel: Senden Sie zuerst, was schon hier ist.',
      lost: 'ist nicht angekommen: Der Server war nicht erreichbar.',
      stopped: 'wurde abgebrochen.',
    },
  },
};
