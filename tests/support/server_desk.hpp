// The server without HTTP: people, their commands, and a clock in one's own hand.
#pragma once

#include "server/service.hpp"
#include "server/store/inbox_view.hpp"
#include "tests/support/letters.hpp"
#include "tests/support/server_world.hpp"
#include "tests/support/states.hpp"

namespace wrapup::server::test {

using wrapup::test::ana;
using wrapup::test::ben;
using wrapup::test::shop;

inline void add_everybody(Database& database) {
    Writing writing(database);
    People people(*writing);
    for (const char* site : {"shop", "elsewhere"}) people.put_site({{site}, site, {}});
    for (const Actor& actor : wrapup::test::everybody()) {
        if (role::agents.has(actor.role)) people.add_agent({actor, actor.id, actor.id + "@shop.test"}, "");
        if (actor.role == Role::customer) people.add_customer({{actor.id}, shop, actor.id, "", "", {}});
    }
    writing.commit();
}

// A database in which this policy is in force.
inline std::filesystem::path prepared(const std::filesystem::path& file, const Policy& policy) {
    Database database(file);
    add_everybody(database);
    Writing writing(database);
    Policies(*writing).put(policy, {});
    writing.commit();
    return file;
}

// A service without HTTP, and a clock that stands until it is moved.
struct Desk {
    explicit Desk(const Policy& policy = {})
        : service(prepared(folder.file("w.db"), policy), [this] { return time; }) {}

    Folder folder;
    Time time{Milliseconds{1'000}};
    Service service;
    std::map<std::string, std::pair<ClientId, std::int64_t>> outboxes;

    Outcome run(const Actor& actor, const std::string& conversation, Commands steps) {
        auto& [client, n] = outboxes.try_emplace(actor.id, ClientId{random_id()}, 0).first->second;
        const auto answer =
            service.inbox.run(actor, client, {{++n, Asked{{conversation}, 1'000'000, {}, std::move(steps)}}});
        return std::get<std::vector<Outcome>>(answer).at(0);
    }
    Conversation state(const std::string& conversation) {
        const Reading reading(service.database);
        return InboxView(*reading).state({conversation});
    }
    std::string start_chat() {
        const std::string conversation = random_id();
        run(wrapup::test::visitor, conversation, {wrapup::test::start_chat, Receive{"hello"}});
        return conversation;
    }
};

}  // namespace wrapup::server::test
