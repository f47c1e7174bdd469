import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import { plurals } from '../plural';

const many = plurals('de');

export const shift: DashboardWords['shift'] = {
  availability: {
    title: 'Ihre Verfügbarkeit',
    all: 'Verfügbar',
    none: 'Nicht verfügbar',
    some: (groups) => `Verfügbar für ${groups}`,
    about: 'Sie bekommen neue Kunden in dem, was eingeschaltet ist, bis zu Ihrer Kapazität.',
    take: (group) => `${group} annehmen`,
    stopTaking: (group) => `${group} nicht mehr annehmen`,
  },
  load: {
    of: (load, capacity) => (capacity === null ? count(load) : `${count(load)} von ${count(capacity)}`),
    inHand: (group, load) => `${group}: ${load} in Arbeit`,
  },
  away: {
    told: (minutes) => `Sie waren ${count(minutes)} Minuten abwesend, deshalb gehen neue Kunden an andere.`,
    back: 'Wieder Kunden annehmen',
    stay: 'Nicht verfügbar bleiben',
  },
  next: 'Nächster Kunde',
  forecast: {
    wroteAgain: (subject) => `Als Nächstes kommt wahrscheinlich ${subject} – hat Ihnen wieder geschrieben.`,
    waits: (subject, group) => `Als Nächstes kommt wahrscheinlich ${subject} – wartet am längsten im Bereich ${group}.`,
    unavailable: 'Als Nächstes kommt niemand: Sie sind nicht verfügbar.',
    atCapacity: 'Als Nächstes kommt niemand: Sie haben so viele Gespräche, wie Ihre Kapazität erlaubt.',
    nobodyWaits: 'Als Nächstes kommt wahrscheinlich niemand: Soweit hier bekannt, wartet niemand.',
  },
  routing: {
    title: 'Neue Chats, für alle',
    ways: {
      claim: { label: 'Chats warten auf Übernahme', text: 'Wer Zeit hat, übernimmt einen.' },
      push: {
        label: 'Chats werden zugeteilt',
        text: 'Jeder geht an die Person, die verfügbar ist und am wenigsten in Arbeit hat.',
      },
    },
  },
  leaving: {
    title: (n, group) =>
      many(n, {
        one: `Sie haben ein Gespräch im Bereich ${group}`,
        other: `Sie haben ${count(n)} Gespräche im Bereich ${group}`,
      }),
    question: (n) =>
      many(n, {
        one: 'Neue Kunden gehen ab jetzt an andere. Was soll mit diesem Gespräch geschehen?',
        other: 'Neue Kunden gehen ab jetzt an andere. Was soll mit diesen Gesprächen geschehen?',
      }),
    keep: () => 'Behalten',
    giveBack: () => 'In die Warteschlange zurückgeben',
  },
  replyOwed: {
    title: (customer) => `${customer} wartet auf eine Antwort`,
    question: 'Die letzte Nachricht ist noch nicht beantwortet. Das Gespräch ohne Antwort schließen?',
    closeAnyway: 'Trotzdem schließen',
    notNeeded: 'Keine Antwort nötig',
    write: 'Antwort schreiben',
  },
  afterClosing: {
    endCloseAndNext: 'Chat beenden, schließen & Nächste',
    endCloseAndList: 'Chat beenden, schließen & Liste',
    sendCloseAndList: 'Senden, schließen & Liste',
  },
};
