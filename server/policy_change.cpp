#include "server/policy_change.hpp"

#include "server/store/audit.hpp"
#include "server/store/inbox_view.hpp"

namespace wrapup::server {

std::optional<StoredPolicy> change_policy(Service& service, const Policy& policy, std::int64_t from_version,
                                          const std::string& who) {
    Writing writing(service.database);
    return change_policy(service, writing, policy, from_version, who);
}

std::optional<StoredPolicy> change_policy(Service& service, Writing& writing, const Policy& policy,
                                          std::int64_t from_version, const std::string& who) {
    if (service.stored_policy().version != from_version) return std::nullopt;
    const Time now = service.clock();
    Policies(*writing).put(policy, now);
    StoredPolicy next = Policies(*writing).current();
    InboxView(*writing).look_at_times(policy);
    Audit(*writing).note(now, who, Deed::policy_changed, {{"version", next.version}});
    Transaction transaction(*writing, next, now);
    transaction.route();
    const auto commit = transaction.commit();
    if (commit) make_searchable(*writing, *commit);
    writing.commit();
    service.policy_in_force.put(next);
    service.hub.tell_everybody(look_again());
    if (commit) service.hub.announce(commit);
    return next;
}

}  // namespace wrapup::server
