#pragma once

#include <optional>

#include "core/rules.hpp"
#include "core/standing.hpp"

namespace wrapup {

// What is wrong with a command itself, wherever it is given: its text, whom or what it names.
Set<Rejection> faults_of(const Command& command, const Conversation& conversation, const Actor& actor,
                         const Setting& setting);

// Why a command is refused: the first reason of its row in rules.hpp that holds, or none. Without faults: with a valid
// payload.
std::optional<Rejection> refusal(const Rule& rule, const Standing& standing, Set<Rejection> faults = {});

}  // namespace wrapup
