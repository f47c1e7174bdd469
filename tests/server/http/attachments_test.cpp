#include "server/store/api_tokens.hpp"
#include "server/store/blobs.hpp"
#include "tests/support/pictures.hpp"
#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

Json with_files(const char* type, const std::string& text, const std::vector<Json>& attachments) {
    return {{"type", type}, {"text", text}, {"attachments", attachments}};
}

Json must_bring(Person& person, const std::string& conversation, const std::string& name = "map.png",
                const std::string& bytes = png(640, 480)) {
    const Response response = person.bring(conversation, name, bytes);
    INFO(response.text);
    REQUIRE(response.status == 201);
    return response.json().at("attachment");
}

std::string path_of(const Json& attachment) { return "/api/v1/attachments/" + attachment.at("id").get<std::string>(); }

// Ana's own chat with Vera.
struct Chat {
    World world;
    Person vera = world.visitor();
    Person ana = world.ana();
    std::string id = vera.starts_chat("Where is my parcel?");
    Chat() { ana.must(id, {step("claim")}); }
};

}  // namespace

TEST_CASE("a file is brought, sent with a reply that needs no words, and fetched by both, as a download only") {
    Chat chat;
    const Json map = must_bring(chat.ana, chat.id);
    CHECK(map.at("type") == "image/png");
    CHECK(map.at("width") == 640);
    CHECK(map.at("height") == 480);
    CHECK(map.at("bytes") == png(640, 480).size());
    CHECK(chat.ana.get(path_of(map)).status == 404);

    chat.ana.must(chat.id, {with_files("reply", "", {map})});
    const Json events = chat.vera.get("/api/v1/conversations/" + chat.id).json().at("events");
    CHECK(events.back().at("event").at("fact").at("attachments") == Json{map});
    for (Person* person : {&chat.ana, &chat.vera}) {
        const Response file = person->get(path_of(map));
        CHECK(file.status == 200);
        CHECK(file.text == png(640, 480));
        CHECK(file.header("Content-Type") == "image/png");
        CHECK(file.header("Content-Disposition") == "attachment; filename*=UTF-8''map.png");
        CHECK(file.header("X-Content-Type-Options") == "nosniff");
        CHECK(file.header("Content-Security-Policy") == "default-src 'none'; sandbox");
    }
    CHECK(chat.ana.get("/api/v1/inbox?view=mine").json().at("rows").at(0).at("preview") ==
          Json{{"by", "agent"}, {"text", "map.png"}});
    CHECK(chat.ana.get("/api/v1/search?q=map").json().at("hits").size() == 1);
}

TEST_CASE("a customer sends files as well") {
    Chat chat;
    const Json receipt = must_bring(chat.vera, chat.id, "receipt.pdf", "%PDF-1.7 ...");
    chat.vera.must(chat.id, {with_files("receive", "Here it is", {receipt})});
    CHECK(chat.ana.get(path_of(receipt)).text == "%PDF-1.7 ...");
}

TEST_CASE("nobody else is shown a file, or told that there is one") {
    Chat chat;
    const Json map = must_bring(chat.ana, chat.id);
    chat.ana.must(chat.id, {with_files("reply", "", {map})});
    Person sam = chat.world.sam();
    Person other = chat.world.visitor();
    for (Person* stranger : {&sam, &other}) {
        CHECK(stranger->get(path_of(map)).status == 404);
        CHECK(stranger->bring(chat.id, "a.png", png(1, 1)).status == 404);
    }
    Person nobody(chat.world.port(), {});
    CHECK(nobody.get(path_of(map)).status == 401);
    CHECK(nobody.bring(chat.id, "a.png", png(1, 1)).status == 401);
}

TEST_CASE("a message cannot name a file that its author has not brought here for it") {
    Chat chat;
    const Json map = must_bring(chat.ana, chat.id);
    const auto refused = [&](const std::vector<Json>& attachments) {
        return chat.ana.send(chat.id, {with_files("reply", "Look", attachments)}).at("code");
    };
    Json renamed = map, unknown = map, larger = map;
    renamed["name"] = "other.png";
    unknown["id"] = random_id();
    larger["width"] = 10'000;
    for (const Json& other : {renamed, unknown, larger}) CHECK(refused({other}) == "unknown_attachment");
    CHECK(refused({map, map}) == "unknown_attachment");
    CHECK(refused({must_bring(chat.vera, chat.id)}) == "unknown_attachment");
    const std::string elsewhere = chat.vera.starts_chat("Another");
    CHECK(refused({must_bring(chat.ana, elsewhere)}) == "unknown_attachment");
    CHECK(refused(std::vector<Json>(attachments_max + 1, map)) == "too_many_attachments");
    CHECK(refused({map}) == "ok");
    CHECK(refused({map}) == "unknown_attachment");
    const Json events = chat.ana.get("/api/v1/conversations/" + chat.id).json().at("events");
    CHECK(events.back().at("event").at("fact").at("attachments") == Json{map});
}

