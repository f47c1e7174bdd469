#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "server/clock.hpp"

namespace wrapup::server {

// Says, a line at a time, how far something has come; nothing where it is done in a moment.
class Progress {
public:
    static constexpr std::chrono::milliseconds moment{1'500};
    static constexpr std::chrono::milliseconds tell_every{5'000};

    using Say = std::function<void(const std::string& line)>;

    // As in "seeding", "conversations". Without a total, how many there will be is not known.
    Progress(Say say, std::string doing, std::string things, std::int64_t total = 0);
    // Says it on a stream, which must outlive it, as this program.
    Progress(std::ostream& out, std::string doing, std::string things, std::int64_t total = 0);

    void at(std::int64_t done);

private:
    Say say_;
    std::string doing_;
    std::string things_;
    std::int64_t total_;
    Ticks began_ = ticks();
    Ticks due_ = began_ + moment;
};

}  // namespace wrapup::server
