#include "server/store/second_factors.hpp"

#include "server/ids.hpp"
#include "server/totp.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t parts = 4, letters_in_a_part = 6;  // 120 bits: too many to guess, so that a quick hash is enough.

std::string new_recovery_code() {
    std::string code;
    for (std::size_t i = 0; i < parts; ++i) code += (i == 0 ? "" : "-") + random_letters(letters_in_a_part);
    return code;
}

// As people type it.
std::string without_dressing(const std::string& code) {
    std::string plain;
    for (const char c : code) {
        if (c == '-' || c == ' ') continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain;
}

Blob hash_of(const std::string& code) { return {hash_of_token(without_dressing(code))}; }

}  // namespace

bool SecondFactors::is_on(const AgentId& agent) {
    return connection_.query("SELECT 1 FROM second_factors WHERE agent = ? AND secret IS NOT NULL", agent).next();
}

std::int64_t SecondFactors::recovery_codes_left(const AgentId& agent) {
    Query query = connection_.query("SELECT count(*) FROM recovery_codes WHERE agent = ?", agent);
    query.next();
    return query.integer(0);
}

void SecondFactors::propose(const AgentId& agent, const std::string& secret) {
    connection_.run(
        "INSERT INTO second_factors (agent, proposed) VALUES (?, ?) "
        "ON CONFLICT (agent) DO UPDATE SET proposed = excluded.proposed",
        agent, Blob{secret});
}

std::optional<std::vector<std::string>> SecondFactors::confirm(const AgentId& agent, const std::string& code,
                                                               Time now) {
    const auto step = [&]() -> std::optional<std::int64_t> {
        Query query =
            connection_.query("SELECT proposed FROM second_factors WHERE agent = ? AND proposed IS NOT NULL", agent);
        return query.next() ? totp::step_of(without_dressing(code), query.text(0), now, 0) : std::nullopt;
    }();
    if (!step) return std::nullopt;
    connection_.run("UPDATE second_factors SET secret = proposed, proposed = NULL, last_step = ? WHERE agent = ?",
                    *step, agent);
    connection_.run("DELETE FROM recovery_codes WHERE agent = ?", agent);
    std::vector<std::string> codes;
    while (codes.size() < recovery_codes) {
        codes.push_back(new_recovery_code());
        connection_.run("INSERT INTO recovery_codes (code_hash, agent) VALUES (?, ?)", hash_of(codes.back()), agent);
    }
    return codes;
}

bool SecondFactors::take(const AgentId& agent, const std::string& code, Time now) {
    const std::string plain = without_dressing(code);
    if (plain.size() != totp::digits) return take_recovery_code(agent, code);
    const auto step = [&]() -> std::optional<std::int64_t> {
        Query query = connection_.query(
            "SELECT secret, last_step FROM second_factors WHERE agent = ? AND secret IS NOT NULL", agent);
        return query.next() ? totp::step_of(plain, query.text(0), now, query.integer(1)) : std::nullopt;
    }();
    if (step) connection_.run("UPDATE second_factors SET last_step = ? WHERE agent = ?", *step, agent);
    return step.has_value();
}

bool SecondFactors::take_recovery_code(const AgentId& agent, const std::string& code) {
    return connection_
        .query("DELETE FROM recovery_codes WHERE code_hash = ? AND agent = ? RETURNING agent", hash_of(code), agent)
        .next();
}

void SecondFactors::remove(const AgentId& agent) {
    connection_.run("DELETE FROM second_factors WHERE agent = ?", agent);
    connection_.run("DELETE FROM recovery_codes WHERE agent = ?", agent);
}

}  // namespace wrapup::server
