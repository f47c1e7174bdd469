#include "core/evolve.hpp"

#include "core/overloaded.hpp"

namespace wrapup {

Conversation evolve(Conversation c, const Event& event) {
    c.version = event.version;
    std::visit(overloaded{
                   [&](const Started& fact) {
                       c.site = fact.site;
                       c.channel = fact.channel;
                       c.customer = fact.customer;
                       c.linked_to = fact.linked_to;
                       c.phase = phase::Open{};
                       if (fact.reply_owed) c.answer = answer::Owed{event.at};
                   },
                   [&](const SessionStarted&) { c.session = session::Active{event.at}; },
                   [&](const Claimed&) { c.owner = AgentId{event.by.id}; },
                   [&](const Released&) { c.owner.reset(); },
                   [&](const Assigned& fact) { c.owner = fact.agent; },
                   [&](const MessageReceived&) {
                       c.customer_wrote_at = event.version;
                       if (!c.reply_owed()) c.answer = answer::Owed{event.at};
                   },
                   [&](const Replied& fact) {
                       if (fact.settles) c.answer = answer::Given{};
                   },
                   [&](const NoteAdded&) {},
                   [&](const MarkedNoReplyNeeded&) { c.answer = answer::NotNeeded{}; },
                   [&](const SessionEnded&) {
                       c.session = session::Ended{event.by, event.at};
                   },
                   [&](const Closed&) {
                       c.phase = phase::Closed{event.by, event.at};
                   },
                   [&](const Reopened& fact) {
                       c.phase = phase::Open{};
                       c.owner = fact.owner;
                   },
               },
               event.fact);
    return c;
}

Conversation replay(const Events& history) {
    Conversation conversation;
    for (const Event& event : history) conversation = evolve(std::move(conversation), event);
    return conversation;
}

}  // namespace wrapup
