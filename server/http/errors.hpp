#pragma once

#include <cstdint>
#include <string>

#include "core/rejection.hpp"
#include "server/http/answer.hpp"

namespace wrapup::server {

// Everything that a request can be refused for before the rules are asked.
enum class Problem : std::uint8_t {
    malformed,
    not_signed_in,
    wrong_credentials,
    header_missing,
    agents_only,
    supervisors_only,
    admins_only,
    customers_only,
    tokens_only,
    not_for_tokens,
    out_of_scope,
    client_of_another,
    note_of_another,
    another_site,
    another_customer,
    identity_off,
    identity_required,
    identity_invalid,
    identity_expired,
    identity_too_long,
    identity_used,
    unknown_page,
    unknown_site,
    unknown_conversation,
    unknown_customer,
    unknown_item,
    taken,
    outdated,
    not_oneself,
    on_other_sites,
    from_elsewhere,
    too_many_logins,
    link_used,
    code_needed,
    wrong_code,
    wrong_password,
    too_many,
    unknown_attachment,
    method_not_allowed,
    body_too_large,
    target_too_long,
    not_json,
    not_a_file_we_take,
    too_many_files,
    too_many_mails,
    no_mail,
    nothing_to_mail,
    head_too_large,
    too_slow,
    length_required,
    body_encoded,
    expectation,
    unknown_method,
    unknown_version,
    too_many_streams,
    too_many_streams_of_user,
    too_many_streams_from_address,
    too_many_connections,
    too_many_from_address,
    busy,
    fault,
    count
};

// As application/problem+json (RFC 9457). `detail` replaces the general words; `field` is left out when empty. What a
// program has to tell apart has a `code`, which is never renamed.
Answer problem_answer(Problem problem, const std::string& detail = {}, const std::string& field = {});

// What the rules refuse, as {"rejection": its name}: 403 where it is about who asks, 422 where it is about what they
// ask, 409 where it is about how the conversation stands.
Answer rejection_answer(Rejection rejection);

// The body for a status that the HTTP library answers by itself.
std::string problem_body(int status, const std::string& title);

}  // namespace wrapup::server