TEST_CASE("what a file is called, and what it is, is checked when it comes") {
    Chat chat;
    const auto status = [&](const std::string& name, const std::string& bytes) {
        return chat.ana.bring(chat.id, name, bytes).status;
    };
    CHECK(status("page.png", "<html>") == 415);
    CHECK(status("call.wav", "OggS") == 415);
    CHECK(status("", png(1, 1)) == 400);
    CHECK(status("..%2Fetc", png(1, 1)) == 400);
    CHECK(status("a%0Ab.png", png(1, 1)) == 400);
    CHECK(status(std::string(256, 'a'), png(1, 1)) == 400);
    const Json odd = must_bring(chat.ana, chat.id, "%C3%9Cbersicht%20%221%22.png");
    CHECK(odd.at("name") == "Übersicht \"1\".png");
    chat.ana.must(chat.id, {with_files("reply", "", {odd})});
    RawClient raw(chat.world.port());
    raw.send("GET " + path_of(odd) + " HTTP/1.1\r\nHost: a\r\nCookie: " + chat.ana.headers().find("Cookie")->second +
             "\r\nConnection: close\r\n\r\n");
    // As it was sent: the library's client would decode it.
    CHECK(raw.answer().find("filename*=UTF-8''%C3%9Cbersicht%20%221%22.png\r\n") != std::string::npos);
}

TEST_CASE("a file may be larger than other bodies, up to its own limit") {
    Chat chat;
    const std::size_t most = Limits{}.file_bytes_max;
    CHECK(chat.ana.bring(chat.id, "a.pdf", "%PDF-" + std::string(most - 5, 'x')).status == 201);
    CHECK(chat.ana.bring(chat.id, "a.pdf", "%PDF-" + std::string(most - 4, 'x')).status == 413);
}

TEST_CASE("files that are not sent are bounded, and forgotten after a day") {
    Folder folder;
    Database database(folder.file("w.db"));
    Writing writing(database);
    Blobs blobs(*writing);
    const Blobs::Origin origin{{random_id()}, {Role::agent, "ana"}};
    const auto add = [&](const char* id, std::uint32_t bytes, Time at) {
        return blobs.add(origin, {{id}, "a.pdf", MediaType::pdf, bytes, 0, 0, 0}, {"%PDF-"}, at);
    };
    const auto most = static_cast<std::uint32_t>(Blobs::unsent_bytes_max);
    const Time begin{Milliseconds{1'000}};
    CHECK(add("sent", most, begin));
    blobs.send(origin.conversation, {{{"sent"}, "a.pdf", MediaType::pdf, most, 0, 0, 0}});
    CHECK(add("unsent", most, begin));
    CHECK_FALSE(add("more", 1, begin));
    CHECK(add("later", 1, begin + Blobs::unsent_max));
    CHECK_FALSE(blobs.unsent(origin, {"unsent"}));
    CHECK(blobs.sent({"sent"}));
}

TEST_CASE("another system brings a recording, with how long it is, and sends it with a message") {
    World world;
    const std::string secret = [&] {
        Writing writing(world.service().database);
        std::string made = ApiTokens(*writing).open({{random_id()}, {"shop"}, "phones", Time{}, {}});
        writing.commit();
        return made;
    }();
    Person phones(world.port(), {{"Authorization", "Bearer " + secret}});
    Person ana = world.ana();
    const Json body{{"site", "shop"}, {"channel", "voicemail"}, {"customer", {{"name", "Vera Stein"}}}};
    const std::string id = phones.post("/api/v1/conversations", body).json().at("conversation");
    const Json recording = must_bring(phones, id, "call.ogg&duration_ms=83000", "OggS...");
    CHECK(recording.at("type") == "audio/ogg");
    CHECK(recording.at("duration_ms") == 83'000);
    const Json message{{"text", "Voicemail from Vera"}, {"attachments", {recording.at("id")}}};
    const std::string messages = "/api/v1/conversations/" + id + "/messages";
    CHECK(phones.post(messages, message).status == 201);
    CHECK(phones.post(messages, message).status == 422);
    CHECK(ana.get(path_of(recording)).text == "OggS...");
    CHECK(phones.get(path_of(recording)).status == 403);
}

}  // namespace wrapup::server::test
