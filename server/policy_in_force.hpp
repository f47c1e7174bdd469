#pragma once

#include <atomic>
#include <deque>

#include "server/store/policies.hpp"

namespace wrapup::server {

// The policy that everybody is asked under, which can become another one while they read it: what has been in force
// stays where it is for as long as the process, so nobody has to hold on to it. There are few, and they are small.
class PolicyInForce {
public:
    explicit PolicyInForce(StoredPolicy first) { put(std::move(first)); }

    const StoredPolicy& now() const { return *now_; }

    // By one thread at a time: who holds the writer, so that everything that is written is decided under one policy.
    void put(StoredPolicy next) { now_ = &all_.emplace_back(std::move(next)); }

private:
    std::deque<StoredPolicy> all_;  // Never moves what is in it.
    std::atomic<const StoredPolicy*> now_ = nullptr;
};

}  // namespace wrapup::server
