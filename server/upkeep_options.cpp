#include "server/upkeep_options.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace wrapup::server {
namespace {

// The options outlive the parsing in the command's own callback.
template <class Options>
std::pair<CLI::App*, std::shared_ptr<Options>> add_command(CLI::App& app, std::optional<UpkeepTask>& task,
                                                           const std::string& name, const std::string& help) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(name, help);
    command->callback([&task, options] { task = *options; });
    return {command, options};
}

template <class Options>
void add_database(CLI::App* command, Options& options, const std::string& help) {
    command->add_option("--db", options.database, help)->envname("WRAPUP_DB")->capture_default_str();
}

}  // namespace

void add_upkeep_commands(CLI::App& app, std::optional<UpkeepTask>& task) {
    const auto [doctor, doctor_options] = add_command<DoctorOptions>(
        app, task, "doctor", "Look at everything that has to be right, and say what to do where it is not");
    add_database(doctor, *doctor_options, "The database file");
    doctor->add_option("--public-url", doctor_options->public_address, "Where people reach the server")
        ->type_name("URL")
        ->envname("WRAPUP_PUBLIC_ADDRESS");

    const auto [restore, restore_options] = add_command<RestoreOptions>(
        app, task, "restore", "Put a copy that backup has made in the place of the database, which is kept aside");
    restore->add_option("COPY", restore_options->copy, "The copy; it stays as it is")->required();
    add_database(restore, *restore_options, "The database file, of a server that is stopped");

    const auto [exporting, export_options] = add_command<ExportOptions>(
        app, task, "export", "Print what is stored as lines of JSON, also while a server is using it");
    CLI::Option* one = exporting->add_option("--conversation", export_options->conversation, "Only this conversation")
                           ->type_name("ID");
    exporting->add_option("--customer", export_options->customer, "Only this customer and their conversations")
        ->type_name("ID")
        ->excludes(one);
    add_database(exporting, *export_options, "The database file");

    const auto [completion, completion_options] = add_command<CompletionOptions>(
        app, task, "completion", "Print what a shell needs to complete the commands and their options");
    completion->add_option("SHELL", completion_options->shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

}  // namespace wrapup::server
