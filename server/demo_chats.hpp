#pragma once

#include <string>
#include <vector>

#include "core/command.hpp"

namespace wrapup::server {

enum class Speaker : std::uint8_t { visitor, ana, ben, mia, ida };

// Something that was done in a conversation, all of it or nothing.
struct DemoLine {
    std::chrono::minutes ago;
    Speaker by;
    Commands steps;
};

struct DemoChat {
    std::string name;  // The customer's; empty where there is none.
    std::string page;
    std::string locale;
    std::vector<DemoLine> lines;  // The first one starts it.
};

// The chats that the demo shop has had: some waiting to be claimed, some going on, some done.
std::vector<DemoChat> demo_chats();

}  // namespace wrapup::server
