// THE TABLE of what browsers are told to do and not to do with an answer: every answer has a row of it. None says
// Access-Control-Allow-…: nobody but our own pages reads what we answer.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wrapup::server {

enum class Guise : std::uint8_t {
    data,       // JSON, streams, hashed files, and whatever the server answers by itself.
    dashboard,  // A page of ours that nobody frames.
    frame,      // The widget's page, for the pages of its site.
    script,     // The widget's loader, for any page.
    worker,     // The dashboard's, which fetches.
    shop,       // The demo, which plays a customer's page.
    count
};

// For an answer in this guise. `frame_ancestors` are the origins that may frame it, where any may.
std::vector<std::pair<std::string, std::string>> security_headers(Guise guise,
                                                                  const std::vector<std::string>& frame_ancestors);

}  // namespace wrapup::server
