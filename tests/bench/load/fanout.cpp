#include "tests/bench/load/fanout.hpp"

#include <stdexcept>

#include "server/clock.hpp"

namespace wrapup::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 60s, no_wait{0};

// The frames that a reader was sent: heartbeats and the like may be among them.
class Reading {
public:
    bool is_told() const { return is_told_; }
    const std::string& frame() const { return text_; }

    void take(std::string_view bytes) {
        text_ += bytes;
        for (auto end = text_.find("\n\n"); end != std::string::npos && !is_told_; end = text_.find("\n\n")) {
            is_told_ = text_.find("event: patch") < end;
            if (!is_told_) text_.erase(0, end + 2);
        }
    }

private:
    std::string text_;
    bool is_told_ = false;
};

}  // namespace

std::int64_t microseconds_to_last(Crowd& readers, Occasion& occasion) {
    std::size_t untold = (readers.size() + occasion.told_every - 1) / occasion.told_every;
    std::vector<Reading> readings(untold);
    const server::Ticks asked_at = server::ticks();
    server::Ticks happened_at{}, last_at{};
    occasion.ask();
    while (untold > 0 || happened_at == server::Ticks{}) {
        if (happened_at == server::Ticks{} && occasion.has_happened()) happened_at = server::ticks();
        readers.listen(no_wait, [&](std::size_t reader, std::string_view bytes) {
            Reading& reading = readings[reader / occasion.told_every];
            if (reader % occasion.told_every != 0 || reading.is_told()) return;
            reading.take(bytes);
            if (reading.is_told()) --untold;
        });
        last_at = server::ticks();
        if (last_at > asked_at + patience) throw std::runtime_error(std::to_string(untold) + " readers were not told");
    }
    occasion.frame = readings.front().frame();
    return std::chrono::duration_cast<std::chrono::microseconds>(last_at - happened_at).count();
}

}  // namespace wrapup::bench
