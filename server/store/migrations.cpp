#include "server/store/migrations.hpp"

#include <SQLiteCpp/Transaction.h>

#include <array>

#include "server/store/migration_18.hpp"
#include "server/store/unusable.hpp"

namespace wrapup::server {
namespace {

// The nth brings a database from schema n - 1 to n. A migration that has been released is never changed.
constexpr std::array migrations{
    // 1: the log, what is derived from it, and the people.
    R"sql(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE sites (id TEXT PRIMARY KEY, name TEXT NOT NULL, origins TEXT NOT NULL) STRICT;

CREATE TABLE agents (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL
) STRICT;
CREATE TABLE agent_sites (
    agent TEXT NOT NULL REFERENCES agents (id),
    site TEXT NOT NULL REFERENCES sites (id),
    PRIMARY KEY (agent, site)
) STRICT, WITHOUT ROWID;
CREATE TABLE logins (
    token_hash BLOB PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agents (id),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX logins_by_expiry ON logins (expires_at);

CREATE TABLE customers (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites (id),
    name TEXT NOT NULL,
    page TEXT NOT NULL,
    locale TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE visitors (
    token_hash BLOB PRIMARY KEY,
    customer TEXT NOT NULL REFERENCES customers (id)
) STRICT;

CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (conversation, version)
) STRICT;

CREATE TABLE inbox (
    conversation TEXT PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites (id),
    customer TEXT REFERENCES customers (id),
    owner TEXT REFERENCES agents (id),
    closed INTEGER NOT NULL,
    activity_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    preview TEXT
) STRICT;
CREATE INDEX inbox_by_activity ON inbox (site, closed, activity_at, conversation);
CREATE INDEX inbox_unassigned ON inbox (site, activity_at, conversation) WHERE closed = 0 AND owner IS NULL;
CREATE INDEX inbox_by_owner ON inbox (site, owner, activity_at, conversation) WHERE closed = 0;
CREATE INDEX inbox_by_customer ON inbox (customer, activity_at, conversation);

CREATE TABLE clients (id TEXT PRIMARY KEY, actor TEXT NOT NULL, last_command INTEGER NOT NULL) STRICT;
CREATE TABLE outcomes (
    client TEXT NOT NULL REFERENCES clients (id),
    command INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (client, command)
) STRICT, WITHOUT ROWID;
)sql",
    // 2: policies, what routing and timers ask of conversations, and counters. The new columns are filled in by the
    // rebuild that follows every change of the rules.
    R"sql(
CREATE TABLE policies (version INTEGER PRIMARY KEY, "from" INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
ALTER TABLE events ADD COLUMN policy INTEGER NOT NULL DEFAULT 0;

ALTER TABLE inbox ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE inbox ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE inbox ADD COLUMN started_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN due_at INTEGER;
ALTER TABLE inbox ADD COLUMN timer_at INTEGER;
ALTER TABLE inbox ADD COLUMN load_group TEXT;
ALTER TABLE inbox ADD COLUMN waits_in TEXT;
ALTER TABLE inbox ADD COLUMN unread_by_owner INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_load ON inbox (owner, load_group) WHERE load_group IS NOT NULL;
CREATE INDEX inbox_unread ON inbox (owner) WHERE unread_by_owner = 1;
CREATE INDEX inbox_queue ON inbox (site, waits_in, due_at IS NULL, due_at, started_at, conversation)
    WHERE waits_in IS NOT NULL;
CREATE INDEX inbox_unowned ON inbox (waits_in, channel, started_at, conversation) WHERE waits_in IS NOT NULL;
CREATE INDEX inbox_timers ON inbox (timer_at) WHERE timer_at IS NOT NULL;

CREATE VIRTUAL TABLE messages_fts USING fts5 (
    text, site, conversation UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE counts (
    site TEXT NOT NULL,
    owner TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    conversations INTEGER NOT NULL,
    PRIMARY KEY (site, owner, channel, status)
) STRICT, WITHOUT ROWID;
)sql",
    // 3: whether a customer came by the widget.
    "CREATE INDEX visitors_by_customer ON visitors (customer)",
    // 4: a list is read from few pages. Each row has its customer's name, which had to be looked up, and closed ones
    // lie side by side as they were closed: those of one page of the list share pages of the file.
    R"sql(
CREATE TABLE inbox_in_place (
    place INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL REFERENCES sites (id),
    customer TEXT REFERENCES customers (id),
    customer_name TEXT NOT NULL,
    owner TEXT REFERENCES agents (id),
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    closed INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    activity_at INTEGER NOT NULL,
    due_at INTEGER,
    timer_at INTEGER,
    load_group TEXT,
    waits_in TEXT,
    unread_by_owner INTEGER NOT NULL,
    state TEXT NOT NULL,
    preview TEXT
) STRICT;
INSERT INTO inbox_in_place
    SELECT (SELECT max(position) FROM events WHERE events.conversation = inbox.conversation
            AND json_extract(body, '$.type') IN ('started', 'closed')) AS place,
           conversation, site, customer, ifnull((SELECT name FROM customers WHERE id = customer), ''), owner, channel,
           status, closed, started_at, activity_at, due_at, timer_at, load_group, waits_in, unread_by_owner, state,
           preview
    FROM inbox ORDER BY place;
DROP TABLE inbox;
ALTER TABLE inbox_in_place RENAME TO inbox;
CREATE INDEX inbox_by_activity ON inbox (site, closed, activity_at, conversation);
CREATE INDEX inbox_unassigned ON inbox (site, activity_at, conversation) WHERE closed = 0 AND owner IS NULL;
CREATE INDEX inbox_by_owner ON inbox (site, owner, activity_at, conversation) WHERE closed = 0;
CREATE INDEX inbox_by_customer ON inbox (customer, activity_at, conversation);
CREATE INDEX inbox_load ON inbox (owner, load_group) WHERE load_group IS NOT NULL;
CREATE INDEX inbox_unread ON inbox (owner) WHERE unread_by_owner = 1;
CREATE INDEX inbox_queue ON inbox (site, waits_in, due_at IS NULL, due_at, started_at, conversation)
    WHERE waits_in IS NOT NULL;
CREATE INDEX inbox_unowned ON inbox (waits_in, channel, started_at, conversation) WHERE waits_in IS NOT NULL;
CREATE INDEX inbox_timers ON inbox (timer_at) WHERE timer_at IS NOT NULL;
CREATE TRIGGER customer_renamed AFTER UPDATE OF name ON customers BEGIN
    UPDATE inbox SET customer_name = new.name WHERE customer = new.id;
END;
)sql",
    // 5: other systems, and what became of what they delivered.
    R"sql(
CREATE TABLE api_tokens (
    id TEXT PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    site TEXT NOT NULL REFERENCES sites (id),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER
) STRICT;
CREATE TABLE deliveries (
    token TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    at INTEGER NOT NULL,
    code TEXT NOT NULL,
    conversation TEXT NOT NULL,
    customer TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (token, key_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_by_time ON deliveries (at);
)sql",
    // 6: who changed what.
    R"sql(
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
)sql",
    // 7: answers that are given often.
    R"sql(
CREATE TABLE canned_replies (
    id TEXT PRIMARY KEY,
    site TEXT REFERENCES sites (id),
    shortcut TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX canned_replies_by_shortcut ON canned_replies (ifnull(site, ''), shortcut);
)sql",
    // 8: agents who work here no more.
    "ALTER TABLE agents ADD COLUMN disabled_at INTEGER",
    // 9: files that go with messages.
    R"sql(
CREATE TABLE blobs (
    id TEXT PRIMARY KEY,
    conversation TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    attachment TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX blobs_unsent ON blobs (at) WHERE sent = 0;
CREATE INDEX blobs_unsent_of ON blobs (conversation, bytes) WHERE sent = 0;
)sql",
    // 10: whom agents take, and how they like to work.
    R"sql(
CREATE TABLE staffing (
    agent TEXT PRIMARY KEY REFERENCES agents (id) ON DELETE CASCADE,
    available TEXT NOT NULL DEFAULT '["voice","messaging","mail"]',
    after_closing TEXT NOT NULL DEFAULT 'stay'
) STRICT;
CREATE INDEX logins_by_agent ON logins (agent, expires_at);
)sql",
    // 11: what reports count. It is filled from the log by the rebuild that follows when nobody knows any more which
    // rules derived what is there.
    R"sql(
CREATE TABLE measures (
    site TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    conversation TEXT NOT NULL,
    channel TEXT NOT NULL,
    agent TEXT,
    first_reply_at INTEGER,
    closed_at INTEGER,
    reopenings INTEGER NOT NULL,
    topics TEXT NOT NULL,
    PRIMARY KEY (site, started_at, conversation)
) STRICT, WITHOUT ROWID;
DELETE FROM meta WHERE name = 'rules_id';
)sql",
    // 12: more of what a customer's browser says, and what agents note about them.
    R"sql(
ALTER TABLE customers ADD COLUMN referrer TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN device TEXT NOT NULL DEFAULT '';
CREATE TABLE customer_notes (
    id TEXT PRIMARY KEY,
    customer TEXT NOT NULL REFERENCES customers (id),
    author TEXT NOT NULL REFERENCES agents (id),
    at INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX customer_notes_by_customer ON customer_notes (customer, at);
)sql",
    // 13: what is snoozed is counted and listed apart, what is open by its status, and what is closed by its owner.
    R"sql(
ALTER TABLE inbox ADD COLUMN snoozed INTEGER NOT NULL DEFAULT 0;
UPDATE inbox SET snoozed = 1 WHERE closed = 0 AND json_extract(state, '$.snoozing.type') <> 'none';
CREATE INDEX inbox_snoozed ON inbox (site, activity_at, conversation) WHERE snoozed = 1;
CREATE INDEX inbox_by_status ON inbox (site, status, activity_at, conversation) WHERE closed = 0 AND snoozed = 0;
CREATE INDEX inbox_closed_by_owner ON inbox (site, owner, activity_at, conversation) WHERE closed = 1;
DROP TABLE counts;
CREATE TABLE counts (
    site TEXT NOT NULL,
    owner TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    snoozed INTEGER NOT NULL,
    conversations INTEGER NOT NULL,
    PRIMARY KEY (site, owner, channel, status, snoozed)
) STRICT, WITHOUT ROWID;
INSERT INTO counts
    SELECT site, ifnull(owner, ''), channel, status, snoozed, count(*) FROM inbox GROUP BY 1, 2, 3, 4, 5;
)sql",
    // 14: what an agent takes at once, where it is not what everybody does.
    "ALTER TABLE agents ADD COLUMN capacity TEXT",
    // 15: what people call topics.
    "CREATE TABLE topic_names (topic TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT",
    // 16: how the widget looks on each site.
    "CREATE TABLE site_looks (site TEXT PRIMARY KEY REFERENCES sites (id), look TEXT NOT NULL) STRICT",
    // 17: who customers are to the sites that sign them in, what a site offers its visitors, and mail that waits.
    R"sql(
