// Visitors: who they are, and what they have asked before.
#include "core/text.hpp"
#include "server/device.hpp"
#include "server/email.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/introduction.hpp"
#include "server/json_text.hpp"
#include "server/jwt.hpp"
#include "server/store/tokens.hpp"

namespace wrapup::server {

struct Arrival {
    SiteId site;
    std::string page;
    std::string locale;
    std::optional<std::string> referrer{};
    std::optional<std::string> time_zone{};
    std::optional<std::string> name{};
    std::optional<std::string> email{};
    std::optional<Attributes> attributes{};
    std::optional<std::string> identity{};
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::Arrival> {
    using T = server::Arrival;
    static constexpr std::tuple fields{Field{"site", &T::site},           Field{"page", &T::page},
                                       Field{"locale", &T::locale},       Field{"referrer", &T::referrer},
                                       Field{"time_zone", &T::time_zone}, Field{"name", &T::name},
                                       Field{"email", &T::email},         Field{"attributes", &T::attributes},
                                       Field{"identity", &T::identity}};
};

namespace wrapup::server {
namespace {

constexpr std::array<Problem, static_cast<std::size_t>(Unwelcome::count)> problems{
    Problem::unknown_site,      Problem::another_site,     Problem::another_customer, Problem::identity_off,
    Problem::identity_required, Problem::identity_invalid, Problem::identity_expired, Problem::identity_too_long,
    Problem::identity_used,     Problem::too_many};

// A form that was not filled in says nothing.
std::optional<std::string> said(std::optional<std::string> text) {
    return text && fault_of(*text) == TextFault::empty ? std::nullopt : std::move(text);
}

void check_attributes(const Attributes& attributes) {
    if (attributes.size() > Customer::attributes_max) throw Malformed("attributes", "expected at most 20");
    for (const auto& [key, value] : attributes) {
        check_line(key, "attributes", Customer::attribute_key_bytes_max);
        check_text(value, "attributes", Customer::attribute_value_bytes_max);
    }
}

Arrival arrival_from(const std::string& body) {
    auto arrival = decode<Arrival>(parse_json(body));
    check_text(arrival.page, "page", page_bytes_max);
    check_text(arrival.locale, "locale", locale_bytes_max);
    check_text(arrival.referrer.value_or(""), "referrer", page_bytes_max);
    check_text(arrival.time_zone.value_or(""), "time_zone", time_zone_bytes_max);
    arrival.name = said(std::move(arrival.name));
    arrival.email = said(std::move(arrival.email));
    if (arrival.name) check_line(*arrival.name, "name", Customer::name_bytes_max);
    if (arrival.email && !is_email(*arrival.email)) throw Malformed("email", "expected an e-mail address");
    check_attributes(arrival.attributes.value_or(Attributes{}));
    check_text(arrival.identity.value_or(""), "identity", jwt_bytes_max);
    return arrival;
}

// Their own, or a new one where they show none, be it by a header with nothing in it.
std::string token_from(const Ask& ask) {
    const std::string header = ask.http.get_header_value("Authorization");
    if (header.empty() || header == "Bearer" || header == "Bearer ") return random_token();
    if (ask.proof.of != Proof::Of::visitor) throw Malformed("Authorization", "expected 256 bits in base64url");
    return ask.proof.token;
}

Customer newcomer(const Ask& ask, const Arrival& arrival) {
    return {{random_id()},
            arrival.site,
            "Visitor " + random_letters(4),
            arrival.page,
            arrival.locale,
            ask.service.clock(),
            arrival.referrer.value_or(""),
            arrival.time_zone.value_or(""),
            device_of(ask.http.get_header_value("User-Agent"))};
}

}  // namespace

Answer introduce_visitor(const Ask& ask) {
    Arrival arrival = arrival_from(ask.http.body);
    const Introduction introduction{token_from(ask),
                                    newcomer(ask, arrival),
                                    std::move(arrival.name),
                                    std::move(arrival.email),
                                    std::move(arrival.attributes).value_or(Attributes{}),
                                    std::move(arrival.identity)};
    const auto introduced = introduce(ask.service, introduction);
    if (const auto* unwelcome = std::get_if<Unwelcome>(&introduced))
        return problem_answer(problems[static_cast<std::size_t>(*unwelcome)]);
    const auto& [customer, is_new] = std::get<Introduced>(introduced);
    return json_answer(
        {{"token", introduction.token}, {"customer", customer_body(customer.id, customer.name, customer.verified)}},
        is_new ? 201 : 200);
}

Answer forget_visitor(const Ask& ask) {
    Writing writing(ask.service.database);
    Tokens(*writing).close_visitor(ask.proof.token);
    writing.commit();
    ask.service.hub.cut_off(ask.actor().id);  // Whoever shows another token of theirs comes back.
    return no_content();
}

Answer own_conversations(const Ask& ask, Connection& snapshot) {
    Reader reader(snapshot, ask.actor(), ask.service.policy());
    Json body{{"position", reader.position()}, {"rows", encode(reader.own_conversations())}};
    return json_answer(stamped(ask.service, with_last_command(std::move(body), ask, snapshot)));
}

}  // namespace wrapup::server
