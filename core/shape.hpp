// Names for everything that crosses a boundary, written once.
//
// The JSON codec, the JavaScript conversion and the TypeScript declarations are all read off these shapes. The names
// are stored and sent: never renamed, only added to.
#pragma once

#include <string_view>
#include <tuple>

#include "core/available.hpp"
#include "core/event.hpp"
#include "core/explain.hpp"
#include "core/status.hpp"
#include "core/timers.hpp"

namespace wrapup {

// The enumerators' names in their order. One per enumerator, or it does not compile (see name_of).
template <class Enum>
inline constexpr std::array<std::string_view, 0> names{};

template <class Enum>
constexpr std::string_view name_of(Enum e) {
    static_assert(names<Enum>.size() == static_cast<std::size_t>(Enum::count), "one name per enumerator");
    return names<Enum>[static_cast<std::size_t>(e)];
}

template <class Struct, class Member>
struct Field {
    std::string_view name;
    Member Struct::*member;
};
template <class Struct, class Member>
Field(const char*, Member Struct::*) -> Field<Struct, Member>;

// A field that was added when there were values without it already: optional, or a list. It is left out where it holds
// nothing, so that what was stored or sent before stays as it is.
template <class Struct, class Member>
struct Added {
    std::string_view name;
    Member Struct::*member;
};
template <class Struct, class Member>
Added(const char*, Member Struct::*) -> Added<Struct, Member>;

template <class T>
inline constexpr bool is_added = false;
template <class Struct, class Member>
inline constexpr bool is_added<Added<Struct, Member>> = true;

template <class T>
bool holds_anything(const std::optional<T>& value) {
    return value.has_value();
}
template <class T>
bool holds_anything(const std::vector<T>& list) {
    return !list.empty();
}

// Whether this field of the value is to be written.
template <class F, class Struct>
bool is_told(const F& field, const Struct& value) {
    if constexpr (is_added<F>)
        return holds_anything(value.*field.member);
    else
        return true;
}

// Specialised for each struct below: its fields, and for a variant's alternatives the tag that tells them apart.
template <class T>
struct Shape;

template <class T>
concept Shaped = requires {
    Shape<T>::fields;
};

// clang-format off
template <> inline constexpr std::array<std::string_view, 5> names<Role>{"customer", "agent", "supervisor", "admin", "system"};
template <> inline constexpr std::array<std::string_view, 8> names<Channel>{"chat", "email", "call", "voicemail", "sms", "social", "task", "note"};
template <> inline constexpr std::array<std::string_view, 8> names<MediaType>{"image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "audio/mpeg", "audio/wav", "audio/ogg"};
template <> inline constexpr std::array<std::string_view, 3> names<Group>{"voice", "messaging", "mail"};
template <> inline constexpr std::array<std::string_view, 4> names<Status>{"new", "open", "waiting", "closed"};
template <> inline constexpr std::array<std::string_view, 2> names<Badge>{"open", "closed"};
template <> inline constexpr std::array<std::string_view, 1> names<Confirmation>{"reply_owed"};
template <> inline constexpr std::array<std::string_view, 1> names<Warning>{"over_capacity"};
template <> inline constexpr std::array<std::string_view, 2> names<Response>{"first", "next"};
template <> inline constexpr std::array<std::string_view, 3> names<ReopenMode>{"locked", "window", "always"};
template <> inline constexpr std::array<std::string_view, 2> names<Routing>{"claim", "push"};
template <> inline constexpr std::array<std::string_view, 2> names<AgentNames>{"shown", "hidden"};
template <> inline constexpr std::array<std::string_view, 5> names<PolicyFault>{"out_of_range", "unknown_topic", "twice", "invalid_text", "too_many"};
template <> inline constexpr std::array<std::string_view, 3> names<TimerKind>{"wake", "rejoin", "idle_end"};
template <> inline constexpr std::array<std::string_view, 13> names<Place>{"ownership", "primary", "primary_menu", "footer", "composer", "composer_menu", "note", "no_reply", "assignee", "snooze", "topics", "undo", "rating"};
template <> inline constexpr std::array<std::string_view, 24> names<ButtonId>{
    "claim", "take_over", "release", "close_and_next", "next", "close", "end_and_close", "end", "no_reply_needed", "reopen",
    "send", "send_and_close", "add_note", "send_message", "end_chat", "assign", "snooze", "wake", "set_topics", "undo_close",
    "send_close_and_next", "send_and_snooze", "rate", "reopen_chat"};
template <> inline constexpr std::array<std::string_view, 34> names<Rejection>{
    "not_permitted", "unknown_conversation", "already_started", "no_customer", "closed", "not_closed", "locked", "owned_by",
    "unowned", "not_owner", "unknown_agent", "no_active_session", "session_active", "unseen_message", "nothing_owed",
    "nothing_to_do", "reply_owed", "invalid_text", "empty", "too_long", "unavailable", "at_capacity", "nobody_waits",
    "topic_required", "unknown_topic", "not_closer", "undo_window_over", "snooze_in_past", "not_snoozed",
    "too_many_attachments", "unknown_attachment", "undo_window_open", "already_rated", "invalid_score"};

#define WRAPUP_TAG(name) static constexpr std::string_view tag = name

template <> struct Shape<Author>       { static constexpr std::tuple fields{Field{"role", &Author::role}, Field{"id", &Author::id}}; };
template <> struct Shape<Actor>        { static constexpr std::tuple fields{Field{"role", &Actor::role}, Field{"id", &Actor::id}, Field{"sites", &Actor::sites}, Field{"available", &Actor::available}, Field{"capacity", &Actor::capacity}, Field{"load", &Actor::load}}; };
template <> struct Shape<Attachment>   { static constexpr std::tuple fields{Field{"id", &Attachment::id}, Field{"name", &Attachment::name}, Field{"type", &Attachment::type}, Field{"bytes", &Attachment::bytes}, Field{"width", &Attachment::width}, Field{"height", &Attachment::height}, Field{"duration_ms", &Attachment::duration_ms}}; };
template <> struct Shape<ReopenPolicy> { static constexpr std::tuple fields{Field{"mode", &ReopenPolicy::mode}, Field{"window_ms", &ReopenPolicy::window_ms}}; };
template <> struct Shape<ResponseTimes> { static constexpr std::tuple fields{Field{"first_ms", &ResponseTimes::first_ms}, Field{"next_ms", &ResponseTimes::next_ms}}; };
template <> struct Shape<Policy> {
    static constexpr std::tuple fields{Field{"reopen", &Policy::reopen}, Field{"respond", &Policy::respond}, Field{"idle_end_ms", &Policy::idle_end_ms},
        Field{"rejoin_window_ms", &Policy::rejoin_window_ms}, Field{"undo_window_ms", &Policy::undo_window_ms}, Field{"topics", &Policy::topics},
        Field{"required_topics", &Policy::required_topics}, Field{"routing", &Policy::routing}, Field{"agent_names", &Policy::agent_names}};
};
template <> struct Shape<InvalidPolicy> { static constexpr std::tuple fields{Field{"field", &InvalidPolicy::field}, Field{"fault", &InvalidPolicy::fault}}; };
template <> struct Shape<PolicyVersion> { static constexpr std::tuple fields{Field{"from", &PolicyVersion::from}, Field{"policy", &PolicyVersion::policy}}; };

template <> struct Shape<phase::Absent>     { WRAPUP_TAG("absent");     static constexpr std::tuple<> fields{}; };
template <> struct Shape<phase::Open>       { WRAPUP_TAG("open");       static constexpr std::tuple<> fields{}; };
template <> struct Shape<phase::Closed>     { WRAPUP_TAG("closed");     static constexpr std::tuple fields{Field{"by", &phase::Closed::by}, Field{"at", &phase::Closed::at}, Field{"session_since", &phase::Closed::session_since}, Field{"session_left_at", &phase::Closed::session_left_at}}; };
template <> struct Shape<session::None>     { WRAPUP_TAG("none");       static constexpr std::tuple<> fields{}; };
template <> struct Shape<session::Active>   { WRAPUP_TAG("active");     static constexpr std::tuple fields{Field{"since", &session::Active::since}, Field{"left_at", &session::Active::left_at}}; };
template <> struct Shape<session::Ended>    { WRAPUP_TAG("ended");      static constexpr std::tuple fields{Field{"by", &session::Ended::by}, Field{"at", &session::Ended::at}}; };
template <> struct Shape<answer::None>      { WRAPUP_TAG("none");       static constexpr std::tuple<> fields{}; };
template <> struct Shape<answer::Owed>      { WRAPUP_TAG("owed");       static constexpr std::tuple fields{Field{"since", &answer::Owed::since}, Field{"response", &answer::Owed::response}}; };
template <> struct Shape<answer::Given>     { WRAPUP_TAG("given");      static constexpr std::tuple fields{Field{"at", &answer::Given::at}}; };
template <> struct Shape<answer::NotNeeded> { WRAPUP_TAG("not_needed"); static constexpr std::tuple fields{Field{"at", &answer::NotNeeded::at}}; };
template <> struct Shape<snooze::None>       { WRAPUP_TAG("none");        static constexpr std::tuple<> fields{}; };
template <> struct Shape<snooze::UntilReply> { WRAPUP_TAG("until_reply"); static constexpr std::tuple<> fields{}; };
template <> struct Shape<snooze::Until>      { WRAPUP_TAG("until");       static constexpr std::tuple fields{Field{"at", &snooze::Until::at}}; };
template <> struct Shape<ReadMark>           { static constexpr std::tuple fields{Field{"reader", &ReadMark::reader}, Field{"up_to", &ReadMark::up_to}}; };
template <> struct Shape<Conversation> {
    static constexpr std::tuple fields{Field{"version", &Conversation::version}, Field{"site", &Conversation::site}, Field{"channel", &Conversation::channel},
        Field{"customer", &Conversation::customer}, Field{"linked_to", &Conversation::linked_to}, Field{"started_at", &Conversation::started_at},
        Field{"phase", &Conversation::phase}, Field{"session", &Conversation::session}, Field{"answer", &Conversation::answer},
        Field{"snoozing", &Conversation::snoozing}, Field{"owner", &Conversation::owner}, Field{"had_owner", &Conversation::had_owner},
        Field{"had_reply", &Conversation::had_reply}, Field{"customer_wrote_at", &Conversation::customer_wrote_at},
        Field{"topics", &Conversation::topics}, Added{"score", &Conversation::score}, Field{"reads", &Conversation::reads}};
};

template <> struct Shape<Start>         { WRAPUP_TAG("start");           static constexpr std::tuple fields{Field{"site", &Start::site}, Field{"channel", &Start::channel}, Field{"customer", &Start::customer}, Field{"linked_to", &Start::linked_to}}; };
template <> struct Shape<Claim>         { WRAPUP_TAG("claim");           static constexpr std::tuple<> fields{}; };
template <> struct Shape<Release>       { WRAPUP_TAG("release");         static constexpr std::tuple<> fields{}; };
template <> struct Shape<Assign>        { WRAPUP_TAG("assign");          static constexpr std::tuple fields{Field{"agent", &Assign::agent}}; };
template <> struct Shape<Receive>       { WRAPUP_TAG("receive");         static constexpr std::tuple fields{Field{"text", &Receive::text}, Added{"attachments", &Receive::attachments}}; };
template <> struct Shape<Reply>         { WRAPUP_TAG("reply");           static constexpr std::tuple fields{Field{"text", &Reply::text}, Added{"attachments", &Reply::attachments}}; };
template <> struct Shape<AddNote>       { WRAPUP_TAG("add_note");        static constexpr std::tuple fields{Field{"text", &AddNote::text}}; };
template <> struct Shape<NoReplyNeeded> { WRAPUP_TAG("no_reply_needed"); static constexpr std::tuple<> fields{}; };
template <> struct Shape<End>           { WRAPUP_TAG("end");             static constexpr std::tuple fields{Field{"if_active", &End::if_active}}; };
template <> struct Shape<Close>         { WRAPUP_TAG("close");           static constexpr std::tuple<> fields{}; };
template <> struct Shape<Reopen>        { WRAPUP_TAG("reopen");          static constexpr std::tuple<> fields{}; };
template <> struct Shape<UndoClose>     { WRAPUP_TAG("undo_close");      static constexpr std::tuple<> fields{}; };
template <> struct Shape<Snooze>        { WRAPUP_TAG("snooze");          static constexpr std::tuple fields{Field{"until", &Snooze::until}}; };
template <> struct Shape<Wake>          { WRAPUP_TAG("wake");            static constexpr std::tuple<> fields{}; };
template <> struct Shape<SetTopics>     { WRAPUP_TAG("set_topics");      static constexpr std::tuple fields{Field{"topics", &SetTopics::topics}}; };
template <> struct Shape<MarkRead>      { WRAPUP_TAG("mark_read");       static constexpr std::tuple fields{Field{"up_to", &MarkRead::up_to}}; };
template <> struct Shape<Left>          { WRAPUP_TAG("left");            static constexpr std::tuple<> fields{}; };
template <> struct Shape<Returned>      { WRAPUP_TAG("returned");        static constexpr std::tuple<> fields{}; };
template <> struct Shape<Rate>          { WRAPUP_TAG("rate");            static constexpr std::tuple fields{Field{"score", &Rate::score}, Field{"text", &Rate::text}}; };
template <> struct Shape<Identify>      { WRAPUP_TAG("identify");        static constexpr std::tuple fields{Field{"customer", &Identify::customer}}; };
template <> struct Shape<Next>          { WRAPUP_TAG("next");            static constexpr std::tuple<> fields{}; };

template <> struct Shape<Started>             { WRAPUP_TAG("started");                static constexpr std::tuple fields{Field{"site", &Started::site}, Field{"channel", &Started::channel}, Field{"customer", &Started::customer}, Field{"linked_to", &Started::linked_to}, Field{"reply_owed", &Started::reply_owed}}; };
template <> struct Shape<SessionStarted>      { WRAPUP_TAG("session_started");        static constexpr std::tuple<> fields{}; };
template <> struct Shape<Claimed>             { WRAPUP_TAG("claimed");                static constexpr std::tuple<> fields{}; };
template <> struct Shape<Released>            { WRAPUP_TAG("released");               static constexpr std::tuple<> fields{}; };
template <> struct Shape<Assigned>            { WRAPUP_TAG("assigned");               static constexpr std::tuple fields{Field{"agent", &Assigned::agent}}; };
template <> struct Shape<MessageReceived>     { WRAPUP_TAG("message_received");       static constexpr std::tuple fields{Field{"text", &MessageReceived::text}, Added{"attachments", &MessageReceived::attachments}}; };
template <> struct Shape<Replied>             { WRAPUP_TAG("replied");                static constexpr std::tuple fields{Field{"text", &Replied::text}, Field{"settles", &Replied::settles}, Added{"seen", &Replied::seen}, Added{"attachments", &Replied::attachments}}; };
template <> struct Shape<NoteAdded>           { WRAPUP_TAG("note_added");             static constexpr std::tuple fields{Field{"text", &NoteAdded::text}}; };
template <> struct Shape<MarkedNoReplyNeeded> { WRAPUP_TAG("marked_no_reply_needed"); static constexpr std::tuple<> fields{}; };
template <> struct Shape<SessionEnded>        { WRAPUP_TAG("session_ended");          static constexpr std::tuple<> fields{}; };
template <> struct Shape<Closed>              { WRAPUP_TAG("closed");                 static constexpr std::tuple fields{Field{"session_since", &Closed::session_since}, Field{"session_left_at", &Closed::session_left_at}}; };
template <> struct Shape<Reopened>            { WRAPUP_TAG("reopened");               static constexpr std::tuple fields{Field{"owner", &Reopened::owner}}; };
template <> struct Shape<CloseUndone>         { WRAPUP_TAG("close_undone");           static constexpr std::tuple<> fields{}; };
template <> struct Shape<Snoozed>             { WRAPUP_TAG("snoozed");                static constexpr std::tuple fields{Field{"until", &Snoozed::until}}; };
template <> struct Shape<Woken>               { WRAPUP_TAG("woken");                  static constexpr std::tuple<> fields{}; };
template <> struct Shape<TopicsSet>           { WRAPUP_TAG("topics_set");             static constexpr std::tuple fields{Field{"topics", &TopicsSet::topics}}; };
template <> struct Shape<MarkedRead>          { WRAPUP_TAG("marked_read");            static constexpr std::tuple fields{Field{"up_to", &MarkedRead::up_to}}; };
template <> struct Shape<CustomerLeft>        { WRAPUP_TAG("customer_left");          static constexpr std::tuple<> fields{}; };
template <> struct Shape<CustomerReturned>    { WRAPUP_TAG("customer_returned");      static constexpr std::tuple<> fields{}; };
template <> struct Shape<Rated>               { WRAPUP_TAG("rated");                  static constexpr std::tuple fields{Field{"score", &Rated::score}, Field{"text", &Rated::text}}; };
template <> struct Shape<Identified>          { WRAPUP_TAG("identified");             static constexpr std::tuple fields{Field{"customer", &Identified::customer}}; };

template <> struct Shape<Event>        { static constexpr std::tuple fields{Field{"version", &Event::version}, Field{"at", &Event::at}, Field{"by", &Event::by}, Field{"fact", &Event::fact}}; };
template <> struct Shape<Availability> { static constexpr std::tuple fields{Field{"place", &Availability::place}, Field{"button", &Availability::button}, Field{"rejection", &Availability::rejection}, Field{"asks", &Availability::asks}, Field{"warns", &Availability::warns}}; };
template <> struct Shape<Payload>      { static constexpr std::tuple fields{Field{"text", &Payload::text}, Field{"agent", &Payload::agent}, Field{"snooze_until", &Payload::snooze_until}, Field{"topics", &Payload::topics}, Added{"attachments", &Payload::attachments}, Field{"score", &Payload::score}}; };
template <> struct Shape<Timer>        { static constexpr std::tuple fields{Field{"at", &Timer::at}, Field{"kind", &Timer::kind}}; };
template <> struct Shape<Explanation>  { static constexpr std::tuple fields{Field{"at", &Explanation::at}, Field{"state", &Explanation::state}, Field{"status", &Explanation::status}, Field{"due", &Explanation::due}, Field{"buttons", &Explanation::buttons}}; };
template <> struct Shape<History>      { static constexpr std::tuple fields{Field{"policies", &History::policies}, Field{"colleagues", &History::colleagues}, Field{"events", &History::events}}; };

#undef WRAPUP_TAG
// clang-format on

}  // namespace wrapup
