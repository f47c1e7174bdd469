#include "server/store/search.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "server/store/inbox_view.hpp"

namespace wrapup::server {
namespace {

// Around what was found, while it comes out of SQLite.
constexpr char hit_begins = '\x01', hit_ends = '\x02';

// With what its files are called.
template <class Message>
std::string words_of_message(const Message& message) {
    std::string words = message.text;
    for (const Attachment& attachment : message.attachments) words += '\n' + attachment.name;
    return words;
}

std::string words_of(const Fact& fact) {
    if (const auto* received = std::get_if<MessageReceived>(&fact)) return words_of_message(*received);
    if (const auto* replied = std::get_if<Replied>(&fact)) return words_of_message(*replied);
    if (const auto* note = std::get_if<NoteAdded>(&fact)) return note->text;
    if (const auto* rated = std::get_if<Rated>(&fact)) return rated->text;
    return {};
}

std::string as_phrase(const std::string& word) {
    std::string text = "\"";
    for (const char c : word) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

// As FTS5 reads it: every word in the text, and the site.
std::string match_of(const std::string& query, const SiteId& site) {
    std::istringstream in(query);
    std::string match = "site : " + as_phrase(site.value);
    std::string word;
    for (std::size_t words = 0; words < Search::words_max && in >> word; ++words)
        match += " AND text : " + as_phrase(word);
    return match + '*';
}

std::vector<Snippet> parts_of(const std::string& marked) {
    std::vector<Snippet> parts{{{}, false}};
    for (const char c : marked) {
        if (c == hit_begins || c == hit_ends) {
            parts.push_back({{}, c == hit_begins});
        } else {
            parts.back().text += c;
        }
    }
    parts.erase(std::remove_if(parts.begin(), parts.end(), [](const Snippet& part) { return part.text.empty(); }),
                parts.end());
    return parts;
}

bool has_a_word(const std::string& query) {
    return std::any_of(query.begin(), query.end(), [](char c) { return c != ' ' && c != '\t' && c != '\n'; });
}

}  // namespace

void Search::add(const SiteId& site, const std::vector<StoredEvent>& events, const std::string& customer) {
    for (const StoredEvent& stored : events) {
        const bool starts = std::holds_alternative<Started>(stored.event.fact);
        const std::string words = starts ? customer : words_of(stored.event.fact);
        if (!words.empty())
            connection_.run("INSERT INTO messages_fts (rowid, text, site, conversation) VALUES (?, ?, ?, ?)",
                            stored.position, words, site, stored.conversation);
    }
}

void Search::clear() { connection_.make_empty("messages_fts"); }

std::vector<Hit> Search::find(const std::string& query, const Actor& actor, const Filter& filter) {
    std::vector<std::pair<Position, Hit>> found;
    std::set<std::string> seen;
    for (const SiteId& site : actor.sites) {
        if (!has_a_word(query)) break;
        Query rows = connection_.query(
            "SELECT rowid, conversation, site, snippet(messages_fts, 0, char(1), char(2), '…', 16) FROM messages_fts "
            "WHERE messages_fts MATCH ? ORDER BY rowid DESC LIMIT 500",
            match_of(query, site));
        while (found.size() < hits_max && rows.next()) {
            if (rows.text(2) != site.value || !seen.insert(rows.text(1)).second) continue;
            auto row = InboxView(connection_).row({rows.text(1)});
            if (row && passes(filter, row->state))
                found.push_back({rows.integer(0), {std::move(*row), parts_of(rows.text(3))}});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Hit> hits;
    for (auto& [position, hit] : found) hits.push_back(std::move(hit));
    return hits;
}

}  // namespace wrapup::server
