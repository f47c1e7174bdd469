// THE OTHER TABLE: which buttons there are, which commands each runs, and where it stands on which channel.
#pragma once

#include <initializer_list>

#include "core/channel.hpp"

namespace wrapup {

enum class ButtonId : std::uint8_t {
    claim,
    take_over,
    release,
    close_and_next,
    next,
    close,
    end_and_close,
    end,
    no_reply_needed,
    reopen,
    send,
    send_and_close,
    add_note,
    send_message,
    end_chat,
    assign,
    snooze,
    wake,
    set_topics,
    undo_close,
    send_close_and_next,
    send_and_snooze,
    rate,
    reopen_chat,
    count
};

// What a button runs, one step after the other.
enum class Step : std::uint8_t {
    claim,
    assign_to_me,
    release,
    receive,
    reply,
    add_note,
    no_reply_needed,
    end,
    end_if_active,  // In brackets in product language: it runs only where a session is active.
    close,
    reopen,
    next,  // Gives the agent another conversation once the steps before it are done.
    assign,
    snooze,
    wake,
    set_topics,
    undo_close,
    rate,
    count
};

// While a conversation is in the other phase, the button is not there at all.
enum class Shown : std::uint8_t { while_open, while_closed, always };

struct Button {
    static constexpr std::size_t steps_max = 4;

    ButtonId id;
    Set<Role> of;
    Shown shown;
    std::array<Step, steps_max> steps{};
    std::size_t step_count = 0;

    constexpr Button(ButtonId id_, Set<Role> of_, Shown shown_, std::initializer_list<Step> steps_)
        : id(id_), of(of_), shown(shown_) {
        for (const Step step : steps_) steps[step_count++] = step;
    }
};

// Where a button stands. A place never moves. In a single place one button stands at a time: the first that is enabled,
// else the first. In a list all stand, in the order of the table.
enum class Place : std::uint8_t {
    ownership,      // Header, single: whose conversation this is.
    primary,        // Header, single.
    primary_menu,   // Its menu, a list.
    footer,         // Single: below the transcript of a closed conversation.
    composer,       // Single: sends what was written.
    composer_menu,  // Its menu, a list.
    note,           // Single: the composer's other tab.
    no_reply,       // Header, single: nothing is to be followed up.
    assignee,       // Header, single: whom to hand the conversation to.
    snooze,         // Header, a list: out of the queue, and back.
    topics,         // Beside the transcript, single: what the conversation is about.
    undo,           // Single: there while a close can be undone.
    rating,         // Single: below a closed conversation, what the customer says of it.
    count
};

struct Placement {
    Place place;
    Set<Channel> on;
    ButtonId button;
};

namespace buttons_detail {
using B = ButtonId;
using P = Place;
using S = Step;

inline constexpr auto any = every<Channel>();
inline constexpr auto chat = only(Channel::chat);
inline constexpr auto voicemail = only(Channel::voicemail);
inline constexpr auto others = any - (chat | voicemail);
inline constexpr auto with_customer = any - (only(Channel::task) | only(Channel::note));

// clang-format off
inline constexpr std::array<Button, static_cast<std::size_t>(ButtonId::count)> buttons{{
    // button            of                 shown                runs
    {B::claim,           role::agents,      Shown::while_open,   {S::claim}},
    {B::take_over,       role::supervisors, Shown::while_open,   {S::assign_to_me}},
    {B::release,         role::agents,      Shown::while_open,   {S::release}},
    {B::close_and_next,  role::agents,      Shown::while_open,   {S::end_if_active, S::close, S::next}},
    {B::next,            role::agents,      Shown::while_open,   {S::next}},
    {B::close,           role::agents,      Shown::while_open,   {S::end_if_active, S::close}},
    {B::end_and_close,   role::agents,      Shown::while_open,   {S::end_if_active, S::close}},
    {B::end,             role::agents,      Shown::while_open,   {S::end}},
    {B::no_reply_needed, role::agents,      Shown::while_open,   {S::no_reply_needed, S::end_if_active}},
    {B::reopen,          role::agents,      Shown::while_closed, {S::reopen}},
    {B::send,            role::agents,      Shown::while_open,   {S::reply}},
    {B::send_and_close,  role::agents,      Shown::while_open,   {S::reply, S::end_if_active, S::close}},
    {B::add_note,        role::agents,      Shown::always,       {S::add_note}},
    {B::send_message,    role::customer,    Shown::always,       {S::receive}},
    {B::end_chat,        role::customer,    Shown::while_open,   {S::end}},
    {B::assign,          role::agents,      Shown::while_open,   {S::assign}},
    {B::snooze,          role::agents,      Shown::while_open,   {S::snooze}},
    {B::wake,            role::agents,      Shown::while_open,   {S::wake}},
    {B::set_topics,      role::agents,      Shown::always,       {S::set_topics}},
    {B::undo_close,      role::agents,      Shown::while_closed, {S::undo_close}},
    {B::send_close_and_next, role::agents,  Shown::while_open,   {S::reply, S::end_if_active, S::close, S::next}},
    {B::send_and_snooze, role::agents,      Shown::while_open,   {S::reply, S::snooze}},
    {B::rate,            role::customer,    Shown::while_closed, {S::rate}},
    {B::reopen_chat,     role::customer,    Shown::while_closed, {S::reopen}},
}};

inline constexpr std::array placements{
    //         place             on             button
    Placement{P::ownership,      any,           B::claim},
    Placement{P::ownership,      any,           B::release},
    Placement{P::ownership,      any,           B::take_over},
    Placement{P::primary,        others,        B::close_and_next},
    Placement{P::primary,        voicemail,     B::next},
    Placement{P::primary,        chat,          B::end_and_close},
    Placement{P::primary_menu,   others,        B::next},
    Placement{P::primary_menu,   voicemail,     B::close_and_next},
    Placement{P::primary_menu,   others | voicemail, B::close},
    Placement{P::primary_menu,   chat,          B::end},
    Placement{P::footer,         any,           B::reopen},
    Placement{P::composer,       with_customer, B::send},
    Placement{P::composer_menu,  with_customer, B::send_and_close},
    Placement{P::composer_menu,  with_customer, B::send_close_and_next},
    Placement{P::composer_menu,  with_customer, B::send_and_snooze},
    Placement{P::note,           any,           B::add_note},
    Placement{P::composer,       with_customer, B::send_message},
    Placement{P::primary_menu,   chat,          B::end_chat},
    Placement{P::no_reply,       with_customer, B::no_reply_needed},
    Placement{P::assignee,       any,           B::assign},
    Placement{P::snooze,         any,           B::snooze},
    Placement{P::snooze,         any,           B::wake},
    Placement{P::topics,         any,           B::set_topics},
    Placement{P::undo,           any,           B::undo_close},
    Placement{P::rating,         with_customer, B::rate},
    Placement{P::footer,         with_customer, B::reopen_chat},
};
// clang-format on

constexpr bool buttons_are_in_order() {
    for (std::size_t i = 0; i < buttons.size(); ++i)
        if (buttons[i].id != static_cast<ButtonId>(i) || buttons[i].step_count == 0) return false;
    return true;
}
static_assert(buttons_are_in_order(), "buttons: one full row per button, in the order of ButtonId");
}  // namespace buttons_detail

inline constexpr const auto& buttons = buttons_detail::buttons;
inline constexpr const auto& placements = buttons_detail::placements;

constexpr const Button& button(ButtonId id) { return buttons[static_cast<std::size_t>(id)]; }

}  // namespace wrapup
