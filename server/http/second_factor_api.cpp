// What agents show beside their password. Who puts it on or takes it off shows the password again.
#include "server/http/errors.hpp"
#include "server/http/percent.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/http/signing.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/people.hpp"
#include "server/store/second_factors.hpp"
#include "server/totp.hpp"

namespace wrapup::server {

struct CurrentForm {
    std::string current;
};
struct CodeForm {
    std::string code;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::CurrentForm> { using T = server::CurrentForm; static constexpr std::tuple fields{Field{"current", &T::current}}; };
template <> struct Shape<server::CodeForm>    { using T = server::CodeForm;    static constexpr std::tuple fields{Field{"code", &T::code}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

std::string link_of(const std::string& email, const std::string& secret) {
    return "otpauth://totp/Wrapup:" + percent_encoded(email, "@") + "?secret=" + secret + "&issuer=Wrapup";
}

}  // namespace

Answer second_factor(const Ask& ask, Connection& snapshot) {
    SecondFactors factors(snapshot);
    const AgentId agent{ask.actor().id};
    return json_answer({{"is_on", factors.is_on(agent)}, {"recovery_codes", factors.recovery_codes_left(agent)}});
}

Answer propose_second_factor(const Ask& ask) {
    const auto form = decode<CurrentForm>(parse_json(ask.http.body));
    if (auto refused = refuse_wrong_password(ask, form.current)) return *std::move(refused);
    const std::string secret = totp::new_secret(), shown = totp::base32(secret);
    Writing writing(ask.service.database);
    SecondFactors(*writing).propose({ask.actor().id}, secret);
    writing.commit();
    return json_answer({{"secret", shown}, {"link", link_of(*ask.who->email, shown)}});
}

Answer confirm_second_factor(const Ask& ask) {
    const auto form = decode<CodeForm>(parse_json(ask.http.body));
    Writing writing(ask.service.database);
    const Time now = ask.service.clock();
    const auto codes = SecondFactors(*writing).confirm({ask.actor().id}, form.code, now);
    if (!codes) return problem_answer(Problem::wrong_code, {}, "code");
    Audit(*writing).note(now, ask.actor().id, Deed::second_factor_put_on);
    writing.commit();
    return json_answer({{"recovery_codes", *codes}});
}

Answer drop_second_factor(const Ask& ask) {
    const auto form = decode<CurrentForm>(parse_json(ask.http.body));
    if (auto refused = refuse_wrong_password(ask, form.current)) return *std::move(refused);
    Writing writing(ask.service.database);
    SecondFactors(*writing).remove({ask.actor().id});
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::second_factor_taken_off,
                         {{"agent", *ask.who->email}});
    writing.commit();
    return no_content();
}

}  // namespace wrapup::server
