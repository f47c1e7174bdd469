#include "server/store/deliveries.hpp"

#include "server/ids.hpp"
#include "server/json.hpp"

namespace wrapup::server {
namespace {

constexpr const char* ok = "ok";

}  // namespace

std::optional<Receipt> Deliveries::receipt(const std::string& by, const std::string& key) {
    Query query = connection_.query(
        "SELECT code, conversation, customer, version FROM deliveries WHERE token = ? AND key_hash = ?", by,
        Blob{hash_of_token(key)});
    if (!query.next()) return std::nullopt;
    if (query.text(0) != ok) return decode<Rejection>(Json(query.text(0)));
    return Delivered{{query.text(1)}, {query.text(2)}, static_cast<Version>(query.integer(3))};
}

void Deliveries::record(const std::string& by, const std::string& key, const Receipt& receipt, Time now) {
    connection_.run("DELETE FROM deliveries WHERE at <= ?", Time{now - kept_max});
    const auto* why = std::get_if<Rejection>(&receipt);
    const Delivered to = why == nullptr ? std::get<Delivered>(receipt) : Delivered{};
    connection_.run(
        "INSERT INTO deliveries (token, key_hash, at, code, conversation, customer, version) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        by, Blob{hash_of_token(key)}, now, why == nullptr ? std::string(ok) : std::string(name_of(*why)),
        to.conversation, to.customer, std::int64_t{to.version});
}

}  // namespace wrapup::server
