#pragma once

#include <atomic>
#include <deque>

#include "server/store/policies.hpp"

namespace wrapup::server {

// The policy by which is decided now. Others read it while it changes, so each that was ever in force stays where it
// is for as long as this lives. Only whoever holds the writer puts another in force.
class PolicyInForce {
public:
    explicit PolicyInForce(StoredPolicy first) { put(std::move(first)); }

    const StoredPolicy& stored() const { return *now_; }
    operator const Policy&() const { return stored().policy; }
    const Policy* operator->() const { return &stored().policy; }

    void put(StoredPolicy policy) {
        all_.push_back(std::move(policy));
        now_ = &all_.back();
    }

private:
    std::deque<StoredPolicy> all_;
    std::atomic<const StoredPolicy*> now_ = nullptr;
};

}  // namespace wrapup::server
