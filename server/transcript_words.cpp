#include "server/transcript_words.hpp"

#include <algorithm>
#include <array>

namespace wrapup::server {
namespace {

template <class T>
using PerLanguage = std::array<T, static_cast<std::size_t>(Language::count)>;

struct Row {
    Word word;
    PerLanguage<std::string_view> in;
};

// clang-format off
constexpr std::array<Row, static_cast<std::size_t>(Word::count)> table{{
    {Word::title,              {"Conversation with {site}", "Gespräch mit {site}", "محادثة مع {site}"}},
    {Word::customer,           {"Customer: {who}", "Kunde: {who}", "العميل: {who}"}},
    {Word::started,            {"Started: {date}, {time}", "Begonnen: {date}, {time}", "البداية: {date}، {time}"}},
    {Word::times,              {"Times: {zone}", "Zeiten: {zone}", "التوقيت: {zone}"}},
    {Word::date,               {"{day} {month} {year}", "{day}. {month} {year}", "{day} {month} {year}"}},
    {Word::team,               {"Our team", "Unser Team", "فريقنا"}},
    {Word::visitor,            {"Visitor", "Besucher", "الزائر"}},
    {Word::note,               {"{who} (internal note)", "{who} (interne Notiz)", "{who} (ملاحظة داخلية)"}},
    {Word::attachment,         {"Attachment: {name} ({size})", "Anhang: {name} ({size})", "مرفق: {name} ({size})"}},
    {Word::joined,             {"{who} joined", "{who} ist dazugekommen", "انضم {who}"}},
    {Word::left,               {"{who} left", "{who} ist gegangen", "غادر {who}"}},
    {Word::ended,              {"{who} ended the chat", "{who} hat den Chat beendet", "أنهى {who} الدردشة"}},
    {Word::ended_by_itself,    {"The chat was ended automatically", "Der Chat wurde automatisch beendet", "انتهت الدردشة تلقائيًا"}},
    {Word::closed,             {"{who} closed the conversation", "{who} hat das Gespräch geschlossen", "أغلق {who} المحادثة"}},
    {Word::closed_by_itself,   {"The conversation was closed automatically", "Das Gespräch wurde automatisch geschlossen", "أُغلقت المحادثة تلقائيًا"}},
    {Word::reopened,           {"{who} reopened the conversation", "{who} hat das Gespräch wieder geöffnet", "أعاد {who} فتح المحادثة"}},
    {Word::reopened_by_itself, {"The conversation was reopened", "Das Gespräch wurde wieder geöffnet", "أُعيد فتح المحادثة"}},
    {Word::rated,              {"{who} rated the conversation: {score} of 5", "{who} hat das Gespräch bewertet: {score} von 5", "قيّم {who} المحادثة: {score} من 5"}},
    {Word::customer_left,      {"{who} left the page", "{who} hat die Seite verlassen", "غادر {who} الصفحة"}},
    {Word::customer_returned,  {"{who} came back", "{who} ist zurückgekommen", "عاد {who}"}},
    {Word::cut_off,            {"The rest is too long for a mail and is left out.", "Der Rest ist zu lang für eine E-Mail und fehlt hier.", "ما تبقى أطول من أن يُرسل بالبريد الإلكتروني، فلم يُدرج."}},
    {Word::mail_subject,       {"Your conversation with {site}", "Ihr Gespräch mit {site}", "محادثتك مع {site}"}},
    {Word::mail_why,           {"Somebody gave this address in the chat of {site} to get this copy. If that was not you, there is nothing you need to do.",
                                "Jemand hat im Chat von {site} diese Adresse angegeben, um diese Kopie zu erhalten. Waren Sie das nicht, müssen Sie nichts tun.",
                                "أدخل أحدهم هذا العنوان في دردشة {site} للحصول على هذه النسخة. إن لم تكن أنت، فلا يلزمك فعل أي شيء."}},
    {Word::decimal_mark,       {".", ",", "."}},
}};

constexpr PerLanguage<std::array<std::string_view, 12>> months{{
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
    {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
    {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
}};
// clang-format on

// Whether both say the same things in braces, wherever.
constexpr bool fill_in_the_same(std::string_view one, std::string_view other) {
    for (auto from = one.find('{'); from != std::string_view::npos; from = one.find('{', from + 1))
        if (other.find(one.substr(from, one.find('}', from) + 1 - from)) == std::string_view::npos) return false;
    return std::count(one.begin(), one.end(), '{') == std::count(other.begin(), other.end(), '{');
}

constexpr bool words_are_complete() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].word != static_cast<Word>(i)) return false;
        for (const std::string_view word : table[i].in)
            if (word.empty() || !fill_in_the_same(table[i].in[0], word)) return false;
    }
    for (const auto& names : months)
        for (const std::string_view name : names)
            if (name.empty()) return false;
    return true;
}
static_assert(words_are_complete(), "transcript_words: one row per word, in the order of Word, whole in each language");

}  // namespace

std::string say(Language language, Word word, std::initializer_list<Filling> fillings) {
    std::string_view rest = table[static_cast<std::size_t>(word)].in[static_cast<std::size_t>(language)];
    std::string said;
    for (auto brace = rest.find('{'); brace != std::string_view::npos; brace = rest.find('{')) {
        const std::string_view name = rest.substr(brace + 1, rest.find('}') - brace - 1);
        said += rest.substr(0, brace);
        for (const Filling& filling : fillings)
            if (filling.first == name) said += filling.second;
        rest.remove_prefix(brace + name.size() + 2);
    }
    return said.append(rest);
}

std::string_view month_name(Language language, unsigned month) {
    return months[static_cast<std::size_t>(language)].at(month - 1);
}

}  // namespace wrapup::server