ALTER TABLE customers ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN attributes TEXT NOT NULL DEFAULT '{}';
CREATE TABLE site_identity (site TEXT PRIMARY KEY REFERENCES sites (id), mode TEXT NOT NULL) STRICT;
CREATE TABLE site_keys (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites (id),
    secret BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX site_keys_by_site ON site_keys (site);
CREATE TABLE identities (
    site TEXT NOT NULL REFERENCES sites (id),
    subject TEXT NOT NULL,
    customer TEXT NOT NULL UNIQUE REFERENCES customers (id),
    PRIMARY KEY (site, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE identity_uses (
    site TEXT NOT NULL REFERENCES sites (id),
    jti_hash BLOB NOT NULL,
    visitor BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (site, jti_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_uses_by_expiry ON identity_uses (expires_at);
CREATE INDEX clients_by_actor ON clients (actor);
CREATE INDEX agent_sites_by_site ON agent_sites (site, agent);
CREATE TABLE site_desks (site TEXT PRIMARY KEY REFERENCES sites (id), desk TEXT NOT NULL) STRICT;
CREATE TABLE site_logos (
    site TEXT PRIMARY KEY REFERENCES sites (id),
    type TEXT NOT NULL,
    version TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE mails (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message TEXT NOT NULL,
    conversation TEXT NOT NULL,
    customer TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    due_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX mails_by_due ON mails (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mails_by_asked ON mails (asked_at);
CREATE INDEX mails_with_address ON mails (asked_at) WHERE address <> '';
CREATE INDEX mails_by_conversation ON mails (conversation);
)sql",
    // 18: see there.
    migration_18,
};

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

void check_that_it_is_ours(SQLite::Database& database, const std::filesystem::path& file) {
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (!empty && pragma(database, "application_id") != application_id)
        throw Unusable(file, "it is not a Wrapup database");
    const int schema = pragma(database, "user_version");
    if (schema > newest_schema())
        throw Unusable(file, "a newer Wrapup wrote it (schema " + std::to_string(schema) + ", this one knows up to " +
                                 std::to_string(newest_schema()) + ")");
}

}  // namespace

int newest_schema() { return static_cast<int>(migrations.size()); }

void migrate(SQLite::Database& database, const std::filesystem::path& file) {
    check_that_it_is_ours(database, file);
    for (int schema = pragma(database, "user_version"); schema < newest_schema(); ++schema) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(migrations[static_cast<std::size_t>(schema)]);
        database.exec("PRAGMA application_id = " + std::to_string(application_id));
        database.exec("PRAGMA user_version = " + std::to_string(schema + 1));
        transaction.commit();
    }
}

}  // namespace wrapup::server
