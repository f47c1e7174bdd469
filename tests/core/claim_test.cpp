// claim, release, assign: one owner at most, and whose turn it is.
#include "tests/support/scenario.hpp"

namespace wrapup::test {

TEST_CASE("an agent claims a conversation that nobody owns") { a_new_chat().when(ben, {Claim{}}).then({Claimed{}}); }

TEST_CASE("a conversation that another agent owns cannot be claimed") {
    a_chat_of(ana).when(ben, {Claim{}}).refuses(Rejection::owned_by);
    a_chat_of(ana).when(mia, {Claim{}}).refuses(Rejection::owned_by);
}

TEST_CASE("claiming one's own conversation does nothing") { a_chat_of(ana).when(ana, {Claim{}}).then({}); }

TEST_CASE("a closed conversation cannot be claimed, and that comes before who owned it") {
    a_closed_chat().when(ben, {Claim{}}).refuses(Rejection::closed);
}

TEST_CASE("only the owner releases a conversation") {
    a_chat_of(ana).when(ana, {Release{}}).then({Released{}});
    a_chat_of(ana).when(ben, {Release{}}).refuses(Rejection::not_owner);
    a_new_chat().when(ben, {Release{}}).refuses(Rejection::not_owner);
    a_closed_chat().when(ana, {Release{}}).refuses(Rejection::closed);
}

TEST_CASE("after a release anybody can claim") {
    a_chat_of(ana).and_then(ana, {Release{}}).when(ben, {Claim{}}).then({Claimed{}});
}

TEST_CASE("the owner hands a conversation over") {
    a_chat_of(ana).when(ana, {Assign{{"ben"}}}).then({Assigned{{"ben"}}});
    a_chat_of(ana).when(ana, {Assign{{"ana"}}}).then({});
    a_chat_of(ana).when(ben, {Assign{{"ben"}}}).refuses(Rejection::not_owner);
    a_closed_chat().when(ana, {Assign{{"ben"}}}).refuses(Rejection::closed);
}

TEST_CASE("a conversation is assigned only to colleagues of its site") {
    a_chat_of(ana).when(ana, {Assign{{"nobody"}}}).refuses(Rejection::unknown_agent);
    a_chat_of(ana).when(ana, {Assign{{"sam"}}}).refuses(Rejection::unknown_agent);
}

TEST_CASE("a supervisor takes a conversation over in one step") {
    a_chat_of(ana).when(mia, {Assign{{"mia"}}}).then({Assigned{{"mia"}}});
    a_chat_of(ana).when(admin, {Assign{{"ada"}}}).then({Assigned{{"ada"}}});
    a_chat_of(ana).and_then(mia, {Assign{{"mia"}}}).when(ana, {Reply{"late"}}).refuses(Rejection::not_owner);
}

TEST_CASE("a customer cannot claim, release or assign") {
    for (const Command& command : Commands{Claim{}, Release{}, Assign{{"ana"}}})
        a_new_chat().when(visitor, {command}).refuses(Rejection::not_permitted);
}

}  // namespace wrapup::test
