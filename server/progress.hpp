#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "server/clock.hpp"

namespace wrapup::server {

// Says on a stream, a line at a time, how far something has come; nothing where it is done in a moment.
class Progress {
public:
    static constexpr std::chrono::milliseconds moment{1'500};
    static constexpr std::chrono::milliseconds tell_every{5'000};

    // As in "seeding", "conversations". Without a total, how many there will be is not known.
    Progress(std::ostream& out, std::string doing, std::string things, std::int64_t total = 0);

    void at(std::int64_t done);

private:
    std::ostream& out_;
    std::string doing_;
    std::string things_;
    std::int64_t total_;
    Ticks began_ = ticks();
    Ticks due_ = began_ + moment;
};

}  // namespace wrapup::server
