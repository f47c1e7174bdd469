// What sets the channels apart. One row per channel; product behaviour that differs by channel is a column here.
#pragma once

#include "core/vocabulary.hpp"

namespace wrapup {

enum class Has : std::uint8_t { no, yes };

struct ChannelTraits {
    Channel channel;
    Group group;
    Has session;          // A chat or a call runs within the conversation, and can end on its own.
    Has owed_at_start;    // A reply is owed from the start, not from the first message.
    Has customer;         // Somebody is there to receive from and to reply to.
    Has answer_by_claim;  // What is owed is answered by claiming during the session: the call was picked up.
    Set<Role> started_by;
};

// clang-format off
inline constexpr std::array<ChannelTraits, static_cast<std::size_t>(Channel::count)> channels{{
    //                   group             session   owed      customer  by claim  started by
    {Channel::chat,      Group::messaging, Has::yes, Has::no,  Has::yes, Has::no,  role::customer},
    {Channel::email,     Group::mail,      Has::no,  Has::yes, Has::yes, Has::no,  role::customer | role::system},
    {Channel::call,      Group::voice,     Has::yes, Has::yes, Has::yes, Has::yes, role::customer | role::system},
    {Channel::voicemail, Group::mail,      Has::no,  Has::yes, Has::yes, Has::no,  role::customer | role::system},
    {Channel::sms,       Group::messaging, Has::no,  Has::yes, Has::yes, Has::no,  role::customer | role::system},
    {Channel::social,    Group::messaging, Has::no,  Has::yes, Has::yes, Has::no,  role::customer | role::system},
    {Channel::task,      Group::mail,      Has::no,  Has::no,  Has::no,  Has::no,  role::agents | role::system},
    {Channel::note,      Group::mail,      Has::no,  Has::no,  Has::no,  Has::no,  role::agents | role::system},
}};
// clang-format on

constexpr bool channels_are_in_order() {
    for (std::size_t i = 0; i < channels.size(); ++i)
        if (channels[i].channel != static_cast<Channel>(i) || channels[i].started_by.empty()) return false;
    return true;
}
static_assert(channels_are_in_order(), "channels: one full row per channel, in the order of Channel");

constexpr const ChannelTraits& traits(Channel channel) { return channels[static_cast<std::size_t>(channel)]; }

}  // namespace wrapup
