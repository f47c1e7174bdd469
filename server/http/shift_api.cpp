// What agents and supervisors switch while they work.
#include "server/http/handlers.hpp"
#include "server/json_text.hpp"
#include "server/shift.hpp"

namespace wrapup::server {

struct SentAvailability {
    bool voice = false;
    bool messaging = false;
    bool mail = false;
    std::optional<bool> give_back;  // What is in hand in the groups that are left, to the queue. Default: no.

    Set<Group> groups() const {
        const auto where = [](bool takes, Group group) { return takes ? only(group) : Set<Group>{}; };
        return where(voice, Group::voice) | where(messaging, Group::messaging) | where(mail, Group::mail);
    }
};
struct SentRouting {
    Routing routing = Routing::claim;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::SentAvailability> { using T = server::SentAvailability; static constexpr std::tuple fields{Field{"voice", &T::voice}, Field{"messaging", &T::messaging}, Field{"mail", &T::mail}, Field{"give_back", &T::give_back}}; };
template <> struct Shape<server::SentRouting>      { using T = server::SentRouting;      static constexpr std::tuple fields{Field{"routing", &T::routing}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {

Answer put_availability(const Ask& ask) {
    const auto sent = decode<SentAvailability>(parse_json(ask.http.body));
    const InHand in_hand = sent.give_back.value_or(false) ? InHand::give_back : InHand::keep;
    set_available(ask.service, {ask.actor().id}, sent.groups(), in_hand);
    return no_content();
}

Answer put_preferences(const Ask& ask) {
    set_preferences(ask.service, {ask.actor().id}, decode<Preferences>(parse_json(ask.http.body)));
    return no_content();
}

Answer put_routing(const Ask& ask) {
    set_routing(ask.service, decode<SentRouting>(parse_json(ask.http.body)).routing, ask.actor().id);
    return no_content();
}

}  // namespace wrapup::server
