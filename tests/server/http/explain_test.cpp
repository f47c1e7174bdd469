// GET /api/v1/conversations/{id}/explain, and the program that prints what it answers.
#include <fstream>
#include <sstream>

#include "server/offline.hpp"
#include "server/report.hpp"
#include "server/store/policies.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

struct Chat {
    World world;
    Person vera = world.visitor();
    std::string id = vera.starts_chat("hello");
    Person ana = world.ana();

    Response explained(Person& person, const std::string& query = "") {
        return person.get("/api/v1/conversations/" + id + "/explain" + query);
    }
};

Json button(const Json& explained, const char* name) {
    for (const Json& row : explained.at("explanation").at("buttons"))
        if (row.at("button") == name) return row;
    return nullptr;
}

std::string printed(const ExplainOptions& options) {
    std::ostringstream out, complaints;
    CHECK(run_explain(options, out, complaints) == 0);
    CHECK(complaints.str().empty());
    return out.str();
}

}  // namespace

TEST_CASE("explain tells how it stands, which buttons there are, and why not") {
    Chat chat;
    const Json before = chat.explained(chat.ana).json();
    CHECK(before.at("explanation").at("status") == "new");
    CHECK(button(before, "claim").at("rejection").is_null());
    CHECK(button(before, "send").at("rejection") == "unowned");
    std::this_thread::sleep_for(std::chrono::milliseconds{2});  // So that the claim is not of the same moment.
    chat.ana.must(chat.id, {step("claim")});
    Person ben = chat.world.ben();
    CHECK(button(chat.explained(ben).json(), "claim").at("rejection") == "owned_by");
    CHECK(button(chat.explained(ben, "?agent=ana").json(), "send").at("rejection").is_null());
    const std::string then = std::to_string(before.at("at").get<std::int64_t>());
    CHECK(button(chat.explained(ben, "?at=" + then).json(), "claim").at("rejection").is_null());
}

TEST_CASE("to a visitor it is explained as far as they may see it") {
    Chat chat;
    chat.ana.must(chat.id, {step("claim"), step("add_note", "a difficult one")});
    const Response answer = chat.explained(chat.vera);
    CHECK(answer.status == 200);
    CHECK(answer.text.find("difficult") == std::string::npos);
    CHECK(answer.text.find("shop.test") == std::string::npos);
    CHECK(button(answer.json(), "send_message").at("rejection").is_null());
    CHECK(button(answer.json(), "claim").is_null());
    Person other = chat.world.visitor();
    CHECK(chat.explained(other).status == 404);
    Person sam = chat.world.sam();
    CHECK(chat.explained(sam).status == 404);
    Person nobody = chat.world.nobody();
    CHECK(chat.explained(nobody).status == 401);
}

TEST_CASE("what cannot be explained is refused, naming the field") {
    Chat chat;
    CHECK(chat.explained(chat.ana, "?at=noon").json().at("field") == "at");
    CHECK(chat.explained(chat.ana, "?agent=sam").json().at("field") == "agent");
    CHECK(chat.ana.get("/api/v1/conversations/none/explain").status == 404);
    CHECK(chat.ana.get("/api/v1/conversations//explain").status == 404);
}

TEST_CASE("wrapup explain prints what it was answered, also for another moment and another agent") {
    Chat chat;
    const auto before = chat.world.service().clock();
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
    chat.ana.must(chat.id, {step("claim")});
    const Folder folder;
    const auto file = folder.file("report.json");
    std::ofstream(file) << chat.explained(chat.ana).text;

    const std::string now = printed({file, {}, {}});
    CHECK(now.find("message_received {\"text\":\"hello\"}") != std::string::npos);
    CHECK(now.find("(UTC): open, due ") != std::string::npos);
    CHECK(now.find("For agent ana:") != std::string::npos);
    CHECK(now.find("enabled, asks first: reply_owed") != std::string::npos);
    const std::string earlier = printed({file, before.time_since_epoch().count(), "ben"});
    CHECK(earlier.find("claimed") == std::string::npos);
    CHECK(earlier.find("For agent ben:") != std::string::npos);
    CHECK(earlier.find("disabled: unowned") != std::string::npos);
}

TEST_CASE("a file that is no report, and a policy that is none, are told in one line, naming the field") {
    const Folder folder;
    const auto written = [&](const char* text) {
        std::ofstream(folder.file("f.json")) << text;
        return folder.file("f.json");
    };
    const auto complaint = [&](const auto& run) {
        std::ostringstream out, complaints;
        CHECK(run(out, complaints) == 2);
        CHECK(out.str().empty());
        const std::string text = complaints.str();
        return text.substr(text.find("json: ") + 6);
    };
    const auto of_report = [&](const char* text) {
        return complaint([&](auto& out, auto& complaints) {
            return run_explain({written(text), {}, {}}, out, complaints);
        });
    };
    const auto of_policy = [&](const char* text) {
        return complaint([&](auto& out, auto& complaints) {
            return run_policy({folder.file("w.db"), written(text)}, out, complaints);
        });
    };
    CHECK(of_report("[]") == "expected an object\n");
    CHECK(of_report("{}") == "at: missing\n");
    CHECK(of_policy(R"({"idle_end_ms": -1})") == "idle_end_ms: out_of_range\n");
    CHECK(of_policy(R"({"required_topics": ["weather"]})") == "required_topics[0]: unknown_topic\n");
    std::ostringstream out, complaints;
    CHECK(run_explain({folder.file("none.json"), {}, {}}, out, complaints) == 2);
    CHECK(complaints.str().find("it cannot be read") != std::string::npos);
}

TEST_CASE("wrapup policy prints the policy in force, and puts another in force") {
    const Folder folder;
    std::ofstream(folder.file("p.json")) << R"({"idle_end_ms": 60000})";
    std::ostringstream out, complaints;
    CHECK(run_policy({folder.file("w.db"), folder.file("p.json")}, out, complaints) == 0);
    CHECK(run_policy({folder.file("w.db"), {}}, out, complaints) == 0);
    CHECK(Json::parse(out.str()).at("idle_end_ms") == 60'000);
    CHECK(Service(folder.file("w.db")).policy().idle_end_ms == 60'000);
}

}  // namespace wrapup::server::test
