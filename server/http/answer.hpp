#pragma once

#include <httplib.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "server/json.hpp"

namespace wrapup::server {

// What a handler answers. The front turns it into HTTP.
struct Answer {
    int status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    // Instead of a body: called again and again for more, until it returns false or says done.
    std::function<bool(httplib::DataSink&)> stream;
};

Answer json_answer(const Json& body, int status = 200);
Answer no_content();

}  // namespace wrapup::server
