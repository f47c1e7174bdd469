// Parts of a case, each at random. What is valid and what is not are both common, so that every refusal comes up.
#pragma once

#include "tests/differential/cases.hpp"

namespace wrapup::differential {

Circumstances any_circumstances(Random& random);

// Today, or where 32 bits end, signed and unsigned, in milliseconds.
Time any_start(Random& random);
// Just before, at, or just after the end of one of the policy's windows, which begins or ends at `moment`.
Time near(Random& random, Time moment, const Policy& policy);
Milliseconds any_window(Random& random, const Policy& policy);

// All fields at random, also such as no history leads to.
Conversation any_state(Random& random, const Policy& policy, Time now);

Command any_command(Random& random, const Conversation& state, const Policy& policy, const Actor& actor, Time now);
Payload any_payload(Random& random, const Policy& policy, Time now);

}  // namespace wrapup::differential
