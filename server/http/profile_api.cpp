// What agents change about themselves.
#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/http/signing.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/links.hpp"
#include "server/store/logins.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

struct NameForm {
    std::string name;
};
struct PasswordForm {
    std::string current;
    std::string password;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::NameForm>     { using T = server::NameForm;     static constexpr std::tuple fields{Field{"name", &T::name}}; };
template <> struct Shape<server::PasswordForm> { using T = server::PasswordForm; static constexpr std::tuple fields{Field{"current", &T::current}, Field{"password", &T::password}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
Answer change_own_name(const Ask& ask) {
    const auto form = decode<NameForm>(parse_json(ask.http.body));
    check_line(form.name, "name", Agent::name_bytes_max);
    Writing writing(ask.service.database);
    People(*writing).rename_agent({ask.actor().id}, form.name);
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::name_changed, {{"name", form.name}});
    writing.commit();
    ask.service.hub.tell_agents(ask.actor().sites, look_again(), {});
    return no_content();
}

Answer change_own_password(const Ask& ask) {
    const auto form = decode<PasswordForm>(parse_json(ask.http.body));
    check_new_password(form.password, "password");
    if (auto refused = refuse_wrong_password(ask, form.current)) return *std::move(refused);
    const std::string hash = ask.service.passwords.hash(form.password);
    Writing writing(ask.service.database);
    People(*writing).put_password({ask.actor().id}, hash);
    Logins(*writing).close_all_but({ask.actor().id}, *ask.who->login);
    Links(*writing).close(AgentId{ask.actor().id});
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::password_changed);
    writing.commit();
    ask.service.hub.cut_off(ask.actor().id);
    return no_content();
}

}  // namespace wrapup::server
