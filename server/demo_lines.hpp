// What is done in the demo's conversations, in few words.
#pragma once

#include "core/command.hpp"
#include "server/demo.hpp"

namespace wrapup::server::demo_lines {

inline Commands starts(Channel channel) { return {Start{demo_site, channel, {}, {}}}; }
inline Commands opens(Channel channel, const char* text) { return {Start{demo_site, channel, {}, {}}, Receive{text}}; }
inline Commands opens(const char* text) { return opens(Channel::chat, text); }
inline Commands puts_down(Channel channel, const char* text) {
    return {Start{demo_site, channel, {}, {}}, AddNote{text}};
}
// A recording, with what was said written down.
inline Commands records(Channel channel, std::chrono::seconds length, const char* text) {
    Attachment recording{{}, "recording.wav", MediaType::wav, 0, 0, 0, 0};
    recording.duration_ms = static_cast<std::uint32_t>(std::chrono::milliseconds(length).count());
    return {Start{demo_site, channel, {}, {}}, Receive{text, {recording}}};
}
inline Commands sends(const char* text, const char* document) {
    return {Reply{text, {{{}, document, MediaType::pdf, 0, 0, 0, 0}}}};
}
inline Commands writes(const char* text) { return {Receive{text}}; }
inline Commands claims() { return {Claim{}}; }
inline Commands replies(const char* text) { return {Reply{text}}; }
inline Commands claims_and_replies(const char* text) { return {Claim{}, Reply{text}}; }
inline Commands notes(const char* text) { return {AddNote{text}}; }
inline Commands ends() { return {End{}}; }
inline Commands closes() { return {Close{}}; }
inline Commands ends_and_closes() { return {End{true}, Close{}}; }
inline Commands sends_and_closes(const char* text) { return {Reply{text}, End{true}, Close{}}; }
inline Commands needs_no_reply() { return {NoReplyNeeded{}, End{true}}; }
inline Commands snoozes() { return {Snooze{}}; }
inline Commands snoozes_until(Time until) { return {Snooze{until}}; }
inline Commands is_about(const char* topic) { return {SetTopics{{{topic}}}}; }

}  // namespace wrapup::server::demo_lines
