#pragma once

namespace wrapup::server {

// Where agents are signed in, which browsers have been theirs, the links with which they begin, what they show beside
// their password, and what API tokens are for. Of a login that was there before it is not known when it was used last:
// it counts as seen when it was opened.
inline constexpr const char* migration_18 = R"sql(
ALTER TABLE logins ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE logins ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE logins ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE logins ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE logins ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
UPDATE logins SET id = lower(hex(randomblob(16))), opened_at = expires_at - 2592000000,
                  seen_at = expires_at - 2592000000;
CREATE UNIQUE INDEX logins_by_id ON logins (id);
CREATE TABLE devices (
    token_hash BLOB NOT NULL,
    agent TEXT NOT NULL REFERENCES agents (id),
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (token_hash, agent)
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_by_agent ON devices (agent, seen_at);
CREATE TABLE links (
    token_hash BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    agent TEXT REFERENCES agents (id),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE TABLE second_factors (
    agent TEXT PRIMARY KEY REFERENCES agents (id),
    secret BLOB,
    proposed BLOB,
    last_step INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE recovery_codes (code_hash BLOB PRIMARY KEY, agent TEXT NOT NULL REFERENCES agents (id)) STRICT;
CREATE INDEX recovery_codes_by_agent ON recovery_codes (agent);
ALTER TABLE api_tokens ADD COLUMN scopes TEXT NOT NULL DEFAULT '["start","receive","attach"]';
)sql";

}  // namespace wrapup::server
