#include "core/evolve.hpp"

#include <algorithm>

#include "core/audience.hpp"
#include "core/channel.hpp"
#include "core/overloaded.hpp"

namespace wrapup {
namespace {

void owe(Conversation& c, Time since) {
    c.answer = answer::Owed{since, c.had_reply ? Response::next : Response::first};
}

void give_to(Conversation& c, AgentId agent, const Event& event) {
    const bool by_themselves = agent.value == event.by.id;
    const bool answers = by_themselves && traits(c.channel).answer_by_claim == Has::yes && c.session_active();
    if (answers && c.reply_owed()) {
        c.answer = answer::Given{event.at};
        c.had_reply = true;
    }
    c.owner = std::move(agent);
    c.had_owner = true;
}

void set_left(Conversation& c, std::optional<Time> left_at) {
    if (auto* active = std::get_if<session::Active>(&c.session)) active->left_at = left_at;
}

void mark_read(Conversation& c, const Author& reader, Version up_to) {
    const auto mark =
        std::find_if(c.reads.begin(), c.reads.end(), [&](const ReadMark& read) { return read.reader == reader; });
    if (mark == c.reads.end()) {
        c.reads.push_back({reader, up_to});
    } else {
        mark->up_to = std::max(mark->up_to, up_to);
    }
}

Snoozing snoozing_of(const Snoozed& fact) {
    if (fact.until) return snooze::Until{*fact.until};
    return snooze::UntilReply{};
}

}  // namespace

Conversation evolve(Conversation c, const Event& event) {
    c.version = event.version;
    visit_occurring(overloaded{
                        [&](const Started& fact) {
                            c.site = fact.site;
                            c.channel = fact.channel;
                            c.customer = fact.customer;
                            c.linked_to = fact.linked_to;
                            c.started_at = event.at;
                            c.phase = phase::Open{};
                            if (fact.reply_owed) owe(c, event.at);
                        },
                        [&](const SessionStarted&) {
                            c.session = session::Active{event.at, {}};
                        },
                        [&](const Claimed&) { give_to(c, AgentId{event.by.id}, event); },
                        [&](const Released&) { c.owner.reset(); },
                        [&](const Assigned& fact) { give_to(c, fact.agent, event); },
                        [&](const MessageReceived&) {
                            c.customer_wrote_at = event.version;
                            c.snoozing = snooze::None{};
                            set_left(c, std::nullopt);
                            if (!c.reply_owed()) owe(c, event.at);
                        },
                        [&](const Replied& fact) {
                            if (fact.settles) c.answer = answer::Given{event.at};
                            c.had_reply = true;
                        },
                        [&](const NoteAdded&) {},
                        [&](const MarkedNoReplyNeeded&) { c.answer = answer::NotNeeded{event.at}; },
                        [&](const SessionEnded&) {
                            c.session = session::Ended{event.by, event.at};
                        },
                        [&](const Closed& fact) {
                            c.phase = phase::Closed{event.by, event.at, fact.session_since, fact.session_left_at};
                        },
                        [&](const Reopened& fact) {
                            c.phase = phase::Open{};
                            c.snoozing = snooze::None{};
                            c.owner = fact.owner;
                            c.had_owner = c.had_owner || fact.owner;
                            if (c.reply_owed()) owe(c, event.at);
                        },
                        [&](const CloseUndone&) {
                            const auto* closed = std::get_if<phase::Closed>(&c.phase);
                            if (closed != nullptr && closed->session_since)
                                c.session = session::Active{*closed->session_since, closed->session_left_at};
                            c.phase = phase::Open{};
                        },
                        [&](const Snoozed& fact) { c.snoozing = snoozing_of(fact); },
                        [&](const Woken&) { c.snoozing = snooze::None{}; },
                        [&](const TopicsSet& fact) { c.topics = fact.topics; },
                        [&](const MarkedRead& fact) { mark_read(c, event.by, fact.up_to); },
                        [&](const CustomerLeft&) { set_left(c, event.at); },
                        [&](const CustomerReturned&) { set_left(c, std::nullopt); },
                        [&](const Rated& fact) { c.score = fact.score; },
                        [&](const Identified& fact) { c.customer = fact.customer; },
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
