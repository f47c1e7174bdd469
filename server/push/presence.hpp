#pragma once

#include <deque>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "core/vocabulary.hpp"
#include "server/clock.hpp"

namespace wrapup::server {

// Who has a stream open. People go from page to page: who is back within `gone_after` has never been away. Safe to use
// from several threads.
class Presence {
public:
    static constexpr std::chrono::milliseconds gone_after{5'000};

    enum class News { came, went };
    struct Change {
        Actor actor;
        News news;
    };

    // One of their streams began, or ended.
    void came(const Actor& actor);
    void went(const Actor& actor, Ticks now);

    bool has(const std::string& person) const;

    // What has changed since this was last asked.
    std::vector<Change> changes(Ticks now);

private:
    struct Person {
        Actor actor;
        std::size_t streams = 0;
        bool told = false;  // As present.
        Ticks went_at;
    };
    struct Gone {
        std::string person;
        Ticks at;
    };

    mutable std::mutex mutex_;
    std::unordered_map<std::string, Person> people_;
    std::vector<std::string> came_;
    std::deque<Gone> went_;  // The earliest first.
};

}  // namespace wrapup::server
