// Every route, asked for by everybody, about everything: what is theirs, another's, another site's, and nothing's.
#include <iostream>

#include "server/store/api_tokens.hpp"
#include "server/store/canned_replies.hpp"
#include "tests/support/matrix_rows.hpp"
#include "tests/support/pictures.hpp"
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

enum Place { mine, others, elsewhere, nowhere, places };

// Somebody who asks, and what they may know of.
struct Asker {
    std::string name;
    char role;  // As in MatrixRow::by; 0 for nobody.
    std::vector<Place> knows;
    std::function<Person()> enter;
};

bool allows(std::string_view by, char role) {
    const auto has = [&](char one) { return by.find(one) != std::string_view::npos; };
    if (has('*')) return true;
    if (role == 'A') return has('A') || has('s') || has('a');
    if (role == 's') return has('s') || has('a');
    return role != 0 && has(role);
}

class Stage {
public:
    Stage() {
        for (const char* site : {"shop", "shop", "elsewhere"})
            customers_.push_back(std::make_unique<Person>(world.visitor(site)));
        for (std::size_t place = mine; place <= elsewhere; ++place) {
            Person& customer = *customers_[place];
            conversations_[place] = customer.starts_chat("hello", place == elsewhere ? "elsewhere" : "shop");
            customers_ids_[place] = customer.id();
            const Json file = customer.bring(conversations_[place], "a.png", png(3, 4)).json().at("attachment");
            customer.must(conversations_[place],
                          {{{"type", "receive"}, {"text", "see"}, {"attachments", std::vector<Json>{file}}}});
            files_[place] = file.at("id");
        }
        fill();
    }

    std::vector<Asker> askers() {
        const auto by_bearer = [&](const std::string& secret) {
            return [&, secret] { return Person(world.port(), {{"X-Wrapup", "1"}, {"Authorization", "Bearer " + secret}}); };
        };
        const auto same = [](Person& person) {
            return [&person] {
                httplib::Headers headers = person.headers();
                headers.emplace("X-Wrapup", "1");
                return Person(person.port(), headers);
            };
        };
        const auto by_login = [&](const char* email) { return [&, email] { return world.agent(email); }; };
        const std::vector<Place> shop{mine, others};
        return {{"nobody", 0, {}, [&] { return world.nobody(); }},
                {"customer", 'c', {mine}, same(*customers_[mine])},
                {"other customer", 'c', {others}, same(*customers_[others])},
                {"agent", 'a', shop, by_login("ana@shop.test")},
                {"supervisor", 's', shop, by_login("mia@shop.test")},
                {"admin", 'A', shop, by_login("ida@shop.test")},
                {"agent elsewhere", 'a', {elsewhere}, by_login("sam@elsewhere.test")},
                {"admin elsewhere", 'A', {elsewhere}, by_login("zoe@elsewhere.test")},
                {"token", 't', shop, by_bearer(tokens_[0])},
                {"token elsewhere", 't', {elsewhere}, by_bearer(tokens_[1])},
                {"disabled agent", 0, {}, [&] {
                     return Person(world.port(), {{"X-Wrapup", "1"}, {"Cookie", "wrapup_session=" + doras_login_}});
                 }}};
    }

    std::string id_of(Kind kind, std::size_t place) {
        if (place == nowhere) return random_id();
        switch (kind) {
            case Kind::nothing:
                return "refund";
            case Kind::conversation:
                return conversations_[place];
            case Kind::file:
                return files_[place];
            case Kind::customer:
                return customers_ids_[place];
            case Kind::canned_reply:
                return new_reply(place);
            case Kind::agent:
                return std::array{"ben", "leo", "sam"}[place];
            case Kind::site:
                return place == elsewhere ? "elsewhere" : "shop";
        }
        return {};
    }

    World world;

private:
    void fill() {
        hire_ida(world);
        Writing writing(world.service().database);
        People people(*writing);
        const std::string hash = world.service().passwords.hash(password);
        const auto hire = [&](const char* id, Role role, const char* site) {
            people.add_agent({{role, id, {{site}}, {}}, id, std::string(id) + '@' + site + ".test"}, hash);
        };
        hire("zoe", Role::admin, "elsewhere");
        hire("leo", Role::agent, "shop");
        hire("dora", Role::admin, "shop");
        doras_login_ = open_login(*writing, "dora");
        people.disable({"dora"}, world.service().clock());
        for (const char* site : {"shop", "elsewhere"})
            tokens_.push_back(ApiTokens(*writing).open({{random_id()}, {site}, "system", Time{}, std::nullopt}));
        writing.commit();
    }

    // Each is asked about once: removing it is one of the things that are asked for.
    std::string new_reply(std::size_t place) {
        const std::string id = random_id();
        const auto site = place == elsewhere ? SiteId{"elsewhere"} : SiteId{"shop"};
        Writing writing(world.service().database);
        CannedReplies(*writing).put({{id}, site, id, "title", "text", {}, {"mia"}});
        writing.commit();
        return id;
    }

