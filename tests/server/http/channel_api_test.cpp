#include <set>

#include "core/channel.hpp"
#include "server/store/api_tokens.hpp"
#include "server/store/inbox_view.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

const std::string start_path = "/api/v1/conversations";
std::string messages_path(const std::string& conversation) { return start_path + '/' + conversation + "/messages"; }

struct Token {
    ApiTokenId id;
    std::string secret;
};

Token new_token(World& world, const std::string& site = "shop", std::optional<Time> expires_at = {}) {
    Writing writing(world.service().database);
    const ApiTokenId id{random_id()};
    Token token{id, ApiTokens(*writing).open({id, {site}, "shop system", Time{}, expires_at})};
    writing.commit();
    return token;
}

// Another system, which calls what it delivers by this key.
Person bearer(const World& world, const std::string& secret, const std::string& key = {}) {
    httplib::Headers headers{{"Authorization", "Bearer " + secret}};
    if (!key.empty()) headers.emplace("Idempotency-Key", key);
    return {world.port(), headers};
}

Json opening(const char* channel, const char* text = "Hello?") {
    return {{"site", "shop"}, {"channel", channel}, {"customer", {{"name", "Vera Stein"}}}, {"text", text}};
}
Json task() { return {{"site", "shop"}, {"channel", "task"}}; }

Json must_start(Person& system, const Json& body) {
    const Response response = system.post(start_path, body);
    INFO(response.text);
    REQUIRE(response.status == 201);
    return response.json();
}

Conversation state_of(World& world, const std::string& conversation) {
    const Reading reading(world.service().database);
    return InboxView(*reading).state({conversation});
}

std::int64_t count(World& world, const char* sql) {
    const Reading reading(world.service().database);
    Query query = (*reading).query(sql);
    return query.next() ? query.integer(0) : -1;
}

void check_refused(const Response& response, int status, const char* rejection) {
    INFO(response.text);
    CHECK(response.status == status);
    CHECK(response.header("Content-Type") == "application/json");
    CHECK(response.json() == Json{{"rejection", rejection}});
}

void check_problem(const Response& response, int status) {
    INFO(response.text);
    CHECK(response.status == status);
    CHECK(response.header("Content-Type") == "application/problem+json");
}

}  // namespace

TEST_CASE("another system starts a conversation on every channel, and an agent finds it in the inbox") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    Person ana = world.ana();
    for (const ChannelTraits& channel : channels) {
        const std::string name(name_of(channel.channel));
        CAPTURE(name);
        const bool has_customer = channel.customer == Has::yes;
        const Json body = has_customer ? opening(name.c_str()) : Json{{"site", "shop"}, {"channel", name}};
        const Json started = must_start(system, body);
        const Json seen = ana.get("/api/v1/conversations/" + started.at("conversation").get<std::string>()).json();
        CHECK(seen.at("row").at("state").at("channel") == name);
        CHECK(seen.at("row").at("state").at("version") == started.at("version"));
        CHECK(seen.at("row").at("customer").at("name") == (has_customer ? "Vera Stein" : ""));
        CHECK(started.contains("customer") == has_customer);
        CHECK(seen.at("events").at(0).at("event").at("by").at("role") == (has_customer ? "customer" : "system"));
        if (has_customer) CHECK(seen.at("row").at("preview") == Json{{"by", "customer"}, {"text", "Hello?"}});
    }
    CHECK(ana.get("/api/v1/inbox?view=unassigned").json().at("rows").size() == channels.size());
}

TEST_CASE("a customer who is known writes again, and what goes on from an old conversation says so") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    const Json first = must_start(system, opening("email"));
    Json again = opening("sms");
    again["customer"] = {{"id", first.at("customer")}};
    again["linked_to"] = first.at("conversation");
    const Json second = must_start(system, again);
    CHECK(second.at("customer") == first.at("customer"));
    CHECK(state_of(world, second.at("conversation")).linked_to->value == first.at("conversation"));
    CHECK(count(world, "SELECT count(*) FROM customers") == 1);
}

TEST_CASE("a customer's message is delivered on every channel with one, and reopens what was closed") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    Person ana = world.ana();
    for (const char* channel : {"email", "call", "voicemail", "sms", "social"}) {
        CAPTURE(channel);
        const std::string id = must_start(system, opening(channel)).at("conversation");
        ana.must(id, {step("claim")});
        ana.must(id, {step("reply", "Here you are."), end_if_active(), step("close")});
        const Response response = system.post(messages_path(id), {{"text", "One more thing"}});
        CHECK(response.status == 201);
        CHECK(response.json().at("conversation") == id);
        const Conversation state = state_of(world, id);
        CHECK(response.json().at("version") == state.version);
        CHECK_FALSE(state.closed());
        CHECK(state.reply_owed());
    }
}

