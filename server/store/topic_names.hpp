#pragma once

#include <optional>
#include <vector>

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// What people call topics. Events and policies name them by their ids, which never change.
class TopicNames {
public:
    static constexpr std::size_t name_bytes_max = 180;  // An id that is made of it is short enough to filter by.

    explicit TopicNames(Connection& connection) : connection_(connection) {}

    std::vector<Named> all();  // Of those that were given a name.

    // A topic without a name is called what its id reads as: "brewing_advice" is "Brewing advice".
    std::string of(const TopicId& topic);

    // The one that goes by this name, in small letters or capitals, whether agents can choose it now or once could.
    std::optional<TopicId> called(const std::string& name);

    // Made of the name, in whatever script; never that of another, of now or before.
    TopicId free_id(const std::string& name);

    void put(const TopicId& topic, const std::string& name);

private:
    std::vector<TopicId> ever();

    Connection& connection_;
};

}  // namespace wrapup::server
