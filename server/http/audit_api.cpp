// Who changed what, for admins.
#include <limits>

#include "server/http/bodies.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/store/audit.hpp"

namespace wrapup::server {

Answer audit(const Ask& ask, Connection& snapshot) {
    const auto before = ask.optional_param("before");
    auto entries =
        Audit(snapshot).before(before ? position_from(*before, "before") : std::numeric_limits<std::int64_t>::max());
    Json next = nullptr;
    if (entries.size() > Audit::page_rows_max) {
        entries.resize(Audit::page_rows_max);
        next = entries.back().id;
    }
    return json_answer({{"entries", encode(entries)}, {"next", next}});
}

}  // namespace wrapup::server
