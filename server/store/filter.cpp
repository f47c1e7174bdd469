#include "server/store/filter.hpp"

#include <algorithm>

namespace wrapup::server {
namespace {

template <class T>
bool fits(const std::optional<T>& wanted, const T& is) {
    return !wanted || *wanted == is;
}

bool has_topic(const Conversation& conversation, const TopicId& topic) {
    const auto& topics = conversation.topics;
    return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

}  // namespace

bool passes(const Filter& filter, const Conversation& conversation) {
    return fits(filter.status, status(conversation)) && fits(filter.owner, conversation.owner) &&
           fits(filter.channel, conversation.channel) && fits(filter.site, conversation.site) &&
           (!filter.topic || has_topic(conversation, *filter.topic));
}

}  // namespace wrapup::server
