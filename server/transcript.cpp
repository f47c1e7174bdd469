#include "server/transcript.hpp"

#include <algorithm>

#include "core/overloaded.hpp"
#include "server/plain_text.hpp"
#include "server/reader.hpp"
#include "server/transcript_words.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view text_indent = "    ";
constexpr std::string_view attachment_indent = "  ";
constexpr std::string_view right_to_left_mark = "\u200F";
constexpr std::size_t file_name_letters = 6;

std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_of(const WallTime& time) {
    return two_digits(static_cast<unsigned>(time.hour)) + ':' + two_digits(static_cast<unsigned>(time.minute));
}

// As in "UTC+01:00".
std::string offset_of(const WallTime& time) {
    const auto minutes = static_cast<unsigned>(std::abs(time.ahead.count()));
    return std::string("UTC") + (time.ahead.count() < 0 ? '-' : '+') + two_digits(minutes / 60) + ':' +
           two_digits(minutes % 60);
}

// The agents whom an event names.
std::vector<std::string> agents_in(const Event& event) {
    std::vector<std::string> ids;
    if (role::agents.has(event.by.role)) ids.push_back(event.by.id);
    if (const auto* assigned = std::get_if<Assigned>(&event.fact)) ids.push_back(assigned->agent.value);
    return ids;
}

// Writes line after line.
class Writer {
public:
    Writer(const Telling& telling, const Manner& manner) : telling_(telling), manner_(manner) {}

    std::string write() {
        write_head();
        for (std::size_t i = 0; i < telling_.events.size(); ++i) {
            event_ = &telling_.events[i];
            next_ = i + 1 < telling_.events.size() ? &telling_.events[i + 1] : nullptr;
            const std::size_t before = text_.size();
            std::visit(*this, event_->fact);
            if (text_.size() <= manner_.bytes_max) continue;
            text_.resize(before);
            text_ += '\n';
            line(say(manner_.language, Word::cut_off));
            break;
        }
        return std::move(text_);
    }

    void operator()(const MessageReceived& message) { said(name(event_->by), message.text, message.attachments); }
    void operator()(const Replied& reply) { said(name(event_->by), reply.text, reply.attachments); }
    void operator()(const NoteAdded& note) {
        said(say(manner_.language, Word::note, {{"who", name(event_->by)}}), note.text, {});
    }
    void operator()(const Claimed&) { happened(Word::joined, name(event_->by)); }
    void operator()(const Assigned& assigned) { happened(Word::joined, agent_name(assigned.agent.value)); }
    void operator()(const Released&) { happened(Word::left, name(event_->by)); }
    void operator()(const SessionEnded&) {
        // That it was closed tells that, too.
        const bool closed_with_it = next_ != nullptr && std::holds_alternative<Closed>(next_->fact) &&
                                    next_->by == event_->by && next_->at == event_->at;
        if (!closed_with_it) happened(Word::ended, Word::ended_by_itself);
    }
    void operator()(const Closed&) { happened(Word::closed, Word::closed_by_itself); }
    void operator()(const Reopened&) { happened(Word::reopened, Word::reopened_by_itself); }
    void operator()(const CloseUndone&) { happened(Word::reopened, Word::reopened_by_itself); }
    void operator()(const Rated& rated) {
        happened(Word::rated, name(event_->by), std::to_string(rated.score));
        if (!rated.text.empty()) quote(rated.text);
    }
    void operator()(const CustomerLeft&) { happened(Word::customer_left, customer()); }
    void operator()(const CustomerReturned&) { happened(Word::customer_returned, customer()); }
    void operator()(const Started&) {}
    void operator()(const SessionStarted&) {}
    void operator()(const MarkedNoReplyNeeded&) {}
    void operator()(const Snoozed&) {}
    void operator()(const Woken&) {}
    void operator()(const TopicsSet&) {}
    void operator()(const MarkedRead&) {}
    void operator()(const Identified&) {}

private:
    void write_head() {
        line(say(manner_.language, Word::title, {{"site", plain_line(telling_.site)}}));
        if (!telling_.customer.empty()) line(say(manner_.language, Word::customer, {{"who", customer()}}));
        if (telling_.events.empty()) return;
        const WallTime start = manner_.zone.at(telling_.events.front().at);
        line(say(manner_.language, Word::started, {{"date", date(start)}, {"time", clock_of(start)}}));
        line(say(manner_.language, Word::times, {{"zone", zone_words(start)}}));
    }

    // With how far it is ahead of UTC, unless that changed meanwhile.
    std::string zone_words(const WallTime& start) const {
        std::string zone = manner_.zone.name();
        const bool changed = manner_.zone.at(telling_.events.back().at).ahead != start.ahead;
        return changed || zone == "UTC" ? zone : zone + " (" + offset_of(start) + ')';
    }

