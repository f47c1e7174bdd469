#pragma once

#include "core/conversation.hpp"

namespace wrapup {

// A short number for all that the rules decide by, to tell whether two sides that replayed the same events stand at the
// same state. Every field of the state is in it but the marks of how far somebody has read; no text is. The same
// natively and as wasm, and from version to version while the state keeps its fields.
std::uint32_t digest(const Conversation& conversation);

}  // namespace wrapup
