// THE TABLE: who may give which command, and what refuses it. The whole permission model is in here.
//
// A row reads: this command, by these roles, is refused for the first of these reasons that holds. What each reason
// means is one function, holds() in refusal.cpp; what can be wrong with a command itself is another, faults_of().
// Before the row, always: not_permitted (the role is not in the row), then unknown_conversation.
#pragma once

#include <initializer_list>

#include "core/command.hpp"
#include "core/rejection.hpp"
#include "core/shape.hpp"

namespace wrapup {

struct Rule {
    static constexpr std::size_t reasons_max = 8;

    std::string_view command;
    Set<Role> by;
    Set<Role> need_not_own;  // For these roles `not_owner` never holds.
    std::array<Rejection, reasons_max> refused_when{};
    std::size_t reasons = 0;
    bool starts = false;  // It is for a conversation that is not there yet.

    constexpr Rule(std::string_view command_, Set<Role> by_, Set<Role> need_not_own_,
                   std::initializer_list<Rejection> reasons_)
        : command(command_), by(by_), need_not_own(need_not_own_) {
        for (const Rejection reason : reasons_) {
            refused_when[reasons++] = reason;
            starts = starts || reason == Rejection::already_started;
        }
    }
};

namespace rules_detail {
using namespace role;
using R = Rejection;
inline constexpr Set<Role> nobody{};
inline constexpr auto anybody = every<Role>();

// clang-format off
inline constexpr std::array<Rule, std::variant_size_v<Command>> table{{
    // command           by                                need not own                      refused when (the first that holds)
    {"start",            anybody,                          anybody,                          {R::already_started}},
    {"claim",            agents,                           agents,                           {R::closed, R::owned_by}},
    {"release",          agents,                           nobody,                           {R::closed, R::not_owner}},
    {"assign",           agents | system,                  supervisors | system,             {R::closed, R::not_owner, R::unknown_agent}},
    {"receive",          customer,                         customer,                         {R::no_customer, R::locked, R::invalid_text, R::empty, R::too_long, R::too_many_attachments}},
    {"reply",            agents,                           nobody,                           {R::no_customer, R::closed, R::unowned, R::not_owner, R::invalid_text, R::empty, R::too_long, R::too_many_attachments}},
    {"add_note",         agents,                           agents,                           {R::invalid_text, R::empty, R::too_long}},
    {"no_reply_needed",  agents,                           nobody,                           {R::closed, R::not_owner, R::unseen_message, R::nothing_owed}},
    {"end",              agents | customer | system,       customer | system,                {R::closed, R::not_owner, R::no_active_session}},
    {"close",            agents | system,                  system,                           {R::not_owner, R::session_active, R::topic_required, R::unseen_message, R::reply_owed}},
    {"reopen",           agents | customer,                anybody,                          {R::not_closed, R::locked}},
    {"undo_close",       agents,                           agents,                           {R::not_closed, R::not_closer, R::undo_window_over}},
    {"snooze",           agents,                           nobody,                           {R::closed, R::not_owner, R::snooze_in_past}},
    {"wake",             agents | system,                  system,                           {R::closed, R::not_owner, R::not_snoozed}},
    {"set_topics",       agents,                           agents,                           {R::unknown_topic}},
    {"mark_read",        agents | customer,                anybody,                          {}},
    {"left",             system,                           system,                           {R::no_active_session}},
    {"returned",         system,                           system,                           {R::no_active_session}},
    {"rate",             customer,                         customer,                         {R::not_closed, R::undo_window_open, R::already_rated, R::invalid_score, R::invalid_text, R::too_long}},
    {"identify",         system,                           system,                           {R::no_customer}},
    {"next",             agents,                           agents,                           {R::unavailable, R::at_capacity, R::nobody_waits}},
}};
// clang-format on

template <class... Commands>
constexpr bool has_a_row_for_each(std::type_identity<std::variant<Commands...>>) {
    std::size_t row = 0;
    return ((table[row++].command == Shape<Commands>::tag) && ...);
}
static_assert(has_a_row_for_each(std::type_identity<Command>{}), "rules: one row per command, in the order of Command");
}  // namespace rules_detail

inline constexpr const auto& rules = rules_detail::table;

// The row of a kind of command, as in rule_of<Close>().
template <class Kind>
constexpr const Rule& rule_of() {
    constexpr std::size_t row = [] {
        std::size_t i = 0;
        while (rules[i].command != Shape<Kind>::tag) ++i;
        return i;
    }();
    return rules[row];
}

}  // namespace wrapup
