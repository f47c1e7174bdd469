// For whom the rules are compiled: for everybody, but on a visitor's page for customers alone. The rules are the same.
// What no customer may ask for and what none is told of does not occur there, and what would come of it is left out.
#pragma once

#include <type_traits>
#include <variant>

#include "core/event.hpp"
#include "core/rules.hpp"

namespace wrapup {

#ifdef WRAPUP_FOR_CUSTOMERS
inline constexpr Set<Role> audience = role::customer;
#else
inline constexpr Set<Role> audience = every<Role>();
#endif

// The facts that are the house's own business; see visible.hpp for what is told of the others.
template <class T>
inline constexpr bool is_told_to_customers = true;
template <>
inline constexpr bool is_told_to_customers<NoteAdded> = false;
template <>
inline constexpr bool is_told_to_customers<MarkedNoReplyNeeded> = false;
template <>
inline constexpr bool is_told_to_customers<Snoozed> = false;
template <>
inline constexpr bool is_told_to_customers<Woken> = false;
template <>
inline constexpr bool is_told_to_customers<TopicsSet> = false;
template <>
inline constexpr bool is_told_to_customers<CustomerLeft> = false;
template <>
inline constexpr bool is_told_to_customers<CustomerReturned> = false;

// Whether this alternative of the variant can be there, with this audience.
template <class T, class Variant>
inline constexpr bool occurs = true;
template <class T>
inline constexpr bool occurs<T, Command> = rule_of<T>().by - audience != rule_of<T>().by;
template <class T>
inline constexpr bool occurs<T, Fact> = audience != role::customer || is_told_to_customers<T>;

// Like std::visit, for commands and facts: a handler for each is needed all the same. One after the other is tried,
// which is less code than the table of functions that std::visit makes, and compilers know what to make of it.
template <std::size_t index = 0, class Handler, class Variant>
auto visit_occurring(const Handler& handle, const Variant& value)
    -> std::invoke_result_t<Handler, const std::variant_alternative_t<0, Variant>&> {
    if constexpr (index == std::variant_size_v<Variant>) {
        __builtin_unreachable();
    } else {
        if constexpr (occurs<std::variant_alternative_t<index, Variant>, Variant>)
            if (value.index() == index) return handle(*std::get_if<index>(&value));
        return visit_occurring<index + 1>(handle, value);
    }
}

}  // namespace wrapup
