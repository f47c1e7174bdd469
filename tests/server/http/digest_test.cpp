#include "core/digest.hpp"

#include <iostream>
#include <map>

#include "core/evolve.hpp"
#include "server/store/people.hpp"
#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {
namespace {

// Replays what an agent is told, and compares each digest that comes along with that of the state it leads to.
class Replica {
public:
    void take(const Json& patch) {
        std::map<std::string, bool> ends_with_digest;
        for (const Json& stored : patch.at("events")) {
            const std::string conversation = stored.at("conversation");
            Conversation& state = states_[conversation];
            state = evolve(std::move(state), decode<Event>(stored.at("event")));
            ends_with_digest[conversation] = stored.contains("digest");
            if (!stored.contains("digest")) continue;
            CHECK(stored.at("digest") == digest(state));
            ++compared;
        }
        for (const auto& [conversation, has_digest] : ends_with_digest) {
            INFO(patch.dump());
            CHECK(has_digest);
        }
        position = patch.at("position");
    }
    void take_from(const Person& person, const std::string& query) {
        StreamReader stream(person, query);
        stream.next();
        take(stream.patch());
    }

    Position position = 0;
    int compared = 0;

private:
    std::map<std::string, Conversation> states_;
};

// Two chats, until position 16: in one of them much happens, and both are part of the same commit.
void fill(Person& visitor, Person& ana, Person& ben) {
    const std::string chat = visitor.starts_chat("one");
    const std::string waiting = visitor.starts_chat("two");
    ana.must(chat, {step("claim"), step("add_note", "a note")});
    ana.must(chat, {{{"type", "mark_read"}, {"up_to", 3}}});
    ana.must(chat, {{{"type", "snooze"}, {"until", nullptr}}});
    visitor.must(chat, {step("receive", "three")});
    CHECK(ben.send(chat, {step("close")}).at("code") == "not_owner");
    ana.must(chat, {step("reply", "four"), end_if_active(), step("close"), step("next")});
    visitor.must(waiting, {step("receive", "five")});
}

std::string posted(Person& person, Position after) {
    return person.post("/api/v1/commands", person.envelope(Json::array(), after)).text;
}

}  // namespace

TEST_CASE("an agent is told the digest of the state after each commit, as it happens and after having been away") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana(), ben = world.ben(), mia = world.mia();
    Replica live, away, at_once, half;
    {
        StreamReader stream(mia, "?after=0");
        stream.next();
        fill(visitor, ana, ben);
        while (live.compared < 9) live.take(stream.patch());
        CHECK(stream.nothing_within(std::chrono::milliseconds(100)));
    }
    CHECK(live.compared == 9);

    away.take_from(mia, "?after=0");
    CHECK(away.compared == 9);
    CHECK(away.position == live.position);

    // As whoever has only the first event of a commit.
    half.take(Json::parse(posted(mia, 0)).at("patch"));
    const Json rest = Json::parse(posted(mia, 1)).at("patch").at("events");
    CHECK(rest.at(0).at("position") == 2);
    CHECK(rest.at(1).contains("digest"));

    world.restart();  // Nothing is remembered any more: this is from the log, which has the last states only.
    mia.goes_to(world.port());
    at_once.take_from(mia, "?after=0");
    CHECK(at_once.compared == 2);
    CHECK(at_once.position == live.position);
    Replica posted_to;
    posted_to.take(Json::parse(posted(mia, 0)).at("patch"));
    CHECK(posted_to.compared == 2);
}

TEST_CASE("a customer is told no digest, from memory or from the log") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana(), ben = world.ben();
    StreamReader stream(visitor, "?after=0");
    stream.next();
    fill(visitor, ana, ben);
    for (Position reached = 0; reached < 16;) reached = stream.patch().at("position");
    CHECK(stream.bytes().find("digest") == std::string::npos);
    for (Position after = 0; after < 16; ++after) CHECK(posted(visitor, after).find("digest") == std::string::npos);
    world.restart();
    visitor.goes_to(world.port());
    CHECK(posted(visitor, 0).find("digest") == std::string::npos);
    CHECK(posted(visitor, 0).find("\"events\":[{") != std::string::npos);
}

TEST_CASE("a reply of 100 letters is told to another agent in 700 bytes at most") {
    constexpr std::size_t frame_bytes_max = 700;
    World world;
    {
        Writing writing(world.service().database);
        // With an id as they really are.
        People(*writing).add_agent({{Role::agent, random_id(), {{"shop"}}, {}}, "zoe", "zoe@shop.test"},
                                   world.service().passwords.hash(password));
        writing.commit();
    }
    Person visitor = world.visitor();
    Person zoe = world.agent("zoe@shop.test"), ben = world.ben();
    const std::string chat = visitor.starts_chat("hello");
    zoe.must(chat, {step("claim")});
    StreamReader stream(ben, "?after=4");
    stream.next();
    const std::size_t before = stream.bytes().size();
    zoe.must(chat, {step("reply", std::string(100, 'x'))});
    CHECK(stream.patch().at("events").at(0).contains("digest"));
    const std::string frame = stream.bytes().substr(before);
    INFO(frame);
    CHECK(frame.rfind("id: ", 0) == 0);
    CHECK(frame.size() <= frame_bytes_max);
    std::cout << "A reply of 100 letters takes " << frame.size() << " bytes of another agent's stream.\n";
}

}  // namespace wrapup::server::test
