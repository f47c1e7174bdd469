#include "server/store/search.hpp"

#include "server/store/rebuild.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

struct SearchDesk : Desk {
    std::string says(const std::string& text) {
        const std::string chat = start_chat();
        run(wrapup::test::visitor, chat, {Receive{text}});
        return chat;
    }
    std::vector<std::string> finds(const std::string& query, const Actor& actor = ana) {
        const Reading reading(service.database);
        std::vector<std::string> found;
        for (const Hit& hit : Search(*reading).find(query, actor)) found.push_back(hit.row.conversation.value);
        return found;
    }
    // With [] around what was found.
    std::string snippet(const std::string& query) {
        const Reading reading(service.database);
        const auto hits = Search(*reading).find(query, ana);
        std::string text;
        for (const Snippet& part : hits.at(0).snippet) text += part.hit ? '[' + part.text + ']' : part.text;
        return text;
    }
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("search finds what was said by all of its words, the last perhaps only begun, the newest first") {
    SearchDesk desk;
    const std::string grinder = desk.says("Which hand grinder for a moka pot?");
    const std::string espresso = desk.says("The grinder for espresso is late");
    CHECK(desk.finds("grinder") == Found{espresso, grinder});
    CHECK(desk.finds("GRINDER moka") == Found{grinder});
    CHECK(desk.finds("grinder esp") == Found{espresso});
    CHECK(desk.finds("grin esp") == Found{});
    CHECK(desk.finds("tea") == Found{});
    CHECK(desk.snippet("grinder esp") == "The [grinder] for [espresso] is late");
}

TEST_CASE("search finds replies, notes and names, each conversation once, and without its accents") {
    SearchDesk desk;
    const std::string chat = desk.says("Grüße aus Bern");
    desk.run(ana, chat, {Claim{}, Reply{"Salut!"}, AddNote{"Wholesale, 20 kg"}});
    CHECK(desk.finds("salut") == Found{chat});
    CHECK(desk.finds("wholesale") == Found{chat});
    CHECK(desk.finds("grusse") == Found{});
    CHECK(desk.finds("gruße") == Found{chat});
    CHECK(desk.finds("vera") == Found{chat});
    CHECK(desk.finds("hello") == Found{chat});
}

TEST_CASE("search is only of one's own sites, and whatever is asked is text") {
    SearchDesk desk;
    const std::string chat = desk.says("say \"hello\" AND (goodbye) NOT* text:x -- ^");
    CHECK(desk.finds("hello", wrapup::test::stranger) == Found{});
    for (const char* query : {"\"hello\"", "AND", "(goodbye)", "NOT*", "text:x", "site:shop", "*", "^", "--", "'"}) {
        CAPTURE(query);
        CHECK_NOTHROW(desk.finds(query));
    }
    CHECK(desk.finds("\"hello\" (goodbye)") == Found{chat});
    CHECK(desk.finds("") == Found{});
    CHECK(desk.finds("  \t") == Found{});
}

TEST_CASE("a rebuild finds all of it again") {
    SearchDesk desk;
    const std::string chat = desk.says("moka pot");
    {
        Writing writing(desk.service.database);
        Search(*writing).clear();
        writing.commit();
    }
    CHECK(desk.finds("moka") == Found{});
    {
        Writing writing(desk.service.database);
        CHECK(rebuild(*writing).differences == 0);
        writing.commit();
    }
    CHECK(desk.finds("moka") == Found{chat});
    CHECK(desk.finds("vera") == Found{chat});
}

}  // namespace wrapup::server::test
