#include "server/http/answer.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

Answer json_answer(const Json& body, int status) {
    return {status, "application/json", text_of(body), {{"Cache-Control", "no-store"}}, {}};
}

Answer no_content() { return {204, {}, {}, {}, {}}; }

}  // namespace wrapup::server
