#include "server/store/topic_names.hpp"

#include <algorithm>

namespace wrapup::server {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Letters of other alphabets stay as they are.
std::string in_small_letters(std::string text) {
    for (char& c : text)
        if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// Every run of `gaps` as one `joint`, and none at the ends.
std::string joined(const std::string& text, std::string_view gaps, char joint) {
    std::string joined;
    for (const char c : text) {
        const bool is_gap = gaps.find(c) != std::string_view::npos;
        if (!is_gap) joined += c;
        if (is_gap && !joined.empty() && joined.back() != joint) joined += joint;
    }
    if (!joined.empty() && joined.back() == joint) joined.pop_back();
    return joined;
}

std::string read_as_words(const TopicId& topic) {
    std::string words = joined(topic.value, "_- ", ' ');
    if (words.empty()) return topic.value;
    if (is_small(words.front())) words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

}  // namespace

std::vector<Named> TopicNames::all() {
    Query query = connection_.query("SELECT topic, name FROM topic_names ORDER BY topic");
    std::vector<Named> names;
    while (query.next()) names.push_back({query.text(0), query.text(1)});
    return names;
}

std::string TopicNames::of(const TopicId& topic) {
    Query query = connection_.query("SELECT name FROM topic_names WHERE topic = ?", topic);
    return query.next() ? query.text(0) : read_as_words(topic);
}

std::optional<TopicId> TopicNames::called(const std::string& name) {
    for (TopicId& topic : ever())
        if (in_small_letters(of(topic)) == in_small_letters(name)) return std::move(topic);
    return std::nullopt;
}

TopicId TopicNames::free_id(const std::string& name) {
    const auto taken = ever();
    const std::string words = joined(in_small_letters(name), " ", '_');
    TopicId id{words};
    for (int other = 2; std::find(taken.begin(), taken.end(), id) != taken.end(); ++other)
        id.value = words + '_' + std::to_string(other);
    return id;
}

void TopicNames::put(const TopicId& topic, const std::string& name) {
    connection_.run(
        "INSERT INTO topic_names (topic, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name", topic,
        name);
}

std::vector<TopicId> TopicNames::ever() {
    Query query = connection_.query(
        "SELECT topic FROM topic_names UNION SELECT value FROM policies, json_each(policies.body, '$.topics')");
    std::vector<TopicId> topics;
    while (query.next()) topics.push_back({query.text(0)});
    return topics;
}

}  // namespace wrapup::server