    std::vector<std::unique_ptr<Person>> customers_;
    std::array<std::string, 3> conversations_, customers_ids_, files_;
    std::vector<std::string> tokens_;
    std::string doras_login_;
};

void replace(std::string& text, std::string_view what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

Response asked(Person& person, const MatrixRow& row, const std::string& id) {
    const auto space = row.route.find(' ');
    const std::string method(row.route.substr(0, space));
    std::string path(row.route.substr(space + 1)), sent(row.sends);
    replace(path, "*", id);
    if (sent == "DIVERGENCE")
        sent = Json{{"conversation", id}, {"version", 1}, {"rules_id", "x"},
                    {"expected", 1},      {"got", 2},     {"state", encode(Conversation{})}}
                   .dump();
    replace(sent, "ID", id);
    replace(sent, "NEW", random_id());
    for (char& c : sent)
        if (c >= 'A' && c <= 'Z' && row.route.ends_with("canned-replies")) c = static_cast<char>(c - 'A' + 'a');
    httplib::Client http("127.0.0.1", person.port());
    const std::string query = sent.starts_with('?') ? sent : "";
    if (method == "GET") return response_of(http.Head(path + query, person.headers()));
    if (row.route.ends_with("/attachments"))
        return response_of(http.Post(path + "?name=a.png", person.headers(), png(3, 4), "application/octet-stream"));
    if (method == "PUT") return response_of(http.Put(path, person.headers(), sent, "application/json"));
    return response_of(http.Post(path, person.headers(), sent, "application/json"));
}

// Of who gets through, what becomes of it does not matter here: most of what is sent is no form that a handler takes.
bool is_let_through(int status) { return status != 401 && status != 403 && status != 404; }

bool is_right(const MatrixRow& row, const Asker& asker, std::size_t place, int status) {
    if (row.by == "*") return status != 401 && status != 403;
    if (asker.role == 0) return status == 401;
    if (!allows(row.by, asker.role)) return status == 403;
    if (row.kind == Kind::nothing) return status != 401 && status != 403;
    const bool knows = std::any_of(asker.knows.begin(), asker.knows.end(), [&](Place p) { return p == place; });
    return knows ? is_let_through(status) : status == 404;
}

}  // namespace

TEST_CASE("the authorisation matrix has a row for every route, and none for what is no route") {
    std::vector<std::string> there, written;
    for (const RouteName& route : all_routes())
        there.push_back(std::string(route.method) + ' ' + std::string(route.path));
    for (const MatrixRow& row : matrix_rows()) written.emplace_back(row.route);
    std::sort(there.begin(), there.end());
    std::sort(written.begin(), written.end());
    CHECK(there == written);
}

TEST_CASE("every route answers everybody as the authorisation matrix says, about everything") {
    Stage stage;
    std::size_t cells = 0, wrong = 0;
    for (const Asker& asker : stage.askers()) {
        Person stays = asker.enter();
        for (const MatrixRow& row : matrix_rows()) {
            for (std::size_t place = mine; place < (row.kind == Kind::nothing ? others : places); ++place) {
                const int status = asked(stays, row, stage.id_of(row.kind, place)).status;
                if (row.route == "POST /api/v1/logout" || row.route == "POST /api/v1/me/logins/end")
                    stays = asker.enter();
                ++cells;
                if (is_right(row, asker, place, status)) continue;
                ++wrong;
                std::cout << "wrong: " << asker.name << " asked " << row.route << " about " << place << ": " << status
                          << std::endl;
            }
        }
    }
    std::cout << "authorisation matrix: " << cells << " cells checked, " << wrong << " wrong" << std::endl;
    CHECK(wrong == 0);
    CHECK(cells > 1'000);
}

TEST_CASE("what is another's answers as what does not exist") {
    Stage stage;
    std::size_t compared = 0;
    for (const Asker& asker : stage.askers()) {
        Person person = asker.enter();
        for (const MatrixRow& row : matrix_rows()) {
            if (row.kind == Kind::nothing || !row.route.starts_with("POST") || !allows(row.by, asker.role)) continue;
            for (const Place place : {mine, others, elsewhere}) {
                if (std::count(asker.knows.begin(), asker.knows.end(), place) > 0) continue;
                const Response foreign = asked(person, row, stage.id_of(row.kind, place));
                const Response missing = asked(person, row, stage.id_of(row.kind, nowhere));
                CAPTURE(asker.name, row.route);
                CHECK((foreign.status == missing.status && foreign.text == missing.text));
                ++compared;
            }
        }
    }
    CHECK(compared > 50);
}

}  // namespace wrapup::server::test
