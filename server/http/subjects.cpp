#include "server/http/subjects.hpp"

#include "server/store/blobs.hpp"
#include "server/store/canned_replies.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {
namespace {

Subject conversation_of(const ConversationId& id, Connection& connection) {
    const Conversation state = InboxView(connection).state(id);
    return state.absent() ? Subject{} : Subject{{state.site}, state.customer.value};
}

Subject file_of(const AttachmentId& id, Connection& connection) {
    const auto conversation = Blobs(connection).conversation_of(id);
    return conversation ? conversation_of(*conversation, connection) : Subject{};
}

Subject customer_of(const CustomerId& id, Connection& connection) {
    const auto customer = People(connection).customer(id);
    return customer ? Subject{{customer->site}, id.value} : Subject{};
}

Subject reply_of(const CannedReplyId& id, Connection& connection) {
    const auto reply = CannedReplies(connection).find(id);
    if (!reply) return {};
    return reply->site ? Subject{{*reply->site}} : Subject{{}, {}, true};
}

Subject agent_of(const AgentId& id, Connection& connection) {
    const auto agent = People(connection).agent(id);
    return agent ? Subject{agent->actor.sites} : Subject{};
}

Subject site_of(const SiteId& id, Connection& connection) {
    return People(connection).site(id) ? Subject{{id}} : Subject{};
}

}  // namespace

Subject find_subject(Names kind, const std::string& id, Connection& connection) {
    switch (kind) {
        case Names::nothing:
        case Names::own:
        case Names::in_the_body:
            break;
        case Names::conversation:
            return conversation_of({id}, connection);
        case Names::file:
            return file_of({id}, connection);
        case Names::customer:
            return customer_of({id}, connection);
        case Names::canned_reply:
            return reply_of({id}, connection);
        case Names::agent:
            return agent_of({id}, connection);
        case Names::site:
            return site_of({id}, connection);
    }
    return {};
}

Problem absence_of(Names kind) {
    switch (kind) {
        case Names::conversation:
            return Problem::unknown_conversation;
        case Names::file:
            return Problem::unknown_attachment;
        case Names::customer:
            return Problem::unknown_customer;
        case Names::site:
            return Problem::unknown_site;
        case Names::nothing:
        case Names::canned_reply:
        case Names::agent:
        case Names::own:
        case Names::in_the_body:
            break;
    }
    return Problem::unknown_item;
}

}  // namespace wrapup::server
