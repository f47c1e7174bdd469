// THE TABLE of the server: who may do what, and with what. Every route and every frame of a stream asks authorize(),
// and nobody else decides. What a command may do to a conversation is the rules' own table, core/rules.hpp.
#pragma once

#include <array>
#include <span>

#include "core/conversation.hpp"
#include "core/request.hpp"
#include "server/scope.hpp"

namespace wrapup::server {

enum class Action : std::uint8_t {
    open_page,
    sign_in,
    sign_out,
    use_link,
    arrive,
    leave,
    know_oneself,
    change_oneself,
    give_commands,
    open_stream,
    list_own_conversations,
    see_conversation,
    ask_as_customer,
    attach,
    deliver,
    deliver_into,
    work_in_inbox,
    hear_of_site,
    compare_states,
    read_customer,
    write_customer_note,
    remove_customer_note,
    read_canned_replies,
    write_canned_reply,
    switch_routing,
    read_reports,
    administer_agents,
    administer_sites,
    administer_policy,
    read_audit,
    count
};

// What an action is about.
enum class About : std::uint8_t {
    nothing,  // No object, or only the actor's own: there is none to name that could be another's.
    theirs,   // Something that is theirs to know of: of one of their sites, or, for customers, their own.
    public_,  // Nothing, and whoever asks need not say who they are.
};

struct Permission {
    Action action;
    Set<Role> by;
    About about;
    Set<Role> only_authors{};      // These may only do it to what they wrote themselves.
    std::optional<Scope> scope{};  // Without it, an API token does not open this.
};

namespace authorize_detail {
using namespace role;
inline constexpr auto anybody = every<Role>();
inline constexpr Set<Role> nobody{};

// clang-format off
inline constexpr std::array<Permission, static_cast<std::size_t>(Action::count)> table{{
    // action                        by                          about             only authors  scope
    {Action::open_page,              anybody,                    About::public_},
    {Action::sign_in,                anybody,                    About::public_},
    {Action::sign_out,               anybody,                    About::public_},
    {Action::use_link,               anybody,                    About::public_},
    {Action::arrive,                 anybody,                    About::public_},
    {Action::leave,                  customer,                   About::nothing},
    {Action::know_oneself,           agents | customer,          About::nothing},
    {Action::change_oneself,         agents,                     About::nothing},
    {Action::give_commands,          agents | customer,          About::nothing},
    {Action::open_stream,            agents | customer,          About::nothing},
    {Action::list_own_conversations, customer,                   About::nothing},
    {Action::see_conversation,       agents | customer,          About::theirs},
    {Action::ask_as_customer,        customer,                   About::theirs},
    {Action::attach,                 agents | customer | system, About::theirs,    nobody,             Scope::attach},
    {Action::deliver,                system,                     About::theirs,    nobody,             Scope::start},
    {Action::deliver_into,           system,                     About::theirs,    nobody,             Scope::receive},
    {Action::work_in_inbox,          agents,                     About::nothing},
    {Action::hear_of_site,           agents,                     About::theirs},
    {Action::compare_states,         agents,                     About::theirs},
    {Action::read_customer,          agents,                     About::theirs},
    {Action::write_customer_note,    agents,                     About::theirs},
    {Action::remove_customer_note,   agents,                     About::theirs,    only(Role::agent)},
    {Action::read_canned_replies,    agents,                     About::nothing},
    {Action::write_canned_reply,     supervisors,                About::theirs},
    {Action::switch_routing,         supervisors,                About::nothing},
    {Action::read_reports,           supervisors,                About::theirs},
    {Action::administer_agents,      admins,                     About::theirs},
    {Action::administer_sites,       admins,                     About::theirs},
    {Action::administer_policy,      admins,                     About::nothing},
    {Action::read_audit,             admins,                     About::nothing},
}};
// clang-format on

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].action != static_cast<Action>(i) || table[i].by.empty()) return false;
    return true;
}
constexpr bool tokens_have_scopes() {
    for (const Permission& row : table)
        if (row.by.has(Role::system) && row.about != About::public_ && !row.scope) return false;
    return true;
}
constexpr bool only_what_is_public_is_for_anybody() {
    for (const Permission& row : table)
        if (row.about == About::public_ && row.by != anybody) return false;
    return true;
}
static_assert(only_what_is_public_is_for_anybody(), "authorize: what is public is so for every role");
static_assert(tokens_have_scopes(), "authorize: what an API token opens has a scope");
static_assert(is_in_order(), "authorize: one row per action, in the order of Action");
}  // namespace authorize_detail

constexpr const Permission& permission_for(Action action) {
    return authorize_detail::table[static_cast<std::size_t>(action)];
}

constexpr bool is_for_anybody(Action action) { return permission_for(action).about == About::public_; }

// What is asked about: nothing of its own, so that ten thousand streams can be asked about one commit.
struct Object {
    std::span<const SiteId> sites{};        // Where it is.
    const std::string* customer = nullptr;  // Whose it is, where it is a customer's.
    const std::string* author = nullptr;    // Who wrote it, where that matters.
    bool is_of_all_sites = false;

    static Object of(const Conversation& conversation) {
        if (conversation.absent()) return {};
        return {{&conversation.site, 1}, &conversation.customer.value};
    }
    static Object of(const SiteId& site) { return {{&site, 1}}; }
    static Object of(std::span<const SiteId> sites) { return {sites}; }
};

enum class Ruling : std::uint8_t {
    granted,
    not_signed_in,
    wrong_role,
    out_of_scope,
    not_there,  // Not for them: there is nothing to tell it from what does not exist.
    not_the_author,
};

// Whether this may be asked for at all, before it is known with what. Null is somebody who has not said who they are;
// `scopes` are those of an API token, and nothing of anybody else.
Ruling authorize(const Actor* who, Action action, Set<Scope> scopes = every<Scope>());

// An object without sites is one that does not exist.
Ruling authorize(const Actor* who, Action action, const Object& object);

inline bool may(const Actor& who, Action action, const Object& object) {
    return authorize(&who, action, object) == Ruling::granted;
}
inline bool may_see(const Actor& who, const Conversation& conversation) {
    return may(who, Action::see_conversation, Object::of(conversation));
}

}  // namespace wrapup::server
