#include "server/completion.hpp"

#include <CLI/CLI.hpp>
#include <vector>

namespace wrapup::server {
namespace {

struct Word {
    std::string word, help;
    bool takes_value = false;
};

// A command and what may follow it: as "tokens add" and its options.
struct Place {
    std::string path;
    std::vector<Word> words;
};

// In one line, and with nothing in it that a shell or fish would read.
std::string plain(const std::string& help) {
    std::string text;
    for (const char c : help.substr(0, help.find_first_of(".;")))
        if (c != '\'' && c != '"' && c != '\\' && c != '`' && c != '$' && c != '[' && c != ']' && c != ':' && c != '\n')
            text += c;
    return text;
}

// The deepest first, so that the first one that fits is the right one.
void add_places(const CLI::App& app, const std::string& path, std::vector<Place>& places) {
    Place place{path, {}};
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        add_places(*command, path.empty() ? command->get_name() : path + ' ' + command->get_name(), places);
        place.words.push_back({command->get_name(), plain(command->get_description())});
    }
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            place.words.push_back(
                {"--" + name, plain(option->get_description()), option->get_items_expected_max() > 0});
    places.push_back(std::move(place));
}

std::string pattern_of(const Place& place) { return place.path.empty() ? "*" : '\'' + place.path + " '*"; }

std::string for_bash(const std::vector<Place>& places) {
    std::string cases;
    for (const Place& place : places) {
        cases += "        " + pattern_of(place) + ") words='";
        for (const Word& word : place.words) cases += word.word + ' ';
        cases += "' ;;\n";
    }
    return "_wrapup() {\n    local words='' before=\"${COMP_WORDS[*]:1:COMP_CWORD-1} \"\n    case \"$before\" in\n" +
           cases +
           "    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
           "complete -o default -F _wrapup wrapup\n";
}

std::string for_zsh(const std::vector<Place>& places) {
    std::string cases;
    for (const Place& place : places) {
        cases += "        " + pattern_of(place) + ") described=(";
        for (const Word& word : place.words) cases += '\'' + word.word + ':' + word.help + "' ";
        cases += ") ;;\n";
    }
    return "#compdef wrapup\n_wrapup() {\n    local -a described\n    local before=\"${words[2,CURRENT-1]} \"\n"
           "    case \"$before\" in\n" +
           cases +
           "    esac\n    _describe -o wrapup described || _files\n}\n"
           "if [ \"$funcstack[1]\" = _wrapup ]; then _wrapup \"$@\"; else compdef _wrapup wrapup; fi\n";
}

// fish is asked for each word whether the commands before it are given: no deeper ones, since those come first.
std::string for_fish(const std::vector<Place>& places) {
    std::string lines =
        "function __wrapup_is_at\n"
        "    set -l given (commandline -opc)[2..-1]\n"
        "    string match -q -- \"$argv[1] *\" \"$given \"; or test -z \"$argv[1]\" -a (count $given) = 0\n"
        "end\n"
        "complete -c wrapup -n '__wrapup_is_at \"\"' -f\n";
    for (const Place& place : places)
        for (const Word& word : place.words) {
            const bool is_option = word.word.starts_with("--");
            lines += "complete -c wrapup -n '__wrapup_is_at \"" + place.path + "\"' " +
                     (is_option ? "-l " + word.word.substr(2) + (word.takes_value ? " -r" : "") : "-a " + word.word) +
                     " -d '" + word.help + "'\n";
        }
    return lines;
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
    std::vector<Place> places;
    add_places(app, "", places);
    if (shell == "bash") return for_bash(places);
    return shell == "zsh" ? for_zsh(places) : for_fish(places);
}

}  // namespace wrapup::server
