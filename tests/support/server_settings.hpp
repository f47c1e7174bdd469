// Who changes the settings, and what comes of it.
#pragma once

#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {

// Ida is the admin of the shop.
inline Person hire_ida(World& world) {
    {
        Writing writing(world.service().database);
        People(*writing).add_agent({{Role::admin, "ida", {{"shop"}}, {}}, "ida", "ida@shop.test"},
                                   world.service().passwords.hash(password));
        writing.commit();
    }
    return world.agent("ida@shop.test");
}

inline std::vector<std::string> deeds_for(Person& person) {
    std::vector<std::string> deeds;
    const Json body = person.get("/api/v1/audit").json();
    for (const Json& entry : body.at("entries")) deeds.push_back(entry.at("what"));
    return deeds;
}

// The next time that the reader is told who they are, with this in it.
inline void is_told(StreamReader& stream, const std::string& text) {
    for (Frame frame = stream.next(); frame.event != "me" || frame.data.dump().find(text) == std::string::npos;)
        frame = stream.next();
}

}  // namespace wrapup::server::test
