// What other systems deliver: conversations that begin on any channel, and customers' messages to them.
#include "core/overloaded.hpp"
#include "core/text.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"

namespace wrapup::server {

struct SentCustomer {
    std::optional<CustomerId> id;  // Of one we know: then the rest is not looked at. None: a new one.
    std::optional<std::string> name;
    std::optional<std::string> page;
    std::optional<std::string> locale;
};
struct SentOpening {
    SiteId site;
    Channel channel = Channel::chat;
    std::optional<SentCustomer> customer;
    std::optional<ConversationId> linked_to;
    std::optional<std::string> text;
};
struct SentMessage {
    std::string text;
    std::optional<std::vector<AttachmentId>> attachments;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::SentCustomer> { using T = server::SentCustomer; static constexpr std::tuple fields{Field{"id", &T::id}, Field{"name", &T::name}, Field{"page", &T::page}, Field{"locale", &T::locale}}; };
template <> struct Shape<server::SentOpening>  { using T = server::SentOpening;  static constexpr std::tuple fields{Field{"site", &T::site}, Field{"channel", &T::channel}, Field{"customer", &T::customer}, Field{"linked_to", &T::linked_to}, Field{"text", &T::text}}; };
template <> struct Shape<server::SentMessage>  { using T = server::SentMessage;  static constexpr std::tuple fields{Field{"text", &T::text}, Field{"attachments", &T::attachments}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

constexpr std::size_t key_bytes_max = 255;
constexpr const char* key_header = "Idempotency-Key";

std::optional<std::string> key_of(const Ask& ask) {
    if (!ask.http.has_header(key_header)) return std::nullopt;
    const std::string key = ask.http.get_header_value(key_header);
    if (key.empty()) throw Malformed(key_header, "empty");
    if (key.size() > key_bytes_max) throw Malformed(key_header, "too long");
    return key;
}

Customer newcomer_from(const SentCustomer& sent, const SiteId& site, Time now) {
    if (!sent.name) throw Malformed("customer.name", "missing");
    check_text(*sent.name, "customer.name", Customer::name_bytes_max);
    if (fault_of(*sent.name) == TextFault::empty) throw Malformed("customer.name", "empty");
    const std::string page = sent.page.value_or(""), locale = sent.locale.value_or("");
    check_text(page, "customer.page", page_bytes_max);
    check_text(locale, "customer.locale", locale_bytes_max);
    return {{random_id()}, site, *sent.name, page, locale, now};
}

bool is_customer_of(Service& service, const CustomerId& id, const SiteId& site) {
    const Reading reading(service.database);
    const auto customer = People(*reading).customer(id);
    return customer && customer->site == site;
}

Answer answer_to(const Receipt& receipt) {
    return std::visit(overloaded{
                          [](const Delivered& to) {
                              Json body{{"conversation", encode(to.conversation)}, {"version", to.version}};
                              if (!to.customer.value.empty()) body["customer"] = encode(to.customer);
                              return json_answer(body, 201);
                          },
                          [](Rejection why) { return rejection_answer(why); },
                      },
                      receipt);
}

// Answers once it is on disk.
Answer answer_once_delivered(const Ask& ask, std::variant<Opening, Posting> what) {
    Answer answer;
    answer.parked = [&service = ask.service,
                     delivery = Delivery{ask.actor().id, key_of(ask), std::move(what)}](const Resume& resume) {
        service.inbox.submit(delivery, [resume](const Inbox::ResultOf<Receipt>& result) {
            resume([result] {
                if (const auto* fault = std::get_if<std::exception_ptr>(&result)) std::rethrow_exception(*fault);
                return answer_to(std::get<Receipt>(result));
            });
        });
    };
    return answer;
}

}  // namespace

Answer start_conversation(const Ask& ask) {
    auto sent = decode<SentOpening>(parse_json(ask.http.body));
    Opening opening{{random_id()}, {sent.site, sent.channel, {}, sent.linked_to}, std::move(sent.text), {}};
    const bool is_known = sent.customer && sent.customer->id;
    if (is_known)
        opening.start.customer = *sent.customer->id;
    else if (sent.customer)
        opening.start.customer =
            opening.newcomer.emplace(newcomer_from(*sent.customer, sent.site, ask.service.clock())).id;
    if (!ask.may(Object::of(sent.site))) return problem_answer(Problem::unknown_site);
    if (is_known && !is_customer_of(ask.service, opening.start.customer, sent.site))
        return problem_answer(Problem::unknown_customer);
    return answer_once_delivered(ask, std::move(opening));
}

Answer receive_message(const Ask& ask) {
    auto sent = decode<SentMessage>(parse_json(ask.http.body));
    Posting posting{
        {ask.rest}, std::move(sent.text), std::move(sent.attachments).value_or(std::vector<AttachmentId>{})};
    return answer_once_delivered(ask, std::move(posting));
}

}  // namespace wrapup::server
