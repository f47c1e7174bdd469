#include "server/summary.hpp"

#include <algorithm>
#include <map>

#include "core/channel.hpp"
#include "server/csv.hpp"
#include "server/store/topic_names.hpp"

namespace wrapup::server {
namespace {

// The smallest of the times that as many in a hundred of them do not exceed.
std::int64_t nearest_rank(std::vector<std::int64_t>& times, std::size_t in_a_hundred) {
    const std::size_t rank = (times.size() * in_a_hundred + 99) / 100;
    const auto at = times.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

std::optional<Spread> spread_of(std::vector<std::int64_t> times) {
    if (times.empty()) return std::nullopt;
    const std::int64_t median = nearest_rank(times, 50);
    return Spread{median, nearest_rank(times, 90)};
}

class Tally {
public:
    void add(const Measure& measure) {
        const bool has_customer = traits(measure.channel).customer == Has::yes;
        ++figures_.started;
        if (measure.first_reply_at) {
            ++figures_.replied;
            first_reply_ms_.push_back((*measure.first_reply_at - measure.started_at).count());
        }
        if (measure.closed_at) {
            ++figures_.closed;
            closing_ms_.push_back((*measure.closed_at - measure.started_at).count());
            if (has_customer && !measure.first_reply_at) ++figures_.closed_without_reply;
        }
        if (measure.reopenings > 0) ++figures_.reopened;
    }

    Figures figures() const {
        Figures figures = figures_;
        figures.first_reply = spread_of(first_reply_ms_);
        figures.closing = spread_of(closing_ms_);
        return figures;
    }

private:
    Figures figures_;
    std::vector<std::int64_t> first_reply_ms_;
    std::vector<std::int64_t> closing_ms_;
};

using Tallies = std::map<std::string, Tally>;

std::vector<Slice> slices_of(const Tallies& tallies) {
    std::vector<Slice> slices;
    for (const auto& [key, tally] : tallies) slices.push_back({key, {}, tally.figures()});
    return slices;
}

std::vector<Slice> largest_first(std::vector<Slice> slices) {
    std::stable_sort(slices.begin(), slices.end(),
                     [](const Slice& a, const Slice& b) { return a.figures.started > b.figures.started; });
    return slices;
}

std::vector<Slice> named(std::vector<Slice> slices, People people) {
    for (const Agent& agent : people.agents())
        for (Slice& slice : slices)
            if (slice.key == agent.actor.id) slice.name = agent.name;
    return slices;
}

std::vector<Slice> named(std::vector<Slice> slices, TopicNames names) {
    for (Slice& slice : slices)
        if (!slice.key.empty()) slice.name = names.of({slice.key});
    return slices;
}

struct Column {
    const char* name;
    std::string (*cell)(const Figures&);
};

template <std::int64_t Figures::*member>
std::string count(const Figures& figures) {
    return std::to_string(figures.*member);
}

template <std::optional<Spread> Figures::*spread, std::int64_t Spread::*member>
std::string seconds(const Figures& figures) {
    constexpr std::int64_t second_ms = 1'000;
    const auto& times = figures.*spread;
    return times ? std::to_string((*times).*member / second_ms) : "";
}

constexpr std::array columns{
    Column{"Conversations started", count<&Figures::started>},
    Column{"Replied to", count<&Figures::replied>},
    Column{"First reply, median (s)", seconds<&Figures::first_reply, &Spread::median_ms>},
    Column{"First reply, 90 % within (s)", seconds<&Figures::first_reply, &Spread::p90_ms>},
    Column{"Closed", count<&Figures::closed>},
    Column{"Time to close, median (s)", seconds<&Figures::closing, &Spread::median_ms>},
    Column{"Time to close, 90 % within (s)", seconds<&Figures::closing, &Spread::p90_ms>},
    Column{"Reopened", count<&Figures::reopened>},
    Column{"Closed without reply", count<&Figures::closed_without_reply>},
};

}  // namespace

Summary summarise(Connection& connection, const std::vector<SiteId>& sites, const Days& days, const LocalClock& clock) {
    Tally total;
    Tallies by_day, by_channel, by_agent, by_topic;
    for (Day day = days.from; day <= days.to; day += std::chrono::days{1}) by_day[text_of(day)];
    const auto take = [&](const Measure& measure) {
        const Day day = clock.day_of(measure.started_at);
        if (day < days.from || day > days.to) return;
        total.add(measure);
        by_day[text_of(day)].add(measure);
        by_channel[std::string(name_of(measure.channel))].add(measure);
        by_agent[measure.agent.value_or(AgentId{}).value].add(measure);
        for (const TopicId& topic : measure.topics) by_topic[topic.value].add(measure);
        if (measure.topics.empty()) by_topic[""].add(measure);
    };
    // Wherever a day of that name begins or ends on Earth.
    constexpr std::chrono::minutes margin{LocalClock::minutes_ahead_max};
    const Time from = days.from - margin, until = days.to + std::chrono::days{1} + margin;
    for (const SiteId& site : sites) Measures(connection).each(site, from, until, take);
    return {text_of(days.from),
            text_of(days.to),
            total.figures(),
            slices_of(by_day),
            largest_first(slices_of(by_channel)),
            named(largest_first(slices_of(by_agent)), People(connection)),
            named(largest_first(slices_of(by_topic)), TopicNames(connection))};
}

std::string csv_of(const Summary& summary) {
    std::vector<std::string> head{"By", "Key", "Name"};
    for (const Column& column : columns) head.push_back(column.name);
    std::string csv = csv_line(head);
    const auto add = [&](const char* by, const Slice& slice) {
        std::vector<std::string> cells{by, slice.key, slice.name};
        for (const Column& column : columns) cells.push_back(column.cell(slice.figures));
        csv += csv_line(cells);
    };
    add("total", {summary.from + " to " + summary.to, {}, summary.total});
    for (const Slice& slice : summary.days) add("day", slice);
    for (const Slice& slice : summary.channels) add("channel", slice);
    for (const Slice& slice : summary.agents) add("agent", slice);
    for (const Slice& slice : summary.topics) add("topic", slice);
    return csv;
}

}  // namespace wrapup::server
