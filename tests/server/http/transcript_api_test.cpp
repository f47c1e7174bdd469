#include "server/store/mails.hpp"
#include "server/transcript_mail.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

// Vera's chat with Ana, which is over, on a server that sends mail.
struct Over {
    World world;
    Person vera = world.visitor();
    Person ana = world.ana();
    std::string id = vera.starts_chat("Where is my parcel?");
    std::string path = "/api/v1/conversations/" + id + "/transcript";

    Over() {
        world.service().mail = {"smtp://127.0.0.1:1", "", "", "chat@shop.test"};
        ana.must(id, {step("claim"), step("reply", "On its way."), end_if_active()});
        ana.must(id, {step("add_note", "Third time she asks.")});
    }
    Response asks(const Json& email, const char* language = "en") {
        return vera.post(path, {{"email", email}, {"language", language}});
    }
    std::int64_t asked_for() {
        const Reading reading(world.service().database);
        return Mails(*reading).count({});
    }
};

}  // namespace

TEST_CASE("a transcript by mail is taken for a customer's own conversation only") {
    Over over;
    CHECK(over.asks("vera@home.test").status == 202);
    CHECK(over.asked_for() == 1);
    const Json wish{{"email", "vera@home.test"}, {"language", "en"}};
    CHECK(over.world.visitor().post(over.path, wish).status == 404);
    CHECK(over.vera.post("/api/v1/conversations/" + random_id() + "/transcript", wish).status == 404);
    CHECK(over.ana.post(over.path, wish).status == 403);
    CHECK(over.world.nobody().post(over.path, wish).status == 401);
    CHECK(over.asked_for() == 1);
}

TEST_CASE("what only the customer has said is not mailed: they would choose both the words and whom they go to") {
    Over over;
    const std::string alone = over.vera.starts_chat("Buy now!");
    over.vera.must(alone, {end_if_active()});
    const Response answer = over.vera.post("/api/v1/conversations/" + alone + "/transcript",
                                           {{"email", "victim@home.test"}, {"language", "en"}});
    CHECK(answer.status == 409);
    CHECK(answer.json().at("code") == "nothing_to_mail");
    CHECK(over.asked_for() == 0);
}

TEST_CASE("what is no single address in ASCII, or no language, is refused with what was expected") {
    Over over;
    for (const Json& bad :
         {Json("vera"), Json("vera@home.test, all@home.test"), Json("vera@home.test\r\nBcc: x@home.test"),
          Json("v\u00e9ra@home.test"), Json(""), Json(7), Json(Json::array({"a@home.test", "b@home.test"}))}) {
        CAPTURE(bad.dump());
        const Response answer = over.asks(bad);
        CHECK(answer.status == 400);
        CHECK(answer.json().at("field") == "email");
    }
    CHECK(over.asks("v\u00e9ra@home.test").json().at("detail") ==
          "expected one e-mail address in ASCII, as in vera@example.org");
    CHECK(over.asks("vera@home.test", "fr").json().at("field") == "language");
    CHECK(over.vera.post(over.path, {{"email", "vera@home.test"}, {"language", "en"}, {"bcc", "x"}}).status == 400);
    CHECK(over.asked_for() == 0);
}

TEST_CASE("no mail is taken during a chat, beyond the bound, or by a server that sends none") {
    Over over;
    over.vera.must(over.id, {step("receive", "One more thing.")});
    const Response during = over.asks("vera@home.test");
    CHECK(during.status == 409);
    CHECK(during.json().at("rejection") == "session_active");
    over.ana.must(over.id, {end_if_active()});
    for (std::int64_t i = 0; i < mails_per_conversation_max; ++i) CHECK(over.asks("vera@home.test").status == 202);
    const Response beyond = over.asks("vera@home.test");
    CHECK(beyond.status == 429);
    CHECK(beyond.json().at("code") == "too_many_mails");
    over.world.service().mail = {};
    const Response without = over.asks("vera@home.test");
    CHECK(without.status == 409);
    CHECK(without.json().at("code") == "no_mail");
}

TEST_CASE("a transcript as a file has notes for agents only, and the times of the place that is asked for") {
    Over over;
    const Response theirs = over.vera.get(over.path);
    CHECK(theirs.status == 200);
    CHECK(theirs.header("Content-Type") == "text/plain; charset=utf-8");
    CHECK(theirs.text.find("Third time") == std::string::npos);
    CHECK(theirs.text.find("Where is my parcel?") != std::string::npos);
    CHECK(over.ana.get(over.path).text.find("Third time") != std::string::npos);
    CHECK(over.world.sam().get(over.path).status == 404);
    CHECK(over.vera.get(over.path + "?language=de&time_zone=Asia/Kathmandu")
              .text.find("Zeiten: Asia/Kathmandu (UTC+05:45)\n") != std::string::npos);
    CHECK(over.vera.get(over.path + "?time_zone=../../etc/passwd").text.find("Times: UTC\n") != std::string::npos);
    CHECK(over.vera.get(over.path + "?language=fr").status == 400);
}

}  // namespace wrapup::server::test
