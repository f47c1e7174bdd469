// What the server tells, beyond the words of the rules: rows of lists, outcomes of commands.
#pragma once

#include "server/attributes.hpp"
#include "server/preferences.hpp"

namespace wrapup::server {

// The how-manieth event of the whole log (from 1); 0 before the first.
using Position = std::int64_t;

// One browser's outbox. Its commands are numbered from 1 without gaps.
using ClientId = Id<struct ClientTag>;

struct StoredEvent {
    Position position = 0;
    ConversationId conversation;
    Event event;
    // In patches to agents, of the rules' state after it (core/digest.hpp); none where nobody has looked at that.
    std::optional<std::uint32_t> digest{};
};

struct Named {  // A customer or a site: what people call it.
    std::string id;
    std::string name;
};

struct Preview {  // The last thing that was said, never a note.
    static constexpr std::size_t code_points_max = 160;
    Role by = Role::customer;
    std::string text;
};

struct Row {  // A conversation in a list.
    ConversationId conversation;
    Conversation state;
    Named customer;  // Empty on channels without one.
    std::optional<Preview> preview;
    Time activity_at;
};

struct Snippet {  // A stretch of a text that was searched.
    std::string text;
    bool hit = false;
};

struct Hit {  // A conversation in which something was found.
    Row row;
    std::vector<Snippet> snippet;
};

// How many conversations there are in each view.
struct Counts {  // Those that are snoozed are in no other view.
    std::int64_t open = 0;
    std::int64_t unassigned = 0;
    std::int64_t mine = 0;
    std::int64_t waiting = 0;
    std::int64_t snoozed = 0;
    std::int64_t closed = 0;
    bool operator==(const Counts&) const = default;

    Counts& operator+=(const Counts& more) {
        open += more.open;
        unassigned += more.unassigned;
        mine += more.mine;
        waiting += more.waiting;
        snoozed += more.snoozed;
        closed += more.closed;
        return *this;
    }
};

// Those of one channel on one site.
struct Counted {
    SiteId site;
    Channel channel = Channel::chat;
    Counts counts;
};

struct Colleague {
    Actor actor;
    std::string name;
};

struct Me {
    Actor actor;
    std::string name;
    std::optional<std::string> email;
    std::vector<Colleague> colleagues;
    std::vector<Named> sites;
    Policy policy;
    std::optional<Preferences> preferences;  // Of an agent.
    std::vector<Named> topic_names;          // For agents: see store/topic_names.hpp.
};

struct CustomerCard {  // What agents see beside a conversation.
    CustomerId id;
    std::string name;
    std::string page;
    std::string locale;
    std::string referrer;
    std::string time_zone;
    std::string device;
    std::string email;
    bool verified = false;  // Their site vouches for their name and e-mail.
    Attributes attributes;  // Which nobody vouches for.
    Time created_at;
    std::vector<Row> conversations;  // The customer's others.
};

// What became of a command: "ok", the name of a rejection, or "newer_client" (we cannot read it; a newer server might).
struct Outcome {
    std::int64_t n = 0;
    std::string code;
    Json detail;  // Null where there is nothing to add.
};

template <>
struct Codec<Outcome> {
    static Json to(const Outcome& outcome) {
        Json json{{"n", outcome.n}, {"code", outcome.code}};
        if (!outcome.detail.is_null()) json["detail"] = outcome.detail;
        return json;
    }
};

template <>
struct Codec<StoredEvent> {
    static Json to(const StoredEvent& stored) {
        Json json{{"position", stored.position},
                  {"conversation", encode(stored.conversation)},
                  {"event", encode(stored.event)}};
        if (stored.digest) json["digest"] = *stored.digest;
        return json;
    }
};

}  // namespace wrapup::server

namespace wrapup {

// clang-format off
template <> struct Shape<server::Named>        { using T = server::Named;        static constexpr std::tuple fields{Field{"id", &T::id}, Field{"name", &T::name}}; };
template <> struct Shape<server::Preview>      { using T = server::Preview;      static constexpr std::tuple fields{Field{"by", &T::by}, Field{"text", &T::text}}; };
template <> struct Shape<server::Row>          { using T = server::Row;          static constexpr std::tuple fields{Field{"conversation", &T::conversation}, Field{"state", &T::state}, Field{"customer", &T::customer}, Field{"preview", &T::preview}, Field{"activity_at", &T::activity_at}}; };
template <> struct Shape<server::Snippet>      { using T = server::Snippet;      static constexpr std::tuple fields{Field{"text", &T::text}, Field{"hit", &T::hit}}; };
template <> struct Shape<server::Hit>          { using T = server::Hit;          static constexpr std::tuple fields{Field{"row", &T::row}, Field{"snippet", &T::snippet}}; };
template <> struct Shape<server::Counts>       { using T = server::Counts;       static constexpr std::tuple fields{Field{"open", &T::open}, Field{"unassigned", &T::unassigned}, Field{"mine", &T::mine}, Field{"waiting", &T::waiting}, Field{"snoozed", &T::snoozed}, Field{"closed", &T::closed}}; };
template <> struct Shape<server::Counted>      { using T = server::Counted;      static constexpr std::tuple fields{Field{"site", &T::site}, Field{"channel", &T::channel}, Field{"counts", &T::counts}}; };
template <> struct Shape<server::Colleague>    { using T = server::Colleague;    static constexpr std::tuple fields{Field{"actor", &T::actor}, Field{"name", &T::name}}; };
template <> struct Shape<server::Me>           { using T = server::Me;           static constexpr std::tuple fields{Field{"actor", &T::actor}, Field{"name", &T::name}, Field{"email", &T::email}, Field{"colleagues", &T::colleagues}, Field{"sites", &T::sites}, Field{"policy", &T::policy}, Field{"preferences", &T::preferences}, Field{"topic_names", &T::topic_names}}; };
template <> struct Shape<server::CustomerCard> { using T = server::CustomerCard; static constexpr std::tuple fields{Field{"id", &T::id}, Field{"name", &T::name}, Field{"page", &T::page}, Field{"locale", &T::locale}, Field{"referrer", &T::referrer}, Field{"time_zone", &T::time_zone}, Field{"device", &T::device}, Field{"email", &T::email}, Field{"verified", &T::verified}, Field{"attributes", &T::attributes}, Field{"created_at", &T::created_at}, Field{"conversations", &T::conversations}}; };
// clang-format on

}  // namespace wrapup
