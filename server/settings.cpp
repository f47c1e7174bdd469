#include "server/settings.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <ostream>

namespace wrapup::server {
namespace {

constexpr std::string_view of_the_file_itself = "config";
constexpr std::array not_for_files{std::string_view("help"), of_the_file_itself, std::string_view("print-config")};
constexpr std::array ends_of_secrets{"-token", "-password", "-secret"};
constexpr std::string_view spaces = " \t\r";

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(spaces);
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

std::string variable_of(const std::string& name) {
    std::string variable = "WRAPUP_" + name;
    for (char& c : variable) c = c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return variable;
}

std::optional<std::string> from_environment(const std::string& name) {
    const char* value = std::getenv(variable_of(name).c_str());
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

bool is_secret(const std::string& name) {
    return std::any_of(ends_of_secrets.begin(), ends_of_secrets.end(),
                       [&](const char* end) { return name.ends_with(end); });
}

std::string words_against_typing(const std::string& secret) {
    return "--" + secret + ": what is typed is seen by everybody on this machine; tell it in the environment, as " +
           variable_of(secret) + ", or in the file of --config";
}

// As in --name VALUE or --name=VALUE.
std::optional<std::string> typed(const std::vector<std::string>& arguments, const std::string& name) {
    const std::string flag = "--" + name;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].starts_with(flag + '=')) return arguments[i].substr(flag.size() + 1);
        if (arguments[i] == flag) return i + 1 < arguments.size() ? arguments[i + 1] : std::string();
    }
    return std::nullopt;
}

// What follows a # after a space is a comment, unless the value is in quotes.
std::string value_in(const std::string& text) {
    const std::string value = trimmed(text);
    if (value.size() >= 2 && value.front() == '"' && value.find('"', 1) != std::string::npos)
        return value.substr(1, value.find('"', 1) - 1);
    return trimmed(value.substr(0, std::min(value.find(" #"), value.size())));
}

std::vector<std::string> parts_of(const std::string& list) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t comma = std::min(list.find(',', begin), list.size());
        parts.push_back(trimmed(list.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    return parts;
}

std::string name_of_option(const CLI::Option& option) {
    return option.get_lnames().empty() ? "" : option.get_lnames().front();
}

bool takes_a_list(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

}  // namespace

bool Settings::is_key(const std::string& name) const {
    if (std::find(not_for_files.begin(), not_for_files.end(), name) != not_for_files.end()) return false;
    const auto options = static_cast<const CLI::App&>(command_).get_options();
    return std::any_of(options.begin(), options.end(),
                       [&](const CLI::Option* option) { return name_of_option(*option) == name; });
}

std::map<std::string, Settings::Line> Settings::lines_of(const std::filesystem::path& file) const {
    std::ifstream in(file);
    if (!in) throw BadSettings(file.string() + ": it cannot be read");
    std::map<std::string, Line> lines;
    int number = 0;
    for (std::string text; std::getline(in, text);) {
        ++number;
        const std::string line = trimmed(text), where = file.string() + ", line " + std::to_string(number) + ": ";
        if (line.empty() || line.front() == '#') continue;
        const auto equals = line.find('=');
        if (equals == std::string::npos) throw BadSettings(where + "expected KEY = VALUE");
        const std::string key = trimmed(line.substr(0, equals));
        if (!is_key(key)) throw BadSettings(where + "there is no setting '" + key + '\'');
        const auto [known, is_new] = lines.try_emplace(key, Line{value_in(line.substr(equals + 1)), number});
        if (!is_new)
            throw BadSettings(where + "'" + key + "' was told in line " + std::to_string(known->second.number));
        if (known->second.value.empty()) throw BadSettings(where + "'" + key + "' has no value");
    }
    return lines;
}

std::vector<std::string> Settings::completed(std::vector<std::string> arguments) {
    const std::string key_of_file(of_the_file_itself);
    const auto file =
        typed(arguments, key_of_file).has_value() ? typed(arguments, key_of_file) : from_environment(key_of_file);
    const auto lines = file ? lines_of(*file) : std::map<std::string, Line>();
    const std::vector<std::string> as_typed = arguments;
    for (const CLI::Option* option : static_cast<const CLI::App&>(command_).get_options()) {
        const std::string name = name_of_option(*option);
        if (!is_key(name)) continue;
        const auto line = lines.find(name);
        std::optional<std::string> value;
        if (typed(as_typed, name)) {
            if (is_secret(name)) throw BadSettings(words_against_typing(name));
            origins_[name] = "flag";
        } else if ((value = from_environment(name))) {
            origins_[name] = "environment, " + variable_of(name);
        } else if (line != lines.end()) {
            value = line->second.value;
            origins_[name] = *file + ", line " + std::to_string(line->second.number);
        }
        if (!value) continue;
        for (const std::string& part : takes_a_list(*option) ? parts_of(*value) : std::vector{*value})
            arguments.push_back("--" + name + '=' + part);
    }
    return arguments;
}

std::string Settings::origin_in(const std::string& complaint) const {
    for (const auto& [name, origin] : origins_) {
        const auto place = complaint.find("--" + name);
        const auto end = place + name.size() + 2;
        const bool is_whole = place != std::string::npos &&
                              (end == complaint.size() || (complaint[end] != '-' && std::isalnum(complaint[end]) == 0));
        if (is_whole && origin != "flag") return " (from " + origin + ')';
    }
    return {};
}

void Settings::print(std::ostream& out) const {
    for (const CLI::Option* option : static_cast<const CLI::App&>(command_).get_options()) {
        const std::string name = name_of_option(*option);
        if (!is_key(name)) continue;
        const auto origin = origins_.find(name);
        std::string value = option->get_default_str();
        if (origin != origins_.end()) {
            value.clear();
            for (const std::string& part : option->results()) value += (value.empty() ? "" : ", ") + part;
        }
        if (value.empty()) value = option->get_items_expected_max() == 0 ? "false" : "";
        const bool is_hidden = is_secret(name) && !value.empty();
        if (is_hidden) value = "(not shown)";
        const std::string where = origin == origins_.end() ? "default" : origin->second;
        out << (value.empty() || is_hidden ? "# " : "") << name << " = " << value << "  # " << where << '\n';
    }
}

}  // namespace wrapup::server
