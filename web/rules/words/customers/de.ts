import type { CustomerWords } from '../../customer_words';

export const customers: CustomerWords = {
  somebody: {
    customer: 'Ein Besucher',
    agent: 'Ein Mitarbeiter',
    supervisor: 'Eine Teamleitung',
    admin: 'Ein Administrator',
    system: 'Wrapup',
  },
  rejections: {
    not_permitted: 'Ihre Rolle erlaubt das nicht.',
    unknown_conversation: 'Dieses Gespräch gibt es nicht, oder Sie dürfen es nicht sehen.',
    already_started: 'Dieses Gespräch hat schon begonnen.',
    no_customer: 'Hier gibt es keinen Kunden, dem man schreiben könnte.',
    closed: 'Dieses Gespräch ist geschlossen.',
    not_closed: 'Dieses Gespräch ist noch offen.',
    locked: 'Dieses Gespräch ist geschlossen und nimmt keine Nachrichten mehr an.',
    no_active_session: 'Der Chat ist schon beendet.',
    nothing_to_do: 'Es gibt nichts zu tun: Es ist schon so.',
    invalid_text: 'Dieser Text enthält Zeichen, die nicht gesendet werden können.',
    empty: 'Schreiben Sie zuerst etwas.',
    too_long: 'Das ist länger als 20.000 Zeichen. Bitte kürzen Sie es.',
    undo_window_open: 'Dieser Chat wurde gerade erst geschlossen. Sie können ihn gleich bewerten.',
    already_rated: 'Sie haben diesen Chat schon bewertet.',
    invalid_score: 'Wählen Sie eine Bewertung von eins bis fünf.',
    too_many_attachments: 'Mehr als 10 Dateien passen nicht in eine Nachricht.',
    unknown_attachment: 'Eine Datei dieser Nachricht ist nicht (mehr) auf dem Server. Hängen Sie sie noch einmal an.',
  },
  needsConnection: 'Das kann nur der Server entscheiden: Es muss auf die Verbindung warten.',
  newerClient: 'Der Server versteht das noch nicht. Es bleibt hier, bis er aktualisiert ist.',
  unknownReason: 'Der Server hat das abgelehnt.',
  notLoaded: {
    unreachable: 'Der Server ist nicht erreichbar. Neuer Versuch …',
    forbidden: 'Darauf haben Sie keinen Zugriff.',
    wrong: 'Auf dem Server ist etwas schiefgegangen. Neuer Versuch …',
  },
};
