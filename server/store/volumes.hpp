#pragma once

#include "server/store/connection.hpp"

namespace wrapup::server {

// How much there is of what an operator watches. None of it costs more with the number of conversations.
struct Volumes {
    std::int64_t position = 0;
    struct InStatus {
        std::string status;
        std::int64_t conversations;
    };
    std::vector<InStatus> conversations;
    std::int64_t mails_waiting = 0;
};
Volumes volumes_of(Connection& connection);

}  // namespace wrapup::server
