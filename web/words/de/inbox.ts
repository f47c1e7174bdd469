import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import { plurals } from '../plural';

const many = plurals('de');

const rest = 'Der Rest muss auf die Verbindung warten.';

const doing = (act: string, toDo: string) => ({
  question: (n: number) => many(n, { one: `1 Gespräch ${act}?`, other: `${count(n)} Gespräche ${act}?` }),
  nothing: `Nichts ${toDo}`,
  all: (n: number) => `${count(n)} ${act}`,
  anyway: (n: number) => `Trotzdem ${count(n)} ${act}`,
  withoutWaiting: (n: number) => `${count(n)} ${act}, ohne die wartenden`,
});

const said = (one: string, other: string) => (n: number) =>
  many(n, { one: `${count(n)} ${one}.`, other: `${count(n)} ${other}.` });

export const inbox: DashboardWords['inbox'] = {
  views: {
    open: {
      label: 'Offen',
      emptyTitle: 'Alles erledigt',
      emptyText: 'Hier steht jedes Gespräch, das weder geschlossen noch zurückgestellt ist.',
    },
    unassigned: {
      label: 'Nicht zugeteilt',
      emptyTitle: 'Niemand wartet',
      emptyText: 'Neue Chats stehen hier, bis jemand sie übernimmt.',
    },
    mine: {
      label: 'Meine',
      emptyTitle: 'Nichts auf Ihrem Tisch',
      emptyText: 'Hier stehen die Gespräche, die Sie übernehmen.',
    },
    waiting: {
      label: 'Wartend',
      emptyTitle: 'Keine Antwort steht aus',
      emptyText: 'Hier stehen Gespräche, die beantwortet sind und auf den Kunden warten.',
    },
    snoozed: {
      label: 'Zurückgestellt',
      emptyTitle: 'Nichts zurückgestellt',
      emptyText: 'Zurückgestellte Gespräche bleiben hier, bis ihre Zeit gekommen ist oder der Kunde schreibt.',
    },
    closed: {
      label: 'Geschlossen',
      emptyTitle: 'Noch nichts geschlossen',
      emptyText: 'Geschlossene Gespräche sind hier zu finden und lassen sich wieder öffnen.',
    },
  },
  list: {
    views: 'Ansichten',
    loadMore: 'Mehr laden',
    noneOfNewest: 'Nichts unter den neuesten.',
    onlyHere: (n) => `${n === 0 ? 'Nichts' : count(n)} unter dem, was dieser Browser hat. ${rest}`,
  },
  search: {
    placeholder: 'Suchen',
    all: 'Alle Gespräche durchsuchen',
    found: (n) => (n === 0 ? 'Nichts gefunden' : `${count(n)} gefunden`),
    foundHere: (n) => `${n === 0 ? 'Nichts' : count(n)} gefunden unter dem, was dieser Browser hat. ${rest}`,
  },
  filters: {
    title: 'Filter',
    narrow: 'Die Liste filtern',
    names: { status: 'Status', owner: 'Zuständig', channel: 'Kanal', site: 'Website', topic: 'Thema' },
    owners: { me: 'Ich', nobody: 'Niemand' },
    any: 'Beliebig',
    clearAll: 'Alle entfernen',
    chosen: 'Filter',
    remove: (filter) => `Den Filter ${filter} entfernen`,
    nothing: 'Keine Treffer',
    nothingMore: 'Kein Gespräch in dieser Ansicht passt zu allen Filtern.',
    clear: 'Filter entfernen',
  },
  row: {
    select: (subject) => `${subject} auswählen`,
    ourReply: 'Unsere Antwort:',
    noMessages: 'Noch keine Nachrichten',
    teamNotes: 'Notizen des Teams',
    unanswered: 'Unbeantwortet',
  },
  owner: { assignedTo: 'Zuständig:', you: 'Sie' },
  due: {
    at: (time) => `Fällig: ${time}`,
    in: (span) => `fällig in ${span}`,
    late: (span) => `${span} überfällig`,
  },
  freshness: {
    catchingUp: 'Holt auf …',
    asOf: (time) => `Stand: ${time}`,
    behind: (seconds) => `${count(seconds)} s im Rückstand`,
  },
  selection: {
    title: 'Ausgewählte Gespräche',
    selected: (n) => `${count(n)} ausgewählt`,
    clear: 'Auswahl aufheben',
    all: (n) => `Alle ${count(n)} auswählen`,
    matching: (n) => (n === null ? 'Alle passenden auswählen' : `Alle ${count(n)} passenden auswählen`),
    first: (n) => `Die ersten ${count(n)} auswählen`,
    loading: (n, all) => (all === null ? `Lädt … bisher ${count(n)}` : `${count(n)} von ${count(all)} geladen …`),
    stop: 'Anhalten',
    full: 'Mehr gehen nicht auf einmal.',
    failed: 'Der Rest konnte nicht geladen werden.',
  },
  bulk: {
    claim: { ...doing('übernehmen', 'zu übernehmen'), will: said('liegt dann bei Ihnen', 'liegen dann bei Ihnen') },
    release: { ...doing('freigeben', 'freizugeben'), will: said('wird freigegeben', 'werden freigegeben') },
    close: { ...doing('schließen', 'zu schließen'), will: said('wird geschlossen', 'werden geschlossen') },
    ok: 'OK',
    wait: said('wartet auf eine Antwort', 'warten auf eine Antwort'),
    wont: {
      owned_by: said('liegt bei jemand anderem', 'liegen bei anderen'),
      not_owner: said('liegt nicht bei Ihnen', 'liegen nicht bei Ihnen'),
      closed: said('ist geschlossen', 'sind geschlossen'),
      nothing_to_do: said('ist schon so', 'sind schon so'),
      unseen_message: said('hat eine ungelesene Nachricht', 'haben ungelesene Nachrichten'),
      topic_required: said('braucht zuerst ein Thema', 'brauchen zuerst ein Thema'),
      needs_connection: said('muss auf die Verbindung warten', 'müssen auf die Verbindung warten'),
    },
    otherwise: said('geht nicht', 'gehen nicht'),
  },
  undo: {
    closed: (n) => many(n, { one: 'Gespräch geschlossen.', other: `${count(n)} Gespräche geschlossen.` }),
    seconds: (n) => `${count(n)} s`,
    dismiss: 'Ausblenden',
  },
  nothingSelected: {
    choose: 'Wählen Sie ein Gespräch',
    nobody: 'Gerade braucht niemand Hilfe',
    nobodyMore: 'Neue Kunden stehen in der Liste, sobald sie schreiben.',
    unavailable: 'Sie nehmen keine neuen Kunden an. Schalten Sie oben ein, wofür Sie verfügbar sind.',
    keys: '[J] und [K] gehen durch die Liste, [Enter] öffnet, [G] holt den nächsten Kunden.',
  },
};
