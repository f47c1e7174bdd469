// The words of the domain: who acts, when, through which channel, and under which names.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/set.hpp"

namespace wrapup {

// Milliseconds since 1970 in UTC, by the server's clock. The width is spelled out, since it is not the same in wasm.
using Milliseconds = std::chrono::duration<std::int64_t, std::milli>;
using Time = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;

// The number of events in a conversation so far; 0 before its first.
using Version = std::uint32_t;

// A name that cannot be mistaken for another kind of name.
template <class Tag>
struct Id {
    std::string value;
    bool operator==(const Id&) const = default;
};
using AgentId = Id<struct AgentTag>;
using CustomerId = Id<struct CustomerTag>;
using ConversationId = Id<struct ConversationTag>;
using SiteId = Id<struct SiteTag>;
using TopicId = Id<struct TopicTag>;
using AttachmentId = Id<struct AttachmentTag>;

// A visitor is a customer on the widget. The system acts for timers, channels and routing.
enum class Role : std::uint8_t { customer, agent, supervisor, admin, system, count };

namespace role {
inline constexpr auto customer = only(Role::customer);
inline constexpr auto system = only(Role::system);
inline constexpr auto admins = only(Role::admin);
inline constexpr auto supervisors = only(Role::supervisor) | admins;
inline constexpr auto agents = only(Role::agent) | supervisors;
}  // namespace role

enum class Channel : std::uint8_t { chat, email, call, voicemail, sms, social, task, note, count };

// Channels that are staffed and counted together.
enum class Group : std::uint8_t { voice, messaging, mail, count };

// How many conversations an agent handles at once, in each group; none: as many as there are.
using Capacity = Each<Group, std::optional<std::uint32_t>>;
inline constexpr Capacity default_capacity{{1u, 5u, std::nullopt}};

// What files can be. Nobody is believed about it: the server looks at the bytes.
enum class MediaType : std::uint8_t { png, jpeg, gif, webp, pdf, mp3, wav, ogg, count };

// A file that goes with a message. It lies on the server; this is what is said about it.
struct Attachment {
    AttachmentId id;
    std::string name;
    MediaType type = MediaType::png;
    std::uint32_t bytes = 0;
    std::uint32_t width = 0;  // In pixels; 0 but for images.
    std::uint32_t height = 0;
    std::uint32_t duration_ms = 0;  // 0 but for recordings.
    bool operator==(const Attachment&) const = default;
};
using Attachments = std::vector<Attachment>;

// Who did something, as it is remembered. The id is an AgentId's or a CustomerId's value, and empty for the system.
struct Author {
    Role role = Role::system;
    std::string id;
    bool operator==(const Author&) const = default;
};

// Everything the rules ask of a person.
struct Actor {
    Role role = Role::system;
    std::string id;             // As in Author.
    std::vector<SiteId> sites;  // A customer has one; the system belongs to all and lists none.
    Set<Group> available;       // The groups this agent takes new customers from.
    Capacity capacity = default_capacity;
    Each<Group, std::uint32_t> load{};  // What they have in hand; see load_group() in routing.hpp.

    Author author() const { return {role, id}; }
    bool has_room(Group group) const { return !capacity[group] || load[group] < *capacity[group]; }
    bool takes(Group group) const { return available.has(group) && has_room(group); }
    bool takes_somebody() const { return takes(Group::voice) || takes(Group::messaging) || takes(Group::mail); }
    bool operator==(const Actor&) const = default;
};

}  // namespace wrapup
