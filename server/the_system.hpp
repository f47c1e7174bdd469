#pragma once

#include "core/vocabulary.hpp"

namespace wrapup::server {

// Who acts where no person does: timers, routing, presence.
inline const Actor the_system{Role::system, {}, {}, {}, {}, {}};

}  // namespace wrapup::server
