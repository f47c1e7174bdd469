import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import type { Who } from '../who';

const has = ({ name, you }: Who) => `${name} ${you ? 'haben' : 'hat'}`;

export const conversation: DashboardWords['conversation'] = {
  pane: {
    loading: 'Das Gespräch wird geladen …',
    missing: 'Dieses Gespräch gibt es nicht',
    missingMore: 'Oder es gehört zu einer Website, für die Sie nicht zuständig sind.',
    failed: 'Dieses Gespräch wurde nicht geladen',
    backToList: 'Zurück zur Liste',
    backToInbox: 'Zurück zum Posteingang',
    dismiss: 'Ausblenden',
  },
  header: {
    unconfirmed: 'noch nicht bestätigt',
    more: 'Mehr zu diesem Gespräch',
    aboutCustomer: 'Über den Kunden',
  },
  actions: { reply: 'Antwort schreiben', note: 'Interne Notiz schreiben' },
  transcript: {
    title: 'Gesprächsverlauf',
    isWriting: (who) => `${who} schreibt …`,
    newBelow: 'Neues weiter unten',
    note: 'Interne Notiz · nur Ihr Team sieht sie',
    kept: 'Noch nicht gesendet',
    sending: 'Wird gesendet …',
    sent: 'Gesendet',
    seen: 'Gelesen',
    meanwhile: 'Kam an, während die Antwort geschrieben wurde',
  },
  events: {
    started: (who) => `${has(who)} dieses Gespräch begonnen`,
    continued: (who) => `${has(who)} hier ein früheres Gespräch fortgesetzt`,
    session_started: (who) => `${has(who)} den Chat begonnen`,
    claimed: (who) => `${has(who)} dieses Gespräch übernommen`,
    released: (who) => `${has(who)} dieses Gespräch freigegeben`,
    assigned: (who, to) => `${has(who)} dieses Gespräch an ${to.name} übergeben`,
    marked_no_reply_needed: (who) => `${has(who)} vermerkt, dass keine Antwort nötig ist`,
    session_ended: (who) => `${has(who)} den Chat beendet`,
    closed: (who) => `${has(who)} dieses Gespräch geschlossen`,
    reopened: (who) => `${has(who)} dieses Gespräch wieder geöffnet`,
    close_undone: (who) => `${has(who)} das Schließen rückgängig gemacht`,
    snoozed: (who, until) =>
      until === null
        ? `${has(who)} dieses Gespräch zurückgestellt, bis der Kunde schreibt`
        : `${has(who)} dieses Gespräch zurückgestellt bis ${until}`,
    woken: (who) => `${has(who)} dieses Gespräch zurückgeholt`,
    topics_set: (who, topics) =>
      topics === null ? `${has(who)} alle Themen entfernt` : `${has(who)} die Themen gesetzt: ${topics}`,
    marked_read: (who) => `${has(who)} dieses Gespräch gelesen`,
    customer_left: () => 'Der Kunde hat die Seite verlassen',
    customer_returned: () => 'Der Kunde ist zurückgekommen',
    rated: ({ name }, score, text) =>
      `${name} hat dieses Gespräch mit ${count(score)} von ${count(5)} bewertet${text === null ? '' : `: „${text}“`}`,
    identified: () => 'Die Website hat den Kunden angemeldet',
  },
  handOver: {
    nobody: 'Sonst arbeitet niemand für diese Website.',
    takes: 'Verfügbar',
    full: 'Ausgelastet',
    away: 'Nicht verfügbar',
  },
  history: {
    title: 'Chronik',
    notLoaded: 'Die Chronik muss auf die Verbindung warten.',
    moment: 'Zeitpunkt',
    place: (nth, all) => `${count(nth)} von ${count(all)}`,
    placeHeard: (nth, all, when) => `${count(nth)} von ${count(all)}, ${when}`,
    assignedTo: (owner) => `Liegt bei ${owner}`,
    allowed: 'Ja',
  },
  topics: {
    title: 'Themen',
    choose: 'Thema wählen',
    chooseToClose: 'Zum Schließen ein Thema wählen',
    change: 'Themen ändern',
  },
  refused: {
    notYet: (why) => `Noch nicht gesendet, und es wird abgelehnt werden. ${why}`,
    sendAgain: 'Noch einmal senden',
    reopenAndSend: 'Wieder öffnen und senden',
    addAgain: 'Noch einmal anfügen',
    keepAsNote: 'Als Notiz behalten',
    copy: 'Text kopieren',
    discard: 'Verwerfen',
  },
};
