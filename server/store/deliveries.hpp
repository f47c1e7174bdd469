#pragma once

#include "server/delivery.hpp"

namespace wrapup::server {

// What became of the deliveries that have a key: what makes sending one again harmless, for as long as it is kept.
class Deliveries {
public:
    static constexpr std::chrono::hours kept_max{7 * 24};

    explicit Deliveries(Connection& connection) : connection_(connection) {}

    // None of one that was not heard of, or too long ago.
    std::optional<Receipt> receipt(const std::string& by, const std::string& key);

    // Forgets those that were kept for long enough.
    void record(const std::string& by, const std::string& key, const Receipt& receipt, Time now);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
