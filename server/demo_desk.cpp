#include "server/demo_desk.hpp"

#include <algorithm>

#include "core/channel.hpp"
#include "core/routing.hpp"
#include "server/demo.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/measures.hpp"
#include "server/store/search.hpp"

namespace wrapup::server {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t seed = 20'417;

// What each agent has to answer in the end, at most: they have room for more.
constexpr Each<Group, std::uint32_t> in_hand_max{{0, 3, 40}};

// Out of a hundred.
struct Share {
    Channel channel;
    std::uint64_t share;
};
constexpr std::array channel_shares{
    Share{Channel::chat, 44}, Share{Channel::email, 28}, Share{Channel::call, 8}, Share{Channel::voicemail, 4},
    Share{Channel::sms, 5},   Share{Channel::social, 5}, Share{Channel::task, 5}, Share{Channel::note, 1},
};

Channel any_channel(Dice& dice) {
    auto chance = dice.below(100);
    for (const auto& [channel, share] : channel_shares) {
        if (chance < share) return channel;
        chance -= share;
    }
    return Channel::chat;
}

// How many of a hundred that began this long ago are not closed yet.
std::uint64_t still_open(Milliseconds ago) {
    if (ago < 8h) return 60;
    if (ago < 24h) return 30;
    if (ago < 72h) return 10;
    return ago < 14 * 24h ? 2 : 0;
}

// The nth of `count`, the oldest first; the later, the more of them.
Milliseconds ago_of(std::int64_t n, std::int64_t count) {
    const std::int64_t left = count - n;
    return Milliseconds{DemoDesk::past_max.count() * left / count * left / count};
}

std::vector<Actor> team_of_the_shop(Database& database) {
    const Reading reading(database);
    std::vector<Actor> team = People(*reading).team();
    std::erase_if(
        team, [](const Actor& agent) { return agent.sites != std::vector{demo_site} || agent.role == Role::admin; });
    return team;
}

}  // namespace

DemoDesk::DemoDesk(Database& database, const StoredPolicy& policy, Time now)
    : database_(database),
      policy_(policy),
      now_(now),
      team_(team_of_the_shop(database)),
      ids_given_(static_cast<std::uint64_t>(conversations()) * 2),
      dice_(seed + ids_given_) {}

std::int64_t DemoDesk::conversations() {
    const Reading reading(database_);
    std::int64_t all = 0;
    for (const Counted& some : InboxView(*reading).counts({Role::agent, {}, {demo_site}, {}, {}, {}}))
        all += some.counts.open + some.counts.snoozed + some.counts.closed;
    return all;
}

void DemoDesk::add(std::int64_t count, const std::function<void(std::int64_t)>& tell) {
    for (std::int64_t n = 0; n < count;) {
        Writing writing(database_);
        const std::int64_t end = std::min(n + transaction_max, count);
        std::vector<Told> some;
        for (; n < end; ++n) {
            some.push_back(tell_one(*writing, ago_of(n, count)));
            if (n % 100 == 0) tell(n);
        }
        // About as it would have happened: the log of a desk is in the order of time.
        std::stable_sort(some.begin(), some.end(),
                         [](const Told& a, const Told& b) { return a.ends_at() < b.ends_at(); });
        for (const Told& told : some) store(*writing, told);
        writing.commit();
    }
}

DemoDesk::Told DemoDesk::tell_one(Connection& connection, Milliseconds ago) {
    DemoPlot plot = plot_of(ago);
    const bool has_customer = traits(plot.channel).customer == Has::yes;
    const DemoPerson person = has_customer ? customer_of(connection, plot) : DemoPerson{};
    DemoTalk talk(dice_, person.name);
    const DemoHistory history(plot, policy_.policy, team_, talk, dice_);
    if (const auto group = load_group(history.state())) ++in_hand_[plot.owner.id][*group];
    return {history.events(), history.state(), person.name};
}

// Each is greater than those before it, so that every index grows at its end.
std::string DemoDesk::next_id() { return dice_.ascending_id(ids_given_++); }

DemoPlot DemoDesk::plot_of(Milliseconds ago) {
    DemoPlot plot;
    plot.channel = any_channel(dice_);
    const auto owner = dice_.below(team_.size());
    plot.owner = team_[owner];
    plot.colleague = team_[(owner + 1) % team_.size()];
    plot.ending = ending_of(plot.channel, ago, plot.owner);
    plot.starts_at = start_of(ago);
    plot.now = now_;
    return plot;
}

// People write by day, and less at weekends. The latest stay where they are, since what is due now is due after them.
Time DemoDesk::start_of(Milliseconds ago) {
    const Time at = now_ - ago;
    if (ago < 7 * 24h) return at;
    auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::weekday weekday(day);
    const auto until_monday = weekday == std::chrono::Saturday ? 2 : weekday == std::chrono::Sunday ? 1 : 0;
    if (until_monday > 0 && dice_.in_a_hundred(60))
        day += std::chrono::days{until_monday + static_cast<int>(dice_.below(5))};
    const std::chrono::hours hour{7 + static_cast<std::int64_t>(dice_.below(6) + dice_.below(7))};
    return day + hour + Milliseconds{dice_.below(static_cast<std::uint64_t>(hour_ms))};
}

DemoEnding DemoDesk::ending_of(Channel channel, Milliseconds ago, const Actor& owner) {
    if (!dice_.in_a_hundred(still_open(ago))) return DemoEnding::closed;
    const auto first = Milliseconds{policy_.policy.respond[channel].first_ms.value_or(3 * day_ms)};
    if (ago < first + first / 8 && dice_.in_a_hundred(70)) return DemoEnding::unassigned;
    const Group group = traits(channel).group;
    const bool writes = traits(channel).customer == Has::yes && channel != Channel::call;
    const bool still_on = ago < (channel == Channel::chat ? Milliseconds{30min} : Milliseconds{72h});
    if (writes && still_on && in_hand_[owner.id][group] < in_hand_max[group] && dice_.in_a_hundred(50))
        return DemoEnding::owed;
    return dice_.in_a_hundred(60) ? DemoEnding::waiting : DemoEnding::snoozed;
}

// Every third has been there before.
DemoPerson DemoDesk::customer_of(Connection& connection, DemoPlot& plot) {
    if (!regulars_.empty() && dice_.in_a_hundred(33)) {
        const Regular& regular = regulars_[dice_.below(regulars_.size())];
        plot.customer = regular.actor;
        return regular.person;
    }
    const DemoPerson person = demo_person(dice_);
    const Customer customer{{next_id()}, demo_site, person.name, "/", person.locale, plot.starts_at};
    People(connection).add_customer(customer);
    plot.customer = customer.actor();
    if (regulars_.size() < regulars_max)
        regulars_.push_back({plot.customer, person});
    else
        regulars_[dice_.below(regulars_.size())] = {plot.customer, person};
    return person;
}

void DemoDesk::store(Connection& connection, const Told& told) {
    const ConversationId conversation{next_id()};
    const auto stored = EventLog(connection).append(conversation, told.events, policy_.version);
    InboxView(connection).project(conversation, told.state, stored, policy_.policy);
    Measures(connection).take(conversation, {}, stored);
    Search(connection).add(demo_site, stored, told.customer);
}

}  // namespace wrapup::server
