#pragma once

#include <string>
#include <string_view>

#include "server/json.hpp"

namespace wrapup::bench {

// A visitor who writes in one conversation of their own, which begins with their first command.
class Outbox {
public:
    // As a line of a file tells them: the token, a space, the customer's id.
    explicit Outbox(const std::string& visitor);

    // The next request, with so many messages. To be had until the next call.
    std::string_view next(std::size_t messages);

    // The answer to it. Throws unless every command was carried out.
    void take(std::string_view answer);

private:
    server::Json next_command();

    std::string header_, customer_, client_, conversation_;
    std::int64_t last_command_ = 0, position_ = 0;
    std::size_t asked_ = 0;
    std::string request_;
};

// The lines of a file.
std::vector<std::string> lines_of(const std::string& file);

}  // namespace wrapup::bench
