#include "server/store/policies.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

Policy policy_from(const Json& json) {
    if (!json.is_object()) throw Malformed("", "expected an object");
    Json whole = encode(Policy{});
    for (const auto& [name, value] : json.items()) {
        if (!whole.contains(name)) throw Malformed(name, "unknown field");
        if (value.is_object() && whole[name].is_object())
            for (const auto& [key, item] : value.items()) whole[name][key] = item;
        else
            whole[name] = value;
    }
    return decode<Policy>(whole);
}

StoredPolicy Policies::current() {
    auto policies = all();
    return policies.empty() ? StoredPolicy{} : std::move(policies.back());
}

std::vector<StoredPolicy> Policies::all() {
    Query query = connection_.query("SELECT version, \"from\", body FROM policies ORDER BY version");
    std::vector<StoredPolicy> policies;
    while (query.next()) policies.push_back({query.integer(0), query.time(1), policy_from(Json::parse(query.text(2)))});
    return policies;
}

void Policies::put(const Policy& policy, Time from) {
    connection_.run("INSERT INTO policies (\"from\", body) VALUES (?, ?)", from, text_of(encode(policy)));
}

}  // namespace wrapup::server
