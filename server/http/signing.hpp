#pragma once

#include "server/http/routes.hpp"

namespace wrapup::server {

// Signs the agent in on the browser that asks, and ends what it was signed in as before. Its cookies go with `answer`.
Answer let_in(const Ask& ask, const AgentId& agent, Answer answer);

// Malformed where it is no password to choose: too short, too long, or among the first that are guessed.
void check_new_password(const std::string& password, const char* field);

// What is answered where this is not the asker's password, or too many were tried; none where it is.
std::optional<Answer> refuse_wrong_password(const Ask& ask, const std::string& current);

// 429, with when to try again.
Answer answer_to_too_many_logins(std::chrono::milliseconds wait);

// What the guard is told of an attempt of this browser at this account. `agent` is whose it is, where it is somebody's.
LoginGuard::Attempt attempt_at(const Ask& ask, const std::string& account, const std::optional<AgentId>& agent);

}  // namespace wrapup::server
