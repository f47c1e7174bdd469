#include "server/delivery.hpp"

#include <algorithm>

#include "core/overloaded.hpp"
#include "core/standing.hpp"
#include "server/ids.hpp"
#include "server/store/blobs.hpp"
#include "server/store/inbox_view.hpp"
#include "server/the_system.hpp"

namespace wrapup::server {
namespace {

// How many of a customer's conversations are looked at for the one that goes on from another.
constexpr std::size_t successors_max = 20;

bool has_widget(Channel channel) { return channel == Channel::chat; }

class Deliverer {
public:
    Deliverer(Connection& connection, Transaction& transaction, const std::string& by)
        : connection_(connection), transaction_(transaction), view_(connection), by_(by) {}

    Receipt operator()(const Opening& opening) {
        const Start& start = opening.start;
        const bool has_customer = !start.customer.value.empty();
        const Request request{
            has_customer ? customer_of(start.site, start.customer) : the_system, 0, {}, steps(opening)};
        if (const auto why = refusal(opening.conversation, request)) return *why;
        if (start.linked_to && !may_link(start, request.actor)) return Rejection::unknown_conversation;
        if (opening.newcomer) People(connection_).add_customer(*opening.newcomer);
        return run(opening.conversation, request);
    }

    Receipt operator()(const Posting& posting) {
        ConversationId to = posting.conversation;
        const auto attachments = brought(posting);
        if (!attachments) return Rejection::unknown_attachment;
        for (;;) {
            const Conversation state = view_.state(to);
            const Request request{
                customer_of(state.site, state.customer), state.version, {}, {Receive{posting.text, *attachments}}};
            Receipt receipt = run(to, request);
            const auto* why = std::get_if<Rejection>(&receipt);
            if (why == nullptr || *why != Rejection::locked || has_widget(state.channel)) return receipt;
            auto next = successor(to, state.customer);
            if (!next) return go_on_from(to, state, request);
            to = std::move(*next);
        }
    }

private:
    static Actor customer_of(const SiteId& site, const CustomerId& id) {
        return {Role::customer, id.value, {site}, {}, {}, {}};
    }

    static Commands steps(const Opening& opening) {
        Commands steps{opening.start};
        if (opening.text) steps.push_back(Receive{*opening.text});
        return steps;
    }

    // None: one of them was not brought, or has gone with another message, or is named twice.
    std::optional<Attachments> brought(const Posting& posting) {
        const Blobs::Origin origin{posting.conversation, {Role::system, by_}};
        Attachments all;
        for (const AttachmentId& id : posting.attachments) {
            auto one = Blobs(connection_).unsent(origin, id);
            if (!one) return std::nullopt;
            all.push_back(*std::move(one));
        }
        if (!Blobs(connection_).are_unsent(origin, all)) return std::nullopt;
        return all;
    }

    bool may_link(const Start& start, const Actor& actor) {
        const Conversation from = view_.state(*start.linked_to);
        return may_know(from, actor) && from.site == start.site;
    }

    std::optional<Rejection> refusal(const ConversationId& conversation, const Request& request) {
        const Decision decision = transaction_.decide(conversation, request);
        const auto* why = std::get_if<Rejection>(&decision);
        return why == nullptr ? std::nullopt : std::optional(*why);
    }

    Receipt run(const ConversationId& conversation, const Request& request) {
        const Decision decision = transaction_.run(conversation, request);
        if (const auto* why = std::get_if<Rejection>(&decision)) return *why;
        for (const Command& step : request.steps)
            if (const Attachments* sent = attachments_of(step)) Blobs(connection_).send(conversation, *sent);
        const Conversation state = view_.state(conversation);
        return Delivered{conversation, state.customer, state.version};
    }

    std::optional<ConversationId> successor(const ConversationId& of, const CustomerId& customer) {
        for (const Row& row : view_.of_customer(customer, successors_max))
            if (row.state.linked_to == of) return row.conversation;
        return std::nullopt;
    }

    Receipt go_on_from(const ConversationId& old, const Conversation& state, const Request& message) {
        const ConversationId fresh{random_id()};
        const Start start{state.site, state.channel, state.customer, old};
        // Together first: whoever starts it, a message that is refused starts nothing.
        Request both = message;
        both.steps.insert(both.steps.begin(), start);
        if (const auto why = refusal(fresh, both)) return *why;
        transaction_.run(fresh, {the_system, 0, {}, {start}});
        return run(fresh, message);
    }

    Connection& connection_;
    Transaction& transaction_;
    InboxView view_;
    const std::string& by_;
};

}  // namespace

Receipt deliver(Connection& connection, Transaction& transaction, const Delivery& delivery) {
    return std::visit(Deliverer(connection, transaction, delivery.by), delivery.what);
}

}  // namespace wrapup::server
