#include "tests/fault/ledger.hpp"

#include "server/ids.hpp"
#include "server/store/clients.hpp"
#include "server/store/event_log.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::server::fault {
namespace {

using wrapup::test::ana;
using wrapup::test::ben;
using wrapup::test::start_chat;
using wrapup::test::visitor;

constexpr std::size_t visitors = 8, agents = 8;
constexpr std::size_t commands_per_chat = 10;

// Everybody who writes about the same chat comes to the same name for it.
ConversationId chat(std::size_t of_visitor, std::size_t nth) {
    const std::string number = std::to_string(nth);
    const std::string name = "visitor-" + std::to_string(of_visitor) + "-chat-";
    return {name + std::string(id_length - name.size() - number.size(), '0') + number};
}

const std::string* text_of(const Fact& fact) {
    if (const auto* received = std::get_if<MessageReceived>(&fact)) return &received->text;
    if (const auto* replied = std::get_if<Replied>(&fact)) return &replied->text;
    if (const auto* noted = std::get_if<NoteAdded>(&fact)) return &noted->text;
    return nullptr;
}

Effects effects_in(Connection& connection) {
    Effects effects;
    for (const StoredEvent& stored : EventLog(connection).after(0))
        if (const auto* text = text_of(stored.event.fact)) ++effects[*text];
    return effects;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    acknowledged += other.acknowledged;
    accepted += other.accepted;
    lost += other.lost;
    doubled += other.doubled;
    half += other.half;
    return *this;
}

Writer::Writer(std::size_t number, std::uint32_t seed)
    : actor_(number < visitors ? visitor
             : number % 2 == 0 ? ana
                               : ben),
      number_(number),
      client_{"client-" + std::to_string(number)},
      random_(seed + static_cast<std::uint32_t>(number)) {}

void Writer::resend(Inbox& inbox) {
    if (sent_.empty() || sent_.back().answer) return;
    const auto n = static_cast<std::int64_t>(sent_.size());
    const auto answer = inbox.run(actor_, client_, {{n, sent_.back().asked}});
    if (const auto* gap = std::get_if<Inbox::Gap>(&answer))
        throw std::logic_error(client_.value + " was asked for " + std::to_string(gap->expected) + ", having sent " +
                               std::to_string(n));
    sent_.back().answer = std::get<std::vector<Outcome>>(answer).at(0);
}

void Writer::step(Inbox& inbox) {
    if (sent_.empty() || sent_.back().answer) sent_.push_back(next());
    resend(inbox);
}

// A visitor opens one chat after the other and writes into it. Two agents take turns on each.
Writer::Sent Writer::next() {
    const std::size_t n = sent_.size();
    std::string text = client_.value + '-' + std::to_string(n) + ' ' + std::string(random_() % 3'000, '.');
    const ConversationId conversation = chat(number_ % visitors, n / commands_per_chat);
    Commands steps;
    if (actor_.role != Role::customer)
        steps = steps_of_agent(text);
    else if (n % commands_per_chat == 0)
        steps = {start_chat, Receive{text}};
    else
        steps = {Receive{text}};
    return {{conversation, 1'000'000, every<Confirmation>(), std::move(steps)}, std::move(text), {}};
}

Commands Writer::steps_of_agent(const std::string& text) {
    const std::array<Commands, 6> choices{{{Claim{}, Reply{text}},
                                           {Reply{text}},
                                           {AddNote{text}},
                                           {AddNote{text}, Snooze{}},
                                           {Reply{text}, Release{}},
                                           {Reply{text}, End{true}, Close{}}}};
    return choices[random_() % choices.size()];
}

Tally Writer::compare(Connection& connection, const Effects& effects) const {
    Tally tally;
    for (std::size_t i = 0; i < sent_.size(); ++i) {
        const Sent& sent = sent_[i];
        const auto stored = Clients(connection).outcome(client_, static_cast<std::int64_t>(i + 1));
        const auto found = effects.find(sent.effect);
        const std::int64_t count = found == effects.end() ? 0 : found->second;
        const bool has_effect = stored && stored->code == "ok";
        tally.doubled += count > 1;
        tally.half += has_effect != (count > 0);
        if (!sent.answer) continue;
        ++tally.acknowledged;
        tally.accepted += sent.answer->code == "ok";
        tally.lost += !stored || stored->code != sent.answer->code || stored->detail != sent.answer->detail;
    }
    return tally;
}

std::vector<Writer> writers(std::uint32_t seed) {
    std::vector<Writer> all;
    for (std::size_t number = 0; number < visitors + agents; ++number) all.emplace_back(number, seed);
    return all;
}

Tally compare(const std::vector<Writer>& all, Database& database) {
    const Reading reading(database);
    const Effects effects = effects_in(*reading);
    Tally tally;
    for (const Writer& writer : all) tally += writer.compare(*reading, effects);
    return tally;
}

}  // namespace wrapup::server::fault
