#include "server/http/answer.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

Answer json_answer(const Json& body, int status) { return json_text_answer(text_of(body), status); }

Answer json_text_answer(std::string text, int status) {
    return {status, "application/json", std::move(text), {{"Cache-Control", "no-store"}}};
}

Answer no_content() { return {204, {}, {}, {}}; }

}  // namespace wrapup::server
