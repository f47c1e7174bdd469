import { de as rules } from '../../rules/words/de';
import { count } from '../count';
import type { Catalogue } from '../speak';
import type { WidgetWords } from '../widget';
import { de as common } from './common';

const page: WidgetWords = {
  greeting: 'Wie können wir helfen?',
  greetingMore: 'Schreiben Sie uns. Ein Mensch liest es und antwortet Ihnen hier.',
  anew: 'Ein neues Gespräch',
  anewMore: 'Es ist mit dem vorigen verknüpft: Sie müssen nicht alles noch einmal sagen.',
  placeholder: 'Nachricht schreiben …',
  send: 'Senden',
  minimise: 'Chat verkleinern',
  keepChatting: 'Weiter chatten',
  endQuestion: 'Diesen Chat beenden?',
  startNew: 'Neues Gespräch beginnen',
  startNewWithThis: 'Damit ein neues Gespräch beginnen',
  discard: 'Verwerfen',
  noMore: 'Hier können keine Nachrichten mehr gesendet werden.',
  keptDraft: 'Was Sie geschrieben haben, ist aufgehoben:',
  previous: 'Früheres Gespräch',
  sending: 'Wird gesendet …',
  sent: 'Gesendet',
  seen: 'Gelesen',
  newMessages: 'Neue Nachrichten',
  notDelivered: 'Nicht zugestellt',
  loading: 'Das Gespräch wird geladen …',
  messages: 'Nachrichten',
  isWriting: (who) => `${who} schreibt …`,
  joined: (who) => `${who} ist jetzt für Sie da`,
  left: (who) => `${who} hat den Chat verlassen`,
  ended: (who) => (who === null ? 'Sie haben den Chat beendet' : `${who} hat den Chat beendet`),
  closed: (who) => (who === null ? 'Sie haben diesen Chat geschlossen.' : `${who} hat diesen Chat geschlossen.`),
  reopened: (who) => (who === null ? 'Sie haben den Chat wieder geöffnet' : `${who} hat den Chat wieder geöffnet`),
  rated: (score) => `Sie haben diesen Chat mit ${count(score)} von ${count(5)} bewertet. Vielen Dank.`,
  soon: 'Gleich ist jemand für Sie da',
  isClosed: 'Dieser Chat ist geschlossen',
  offline: 'Keine Verbindung. Neuer Versuch …',
  offlineKept: 'Keine Verbindung. Ihre Nachricht ist aufgehoben.',
};

export const catalogue: Catalogue<WidgetWords> = { rules, common, page };
