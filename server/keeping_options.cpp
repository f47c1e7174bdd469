#include "server/keeping_options.hpp"

#include <array>

namespace wrapup::server {
namespace {

constexpr const char* group = "Operation";
constexpr std::size_t token_bytes_min = 16;

template <class Value>
struct Word {
    std::string_view word;
    Value value;
};
constexpr std::array formats{Word<LogFormat>{"text", LogFormat::text}, Word<LogFormat>{"json", LogFormat::json}};
constexpr std::array levels{Word<LogLevel>{"info", LogLevel::info}, Word<LogLevel>{"warning", LogLevel::warning},
                            Word<LogLevel>{"error", LogLevel::error}, Word<LogLevel>{"off", LogLevel::off}};

// Read where the value is taken over, as the limits are.
template <class Value, std::size_t size>
void add_choice(CLI::App& app, const std::string& name, const std::array<Word<Value>, size>& words, Value& value,
                const std::string& usual, const std::string& help) {
    const auto take = [name, &words, &value](const std::string& text) {
        std::string expected;
        for (const Word<Value>& one : words) {
            if (one.word == text) return void(value = one.value);
            expected.append(expected.empty() ? "" : ", ").append(one.word);
        }
        throw CLI::ValidationError(name, "expected one of " + expected + ", not '" + text + '\'');
    };
    app.add_option_function<std::string>(name, take, help)->type_name("WORD")->default_str(usual)->group(group);
}

void take_token(std::string& token, const std::string& text) {
    if (text.size() < token_bytes_min)
        throw CLI::ValidationError("--metrics-token",
                                   "expected at least " + std::to_string(token_bytes_min) + " characters");
    token = text;
}

}  // namespace

void add_keeping_options(CLI::App& app, KeepingOptions& options) {
    add_choice(app, "--log-format", formats, options.log.format, "text",
               "How the log on stderr is written: text, json");
    add_choice(app, "--log-level", levels, options.log.level, "info",
               "The least that is logged: info, warning, error, off");
    app.add_flag("--access-log", options.log.requests,
                 "Log every request: its id, route, status and time, and nothing of what was sent")
        ->group(group);
    app.add_option_function<std::string>(
           "--metrics-token", [&options](const std::string& text) { take_token(options.metrics_token, text); },
           "Who shows it as a bearer token may read /metrics, and nobody else. Without, who asks from this machine and "
           "not through a proxy. Told in the environment or the file only")
        ->type_name("TEXT")
        ->group(group);
    app.add_option("--config", "A file of settings, as --print-config prints one")->type_name("FILE")->group(group);
    app.add_flag("--print-config", options.prints_config, "Print every setting and where it came from, and end")
        ->group(group);
}

}  // namespace wrapup::server
