#include "server/metrics_text.hpp"

#include <charconv>
#include <vector>

#include "core/shape.hpp"

namespace wrapup::server {
namespace {

constexpr std::uint64_t microseconds_a_second = 1'000'000, one = 1;

struct Label {
    std::string_view name, value;
};
using Labels = std::vector<Label>;

// As short as it can be and still be read back to the same.
std::string number(std::uint64_t value, std::uint64_t unit) {
    char text[32];
    const double scaled = static_cast<double>(value) / static_cast<double>(unit);
    const auto end = unit == one ? std::to_chars(text, text + sizeof(text), value)
                                 : std::to_chars(text, text + sizeof(text), scaled, std::chars_format::fixed);
    return {text, end.ptr};
}

class Exposition {
public:
    void family(std::string_view name, std::string_view type, std::string_view help) {
        name_ = name;
        text_.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
        text_.append(name).append(" ").append(type).append("\n");
    }

    void sample(std::string_view suffix, const Labels& labels, const std::string& value) {
        text_.append(name_).append(suffix);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            text_ += i == 0 ? '{' : ',';
            text_.append(labels[i].name).append("=\"").append(labels[i].value).append("\"");
        }
        if (!labels.empty()) text_ += '}';
        text_.append(" ").append(value).append("\n");
    }
    void sample(const Labels& labels, std::uint64_t value) { sample("", labels, std::to_string(value)); }

    void alone(std::string_view name, std::string_view type, std::string_view help, std::uint64_t value) {
        family(name, type, help);
        sample({}, value);
    }

    template <std::size_t size>
    void histogram(const Histogram<size>& histogram, const Labels& labels, std::uint64_t unit) {
        std::uint64_t count = 0;
        for (std::size_t i = 0; i <= size; ++i) {
            count += histogram.count(i);
            const std::string bound = i < size ? number(histogram.bounds()[i], unit) : "+Inf";
            Labels with_bound = labels;
            with_bound.push_back({"le", bound});
            sample("_bucket", with_bound, std::to_string(count));
        }
        sample("_sum", labels, number(histogram.sum(), unit));
        sample("_count", labels, std::to_string(count));
    }

    std::string take() { return std::move(text_); }

private:
    std::string_view name_;
    std::string text_;
};

bool was_asked_for(const RouteMetrics& route) {
    return std::any_of(route.by_status.begin(), route.by_status.end(), [](const Counter& c) { return c.value() > 0; });
}

void add_requests(Exposition& to, const Metrics& counted, const RouteOf& route_of) {
    to.family("wrapup_requests_total", "counter", "Requests, by what they asked for and how they were answered.");
    for (std::size_t number = 0; number < counted.routes.size(); ++number) {
        const auto [method, path] = route_of(number);
        const auto& by_status = counted.routes[number].by_status;
        for (std::size_t i = 0; i < by_status.size(); ++i) {
            const std::string status = i < statuses.size() ? std::to_string(statuses[i]) : "other";
            if (const auto count = by_status[i].value(); count > 0)
                to.sample({{"method", method}, {"route", path}, {"status", status}}, count);
        }
    }
    to.family("wrapup_request_seconds", "histogram", "From a whole request to its answer, or to a stream's beginning.");
    for (std::size_t number = 0; number < counted.routes.size(); ++number) {
        const auto [method, path] = route_of(number);
        if (was_asked_for(counted.routes[number]))
            to.histogram(counted.routes[number].microseconds, {{"method", method}, {"route", path}},
                         microseconds_a_second);
    }
}

void add_commands(Exposition& to, const Metrics& counted) {
    to.family("wrapup_commands_total", "counter", "Commands and deliveries, by what became of them.");
    to.sample({{"outcome", "ok"}}, counted.commands_done.value());
    to.sample({{"outcome", "newer_client"}}, counted.commands_unreadable.value());
    for (std::size_t i = 0; i < counted.commands_refused.size(); ++i)
        to.sample({{"outcome", name_of(static_cast<Rejection>(i))}}, counted.commands_refused[i].value());
    to.family("wrapup_group_commands", "histogram", "Commands that share a transaction.");
    to.histogram(counted.group_commands, {}, one);
    to.family("wrapup_commit_seconds", "histogram", "From COMMIT to the disk's word that it is there.");
    to.histogram(counted.commit_microseconds, {}, microseconds_a_second);
}

void add_levels(Exposition& to, const Metrics& counted, const Looked& looked) {
    to.alone("wrapup_faults_total", "counter", "Things that went wrong in the server, each with a line in the log.",
             counted.faults.value());
    to.alone("wrapup_connections", "gauge", "Open connections without a stream.", counted.connections.value());
    to.alone("wrapup_streams", "gauge", "Open streams of events.", counted.streams.value());
    to.alone("wrapup_requests_waiting", "gauge", "Requests that wait for a worker.", counted.requests_waiting.value());
    to.alone("wrapup_groups_waiting", "gauge", "Envelopes of commands that wait to be written.",
             counted.groups_waiting.value());
    to.family("wrapup_conversations", "gauge", "Conversations, by their status.");
    for (const auto& [status, conversations] : looked.volumes.conversations)
        to.sample({{"status", status}}, static_cast<std::uint64_t>(conversations));
    to.alone("wrapup_log_position", "counter", "Events in the log, the latest one's number.",
             static_cast<std::uint64_t>(looked.volumes.position));
    to.alone("wrapup_mails_waiting", "gauge", "Mails that are still to be sent.",
             static_cast<std::uint64_t>(looked.volumes.mails_waiting));
    to.alone("wrapup_database_bytes", "gauge", "The database file.", looked.database_bytes);
    to.alone("wrapup_wal_bytes", "gauge", "The log of writes beside it.", looked.wal_bytes);
    to.alone("wrapup_disk_free_bytes", "gauge", "Room where the database is.", looked.room_bytes);
    to.alone("process_resident_memory_bytes", "gauge", "Resident memory size in bytes.", looked.process.resident_bytes);
    to.alone("process_open_fds", "gauge", "Number of open file descriptors.", looked.process.descriptors);
    to.alone("process_max_fds", "gauge", "Maximum number of open file descriptors.", looked.process.descriptors_max);
}

}  // namespace

std::string metrics_text(const Metrics& counted, const Looked& looked, const RouteOf& route_of) {
    Exposition text;
    add_requests(text, counted, route_of);
    add_commands(text, counted);
    add_levels(text, counted, looked);
    return text.take();
}

}  // namespace wrapup::server
