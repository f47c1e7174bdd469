#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/vocabulary.hpp"

namespace wrapup::server {

// What is told to those who are there now, and never stored: who missed it has missed nothing.
struct Notice {
    std::string event;  // The name of the frame.
    std::string data;   // JSON.
};
using SharedNotice = std::shared_ptr<const Notice>;

// Says only that something about the reader is another now: the stream tells them what.
inline SharedNotice look_again() { return std::make_shared<const Notice>(); }

struct SiteNotice {
    std::vector<SiteId> sites;  // Whose agents are told. None: nobody is.
    SharedNotice notice;
};

}  // namespace wrapup::server
