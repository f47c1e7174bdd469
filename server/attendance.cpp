#include "server/attendance.hpp"

#include "server/json_text.hpp"
#include "server/store/inbox_view.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t chats_max = 20;  // Of one customer, that are told of them.

// Times the rejoin window.
constexpr int quiet_windows = 2;

}  // namespace

Attendance::Attendance(Service& service)
    : service_(service),
      trusted_from_(service.clock() + quiet_windows * Milliseconds{service.policy->rejoin_window_ms}) {}

void Attendance::look() {
    for (const Presence::Change& change : service_.hub.presence().changes(ticks())) tell(change);
    if (trusted_ || service_.clock() < trusted_from_) return;
    trusted_ = true;
    miss_who_did_not_come_back();
}

void Attendance::tell(const Presence::Change& change) {
    tell_agents(change);
    const bool is_customer = change.actor.role == Role::customer;
    if (is_customer && (change.news == Presence::News::came || trusted_))
        tell_their_chats({change.actor.id}, change.news);
}

void Attendance::tell_agents(const Presence::Change& change) {
    const bool present = change.news == Presence::News::came;
    const Json data{{"person", encode(Author{change.actor.role, change.actor.id})}, {"present", present}};
    const auto notice = std::make_shared<const Notice>(Notice{"presence", text_of(data)});
    service_.hub.tell_agents(change.actor.sites, notice, change.actor.id);
}

void Attendance::tell_their_chats(const CustomerId& customer, Presence::News news) {
    const auto rows = [&] {
        const Reading reading(service_.database);
        return InboxView(*reading).of_customer(customer, chats_max);
    }();
    for (const Row& row : rows)
        if (row.state.session_active()) service_.inbox.tell_presence(row.conversation, news);
}

void Attendance::miss_who_did_not_come_back() {
    const auto chats = [&] {
        const Reading reading(service_.database);
        return InboxView(*reading).open_chats_of_visitors();
    }();
    for (const auto& [conversation, customer] : chats)
        if (!service_.hub.presence().has(customer.value))
            service_.inbox.tell_presence(conversation, Presence::News::went);
}

}  // namespace wrapup::server