    void said(const std::string& who, const std::string& text, const Attachments& attachments) {
        begin(who + ':');
        if (!text.empty()) quote(text);
        for (const Attachment& one : attachments)
            line(say(manner_.language, Word::attachment, {{"name", plain_line(one.name)}, {"size", size(one.bytes)}}),
                 attachment_indent);
    }

    void quote(const std::string& text) {
        for (const std::string& one : plain_lines(text)) ((text_ += text_indent) += one) += '\n';
    }

    // By whom, or by itself where that was the system.
    void happened(Word by_somebody, Word by_itself) {
        if (event_->by.role == Role::system) return begin(say(manner_.language, by_itself));
        happened(by_somebody, name(event_->by));
    }
    void happened(Word what, const std::string& who, const std::string& score = {}) {
        begin(say(manner_.language, what, {{"who", who}, {"score", score}}));
    }

    // With the time in front, and above it the day where that is another than that of what stands before.
    void begin(const std::string& words) {
        const WallTime at = manner_.zone.at(event_->at);
        if (!shown_ || !shown_->same_day(at)) {
            text_ += '\n';
            line("--- " + date(at) + " ---");
        }
        shown_ = at;
        text_ += '\n';
        line(clock_of(at) + "  " + words);
    }

    // One of ours. In Arabic it runs from the right, also where a name in other letters comes first.
    void line(const std::string& words, std::string_view indent = {}) {
        if (manner_.language == Language::arabic) text_ += right_to_left_mark;
        ((text_ += indent) += words) += '\n';
    }

    std::string date(const WallTime& time) const {
        return say(manner_.language, Word::date,
                   {{"day", std::to_string(time.day)},
                    {"month", month_name(manner_.language, time.month)},
                    {"year", std::to_string(time.year)}});
    }

    // As in "820 B", "12 KB", "3.4 MB".
    std::string size(std::uint32_t bytes) const {
        constexpr std::array<std::string_view, 3> units{"B", "KB", "MB"};
        constexpr std::uint64_t step = 1024;
        std::uint64_t unit_bytes = 1;
        std::size_t unit = 0;
        for (; bytes / unit_bytes >= step && unit + 1 < units.size(); ++unit) unit_bytes *= step;
        const std::uint64_t tenths = (std::uint64_t{10} * bytes + unit_bytes / 2) / unit_bytes;
        const bool whole = tenths >= 100 || tenths % 10 == 0;
        const std::string number = whole ? std::to_string((tenths + 5) / 10)
                                         : std::to_string(tenths / 10) + say(manner_.language, Word::decimal_mark) +
                                               std::to_string(tenths % 10);
        return number + ' ' + std::string(units[unit]);
    }

    std::string customer() const {
        const std::string name = plain_line(telling_.customer);
        return name.empty() ? say(manner_.language, Word::visitor) : name;
    }

    std::string name(const Author& author) const {
        if (author.role == Role::customer) return customer();
        return author.role == Role::system ? plain_line(telling_.site) : agent_name(author.id);
    }

    std::string agent_name(const std::string& id) const {
        const auto found = telling_.agents.find(id);
        return found == telling_.agents.end() ? say(manner_.language, Word::team) : plain_line(found->second);
    }

    const Telling& telling_;
    const Manner& manner_;
    const Event* event_ = nullptr;
    const Event* next_ = nullptr;
    std::optional<WallTime> shown_;
    std::string text_;
};

}  // namespace

std::optional<Telling> telling_of(Connection& connection, const ConversationId& conversation, const Actor& reader,
                                  const Policy& policy) {
    auto transcript = Reader(connection, reader, policy).transcript(conversation);
    if (!transcript) return std::nullopt;
    People people(connection);
    Telling telling;
    const Conversation& state = transcript->row.state;
    if (const auto site = people.site(state.site)) telling.site = site->name;
    if (const auto customer = people.customer(state.customer)) telling.customer = customer->name;
    for (StoredEvent& stored : transcript->events) {
        for (const std::string& id : agents_in(stored.event))
            if (telling.agents.find(id) == telling.agents.end())
                if (const auto agent = people.agent({id})) telling.agents[id] = agent->name;
        telling.events.push_back(std::move(stored.event));
    }
    return telling;
}

std::string transcript_text(const Telling& telling, const Manner& manner) { return Writer(telling, manner).write(); }

std::string transcript_file_name(const Telling& telling, const ConversationId& conversation, const TimeZone& zone) {
    const WallTime start = zone.at(telling.events.empty() ? Time{} : telling.events.front().at);
    std::string name =
        "transcript-" + std::to_string(start.year) + '-' + two_digits(start.month) + '-' + two_digits(start.day) + '-';
    const std::size_t letters = name.size() + file_name_letters;
    for (const char c : conversation.value)
        if (((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) && name.size() < letters) name += c;
    return name + ".txt";
}

}  // namespace wrapup::server
