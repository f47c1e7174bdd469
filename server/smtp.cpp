#include "server/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace wrapup::server {
namespace {

constexpr long refused_from = 500;

struct Upload {
    const std::string& text;
    std::size_t at = 0;
};

std::size_t read_some(char* to, std::size_t size, std::size_t count, void* upload) {
    auto& [text, at] = *static_cast<Upload*>(upload);
    const std::size_t bytes = std::min(size * count, text.size() - at);
    std::memcpy(to, text.data() + at, bytes);
    at += bytes;
    return bytes;
}

int look_whether_to_hurry(void* hurry, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return (*static_cast<const Hurry*>(hurry))() ? 1 : 0;
}

// What the server never takes is the letter, or one of its two addresses. Everything else, as a wrong password, is the
// operator's to mend, and the letter can still be sent then.
SmtpVerdict::Outcome outcome_of(CURLcode result, long answer) {
    if (result == CURLE_OK) return SmtpVerdict::Outcome::accepted;
    const bool about_the_letter =
        result == CURLE_SEND_ERROR || result == CURLE_RECV_ERROR || result == CURLE_WEIRD_SERVER_REPLY;
    return about_the_letter && answer >= refused_from ? SmtpVerdict::Outcome::refused : SmtpVerdict::Outcome::failed;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void secure(CURL* handle, MailOptions::Security security) {
    using Security = MailOptions::Security;
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     static_cast<long>(security == Security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
}

}  // namespace

Smtp::Smtp(MailOptions options) : options_(std::move(options)) {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

SmtpVerdict Smtp::operator()(const SmtpLetter& letter, const Hurry& hurry) const {
    const Handle handle(curl_easy_init(), curl_easy_cleanup);
    if (!handle) throw std::bad_alloc();
    const std::string from = '<' + options_.from + '>', to = '<' + letter.to + '>';
    const List recipients(curl_slist_append(nullptr, to.c_str()), curl_slist_free_all);
    Upload upload{letter.wire_text};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
    set(CURLOPT_URL, options_.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect_ms_max.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(send_ms_max.count()));
    secure(handle.get(), options_.security());
    if (!options_.user.empty()) {
        set(CURLOPT_USERNAME, options_.user.c_str());
        set(CURLOPT_PASSWORD, options_.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &read_some);
    set(CURLOPT_READDATA, &upload);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &look_whether_to_hurry);
    set(CURLOPT_XFERINFODATA, &hurry);
    const CURLcode result = curl_easy_perform(handle.get());
    long answer = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer);
    SmtpVerdict verdict{outcome_of(result, answer)};
    if (verdict.outcome != SmtpVerdict::Outcome::accepted)
        verdict.why = curl_easy_strerror(result) + (answer > 0 ? ", " + std::to_string(answer) : std::string());
    return verdict;
}

}  // namespace wrapup::server
