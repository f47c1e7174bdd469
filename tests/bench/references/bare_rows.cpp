#include "tests/bench/references/bare_rows.hpp"

#include <stdexcept>

#include "core/evolve.hpp"
#include "server/clock.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/database.hpp"
#include "server/store/people.hpp"

namespace wrapup::bench {
namespace {

constexpr const char* site = "demo";
constexpr const char* message = "Where is my parcel? It was to come yesterday, and nobody has seen it since.";

const std::string body = R"({"text":")" + std::string(message) + R"(","type":"message_received"})";
const std::string preview = R"({"by":"customer","text":")" + std::string(message) + R"("})";

// What the product keeps of such a conversation.
std::string state_of(const std::string& customer, Time at) {
    const Author author{Role::customer, customer};
    Conversation state;
    state = evolve(std::move(state), {1, at, author, Started{{site}, Channel::chat, {customer}, {}}});
    state = evolve(std::move(state), {2, at, author, SessionStarted{}});
    state = evolve(std::move(state), {3, at, author, MessageReceived{message}});
    return server::text_of(server::encode(state));
}

void make_schema(const std::filesystem::path& file, const std::vector<std::string>& customers) {
    server::Database database(file);
    server::Writing writing(database);
    server::People people(*writing);
    people.put_site({{site}, "Nordlicht Coffee", {}});
    for (const std::string& customer : customers)
        people.add_customer({{customer}, {site}, "Visitor", "/", "en", server::now()});
    writing.commit();
}

void bind(sqlite3_stmt* statement, int index, const std::string& text) {
    sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}
void bind(sqlite3_stmt* statement, int index, const char* text) {
    sqlite3_bind_text(statement, index, text, -1, SQLITE_STATIC);
}
void bind(sqlite3_stmt* statement, int index, std::int64_t integer) { sqlite3_bind_int64(statement, index, integer); }

template <class... Values>
sqlite3_stmt* with(sqlite3_stmt* statement, const Values&... values) {
    int index = 0;
    (bind(statement, ++index, values), ...);
    return statement;
}

}  // namespace

BareRows::BareRows(const std::filesystem::path& file) {
    const Time now = server::now();
    began_at_ = at_ = now.time_since_epoch().count();
    std::vector<std::string> customers;
    for (std::size_t i = 0; i < conversations; ++i) {
        const std::string customer = server::random_id();
        const std::string actor = R"({"id":")" + customer + R"(","role":"customer"})";
        chats_.push_back({server::random_id(), customer, server::random_id(), actor, state_of(customer, now)});
        customers.push_back(customer);
    }
    make_schema(file, customers);
    check(sqlite3_open_v2(file.c_str(), &database_, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
    const char* durable = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";
    check(sqlite3_exec(database_, durable, nullptr, nullptr, nullptr), SQLITE_OK);
    prepare_all();
    begin();
    for (std::size_t i = 0; i < conversations; ++i) write_message(i);  // Makes the row that later ones change.
    commit();
}

BareRows::~BareRows() {
    for (sqlite3_stmt* statement : statements_) sqlite3_finalize(statement);
    sqlite3_close(database_);
}

void BareRows::prepare_all() {
    begin_ = prepare("BEGIN IMMEDIATE");
    commit_ = prepare("COMMIT");
    event_ = prepare("INSERT INTO events (conversation, version, at, actor, body, policy) VALUES (?, ?, ?, ?, ?, 0)");
    uncount_ = prepare(
        "UPDATE counts SET conversations = conversations - 1 WHERE (site, owner, channel, status) = "
        "(SELECT site, ifnull(owner, ''), channel, status FROM inbox WHERE conversation = ?)");
    count_ = prepare(
        "INSERT INTO counts (site, owner, channel, status, conversations) VALUES ('demo', '', 'chat', 'new', 1) "
        "ON CONFLICT DO UPDATE SET conversations = conversations + 1");
    inbox_ = prepare(
        "INSERT INTO inbox (conversation, site, customer, owner, closed, activity_at, state, preview, started_at, "
        "due_at, timer_at, load_group, waits_in, unread_by_owner, channel, status, customer_name) "
        "VALUES (?, 'demo', ?, NULL, 0, ?, ?, ?, ?, ?, NULL, NULL, 'messaging', 0, 'chat', 'new', '') "
        "ON CONFLICT (conversation) DO UPDATE SET owner = excluded.owner, closed = excluded.closed, "
        "activity_at = max(activity_at, excluded.activity_at), state = excluded.state, preview = "
        "ifnull(excluded.preview, preview), started_at = excluded.started_at, due_at = excluded.due_at, "
        "timer_at = excluded.timer_at, load_group = excluded.load_group, waits_in = excluded.waits_in, "
        "unread_by_owner = excluded.unread_by_owner, status = excluded.status");
    text_ = prepare("INSERT INTO messages_fts (rowid, text, site, conversation) VALUES (?, ?, 'demo', ?)");
    client_ = prepare(
        "INSERT INTO clients (id, actor, last_command) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET last_command = excluded.last_command");
    outcome_ = prepare("INSERT INTO outcomes (client, command, code, detail) VALUES (?, ?, 'ok', NULL)");
}

void BareRows::write_message(std::size_t conversation) {
    Chat& chat = chats_[conversation];
    const std::int64_t at = ++at_;
    run(with(event_, chat.conversation, ++chat.version, at, chat.actor, body));
    run(with(uncount_, chat.conversation));
    run(count_);
    run(with(inbox_, chat.conversation, chat.customer, at, chat.state, preview, began_at_, began_at_));
    run(with(text_, ++position_, message, chat.conversation));
    run(with(client_, chat.client, chat.customer, ++chat.command));
    run(with(outcome_, chat.client, chat.command));
}

sqlite3_stmt* BareRows::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr), SQLITE_OK);
    statements_.push_back(statement);
    return statement;
}

void BareRows::run(sqlite3_stmt* statement) {
    check(sqlite3_step(statement), SQLITE_DONE);
    sqlite3_reset(statement);
}

void BareRows::check(int result, int expected) {
    if (result != expected) throw std::runtime_error(sqlite3_errmsg(database_));
}

}  // namespace wrapup::bench
