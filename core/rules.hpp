// THE TABLE: who may give which command, and what refuses it. The whole permission model is in here.
//
// A row reads: this command, by these roles, is refused for the first of these reasons that holds. What each reason
// means is one function, holds() in refusal.cpp. Before the row, always: not_permitted (the role is not in the row),
// then unknown_conversation.
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

    constexpr Rule(std::string_view command_, Set<Role> by_, Set<Role> need_not_own_,
                   std::initializer_list<Rejection> reasons_)
        : command(command_), by(by_), need_not_own(need_not_own_) {
        for (const Rejection reason : reasons_) refused_when[reasons++] = reason;
    }
};

namespace rules_detail {
using R = Rejection;
inline constexpr Set<Role> nobody{};
inline constexpr auto anybody = every<Role>();

// clang-format off
inline constexpr std::array<Rule, std::variant_size_v<Command>> table{{
    // command           by                                           need not own                      refused when (the first that holds)
    {"start",            anybody,                                     anybody,                          {R::already_started}},
    {"claim",            role::agents,                                role::agents,                     {R::closed, R::owned_by}},
    {"release",          role::agents,                                nobody,                           {R::closed, R::not_owner}},
    {"assign",           role::agents,                                role::supervisors,                {R::closed, R::not_owner, R::unknown_agent}},
    {"receive",          role::customer,                              role::customer,                   {R::no_customer, R::locked, R::invalid_text, R::empty, R::too_long}},
    {"reply",            role::agents,                                nobody,                           {R::no_customer, R::closed, R::unowned, R::not_owner, R::invalid_text, R::empty, R::too_long}},
    {"add_note",         role::agents,                                role::agents,                     {R::invalid_text, R::empty, R::too_long}},
    {"no_reply_needed",  role::agents,                                nobody,                           {R::closed, R::not_owner, R::unseen_message, R::nothing_owed}},
    {"end",              role::agents | role::customer | role::system, role::customer | role::system,   {R::closed, R::not_owner, R::no_active_session}},
    {"close",            role::agents | role::system,                 role::system,                     {R::not_owner, R::session_active, R::unseen_message, R::reply_owed}},
    {"reopen",           role::agents | role::customer,               anybody,                          {R::not_closed, R::locked}},
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

}  // namespace wrapup