TEST_CASE("what the rules refuse is answered by its name, and leaves nothing behind") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    Person ana = world.ana();
    const auto start = [&](Json body) { return system.post(start_path, body); };
    const Position before = world.position();
    check_refused(start({{"site", "shop"}, {"channel", "chat"}}), 403, "not_permitted");
    check_refused(start({{"site", "shop"}, {"channel", "email"}, {"text", "x"}}), 403, "not_permitted");
    Json task_of_customer = opening("task");
    check_refused(start(task_of_customer), 403, "not_permitted");
    check_refused(start(opening("email", " \n")), 422, "empty");
    check_refused(start(opening("email", std::string(20'001, 'x').c_str())), 422, "too_long");
    const std::string cut = opening("email", "cut").dump();
    const std::string ill_formed = std::string(cut).replace(cut.find("cut"), 3, "\xff");
    check_refused(system.post_text(start_path, ill_formed), 422, "invalid_text");
    Json linked = opening("email");
    linked["linked_to"] = random_id();
    check_refused(start(linked), 422, "unknown_conversation");
    CHECK(world.position() == before);
    CHECK(count(world, "SELECT count(*) FROM customers") == 0);

    const std::string chat = must_start(system, opening("chat")).at("conversation");
    ana.must(chat, {step("claim")});
    ana.must(chat, {step("reply", "Bye."), end_if_active(), step("close")});
    check_refused(system.post(messages_path(chat), {{"text", "Wait"}}), 409, "locked");
    const std::string to_do = must_start(system, task()).at("conversation");
    check_refused(system.post(messages_path(to_do), {{"text", "x"}}), 409, "no_customer");
    const std::string mail = must_start(system, opening("email")).at("conversation");
    check_refused(system.post(messages_path(mail), {{"text", ""}}), 422, "empty");
    CHECK(state_of(world, mail).version == 2);
}

TEST_CASE("a conversation goes on from one of the same customer only") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    const Json of_vera = must_start(system, opening("email"));
    Json of_another = opening("email");
    of_another["linked_to"] = of_vera.at("conversation");
    check_refused(system.post(start_path, of_another), 422, "unknown_conversation");
    Json to_do = task();
    to_do["linked_to"] = of_vera.at("conversation");
    CHECK(system.post(start_path, to_do).status == 201);
    const Json elsewhere = {{"site", "elsewhere"}, {"channel", "task"}, {"linked_to", of_vera.at("conversation")}};
    check_refused(bearer(world, new_token(world, "elsewhere").secret).post(start_path, elsewhere), 422,
                  "unknown_conversation");
}

TEST_CASE("a body that cannot be read is refused by the name of its field, and does nothing") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    const auto with = [](const char* pointer, const Json& value) {
        Json body = opening("email");
        body[Json::json_pointer(pointer)] = value;
        return body;
    };
    const std::vector<std::pair<Json, std::string>> rows{
        {{{"channel", "email"}}, "site"},
        {{{"site", "shop"}}, "channel"},
        {with("/site", 5), "site"},
        {with("/channel", "pigeon"), "channel"},
        {with("/channel", 1), "channel"},
        {with("/mood", "good"), "mood"},
        {with("/text", 5), "text"},
        {with("/linked_to", 5), "linked_to"},
        {with("/customer", "Vera"), "customer"},
        {with("/customer", Json::object()), "customer.name"},
        {with("/customer/name", 5), "customer.name"},
        {with("/customer/name", "  "), "customer.name"},
        {with("/customer/name", std::string(201, 'x')), "customer.name"},
        {with("/customer/page", std::string(2'049, 'x')), "customer.page"},
        {with("/customer/locale", std::string(65, 'x')), "customer.locale"},
        {with("/customer/id", 5), "customer.id"},
        {with("/customer/email", "vera@example.com"), "customer.email"},
    };
    for (const auto& [body, field] : rows) {
        CAPTURE(body.dump().substr(0, 200), field);
        const Response response = system.post(start_path, body);
        check_problem(response, 400);
        CHECK(response.json().at("field") == field);
    }
    CHECK(world.position() == 0);
    const std::string mail = must_start(system, opening("email")).at("conversation");
    CHECK(system.post(messages_path(mail), {{"text", "x"}, {"by", "ana"}}).json().at("field") == "by");
    CHECK(system.post(messages_path(mail), Json::object()).json().at("field") == "text");
    CHECK(system.post_text(messages_path(mail), "{").status == 400);
    CHECK(response_of(httplib::Client("127.0.0.1", world.port()).Post(start_path, system.headers(), "x", "text/plain"))
              .status == 415);
}

TEST_CASE("no token, a wrong one, one that has expired and one that was revoked open nothing") {
    World world;
    const Token good = new_token(world), revoked = new_token(world);
    const Token expired = new_token(world, "shop", now() - Milliseconds{1});
    const Token valid = new_token(world, "shop", now() + std::chrono::hours{1});
    {
        Writing writing(world.service().database);
        CHECK(ApiTokens(*writing).revoke(revoked.id));
        writing.commit();
    }
    std::string wrong = good.secret;
    wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
    Person still_valid = bearer(world, valid.secret);
    const std::string mail = must_start(still_valid, opening("email")).at("conversation");
    for (const std::string& secret :
         {std::string("x"), wrong, expired.secret, revoked.secret, good.secret + "x", good.secret.substr(7)}) {
        CAPTURE(secret);
        Person system = bearer(world, secret);
        check_problem(system.post(start_path, opening("email")), 401);
        check_problem(system.post(messages_path(mail), {{"text", "x"}}), 401);
    }
    check_problem(world.nobody().post(start_path, opening("email")), 401);
    CHECK(bearer(world, good.secret).post(start_path, opening("email")).status == 201);
}

TEST_CASE("a token is for its own site: of another there is nothing") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    Person other = bearer(world, new_token(world, "elsewhere").secret);
    const Json mail = must_start(system, opening("email"));
    check_problem(other.post(start_path, opening("email")), 404);
    check_problem(other.post(messages_path(mail.at("conversation")), {{"text", "x"}}), 404);
    Json of_vera = opening("email");
    of_vera["site"] = "elsewhere";
    of_vera["customer"] = {{"id", mail.at("customer")}};
    check_problem(other.post(start_path, of_vera), 404);
    of_vera = opening("email");
    of_vera["customer"] = {{"id", random_id()}};
    check_problem(system.post(start_path, of_vera), 404);
    check_problem(system.post(messages_path(random_id()), {{"text", "x"}}), 404);
    check_problem(system.post(messages_path("x"), {{"text", "x"}}), 404);
    Json nowhere = opening("email");
    nowhere["site"] = "nowhere";
    check_problem(system.post(start_path, nowhere), 404);
}

TEST_CASE("a token opens these two routes and nothing else, and they open to nothing else") {
    World world;
    Person system = bearer(world, new_token(world).secret);
    const std::string mail = must_start(system, opening("email")).at("conversation");
    for (const std::string path :
         {"/api/v1/me", "/api/v1/inbox?view=open", "/api/v1/search?q=x", start_path.c_str(), "/api/v1/stream?after=0"})
        CHECK(system.get(path).status == 403);
    CHECK(system.get(start_path + '/' + mail).status == 403);
    CHECK(system.get(start_path + '/' + mail + "/explain").status == 403);
    for (const char* path : {"/api/v1/commands", "/api/v1/typing", "/api/v1/divergences"})
        CHECK(system.post(path, Json::object()).status == 403);
    Person ana = world.ana(), visitor = world.visitor();
    for (Person* person : {&ana, &visitor}) {
        check_problem(person->post(start_path, opening("email")), 403);
        check_problem(person->post(messages_path(mail), {{"text", "x"}}), 403);
    }
}

TEST_CASE("what is sent again under its key has one effect and the same answer, also after a restart") {
    World world;
    const Token token = new_token(world);
    Person system = bearer(world, token.secret, "order-20417");
    const Json first = must_start(system, opening("email"));
    CHECK(must_start(system, opening("email")) == first);
    Person next = bearer(world, token.secret, "order-20418");
    const Json other = must_start(next, opening("sms"));
    CHECK(other.at("conversation") != first.at("conversation"));
    Person writes = bearer(world, token.secret, "mail-7");
    const std::string path = messages_path(first.at("conversation"));
    const Json message = writes.post(path, {{"text", "more"}}).json();
    world.restart();
    system.goes_to(world.port());
    writes.goes_to(world.port());
    CHECK(must_start(system, opening("email")) == first);
    CHECK(writes.post(path, {{"text", "more"}}).json() == message);
    CHECK(state_of(world, first.at("conversation")).version == 3);
    CHECK(count(world, "SELECT count(*) FROM inbox") == 2);
    CHECK(count(world, "SELECT count(*) FROM customers") == 2);
}

TEST_CASE("a refusal is remembered under its key, and the keys of another token are others") {
    World world;
    const Token token = new_token(world);
    Person system = bearer(world, token.secret, "key");
    check_refused(system.post(start_path, opening("email", "")), 422, "empty");
    check_refused(system.post(start_path, opening("email", "now with a text")), 422, "empty");
    Person other = bearer(world, new_token(world).secret, "key");
    must_start(other, opening("email"));
    CHECK(count(world, "SELECT count(*) FROM inbox") == 1);
    const Response too_long = bearer(world, token.secret, std::string(256, 'k')).post(start_path, opening("email"));
    check_problem(too_long, 400);
    CHECK(too_long.json().at("field") == "Idempotency-Key");
    CHECK(bearer(world, token.secret, std::string(255, 'k')).post(start_path, opening("email")).status == 201);
}

TEST_CASE("a token opens only what its scopes are for") {
    World world;
    const std::string secret = [&] {
        Writing writing(world.service().database);
        auto opened =
            ApiTokens(*writing).open({{random_id()}, {"shop"}, "phones", Time{}, std::nullopt, only(Scope::start)});
        writing.commit();
        return opened;
    }();
    Person phones = bearer(world, secret);
    const std::string started = must_start(phones, opening("email")).at("conversation");
    CHECK(phones.post(messages_path(started), {{"text", "Hello?"}}).status == 403);
    CHECK(phones.bring(started, "a.png", "x").status == 403);
}

}  // namespace wrapup::server::test
