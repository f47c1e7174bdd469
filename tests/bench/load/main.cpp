// The clients of the benchmarks. Prints what it has measured, as one line of JSON.
#include <CLI/CLI.hpp>
#include <iostream>

#include "server/http/sockets.hpp"
#include "tests/bench/load/measurements.hpp"

namespace wrapup::bench {
namespace {

void add_loop(CLI::App& app, ClosedLoop& loop, std::int64_t& lasts_ms) {
    app.add_option("--port", loop.port)->required();
    app.add_option("--clients", loop.clients);
    app.add_option("--lasts-ms", lasts_ms);
    app.add_option("--requests-max", loop.requests_max);
}

void add_crowd(CLI::App& app, CrowdOptions& crowd) {
    app.add_option("--port", crowd.port)->required();
    app.add_option("--path", crowd.path)->required();
    app.add_option("--headers", crowd.headers)->required();
}

Json measure(int argc, char** argv) {
    CLI::App app{"Clients that measure"};
    app.require_subcommand(1);
    std::int64_t lasts_ms = 3'000;

    RequestsOptions requests;
    CLI::App* of_requests = app.add_subcommand("requests");
    add_loop(*of_requests, requests.loop, lasts_ms);
    of_requests->add_option("--paths", requests.paths)->required();
    of_requests->add_option("--header", requests.header);

    CommandsOptions commands;
    CLI::App* of_commands = app.add_subcommand("commands");
    add_loop(*of_commands, commands.loop, lasts_ms);
    of_commands->add_option("--visitors", commands.visitors)->required();
    of_commands->add_option("--messages", commands.messages);

    CrowdOptions crowd;
    CLI::App* of_crowd = app.add_subcommand("crowd");
    add_crowd(*of_crowd, crowd);
    of_crowd->add_flag("--stays", crowd.stays);

    FanoutOptions fanout;
    CLI::App* of_fanout = app.add_subcommand("fanout");
    add_crowd(*of_fanout, fanout.crowd);
    of_fanout->add_option("--told-every", fanout.told_every);
    of_fanout->add_option("--times", fanout.times);
    of_fanout->add_option("--visitors", fanout.visitors)->required();
    of_fanout->add_option("--database", fanout.database);
    of_fanout->add_option("--frame", fanout.frame)->required();

    StartOptions start;
    CLI::App* of_start = app.add_subcommand("start");
    of_start->add_option("--port", start.port)->required();
    of_start->add_option("--path", start.path)->required();
    of_start->add_option("command", start.command)->required();

    app.parse(argc, argv);
    requests.loop.lasts = commands.loop.lasts = std::chrono::milliseconds{lasts_ms};
    if (of_requests->parsed()) return measure_requests(requests);
    if (of_commands->parsed()) return measure_commands(commands);
    if (of_crowd->parsed()) return measure_crowd(crowd);
    if (of_fanout->parsed()) return measure_fanout(fanout);
    return measure_start(start);
}

}  // namespace
}  // namespace wrapup::bench

int main(int argc, char** argv) try {
    wrapup::server::raise_descriptor_limit();
    const auto report = wrapup::bench::measure(argc, argv);
    std::cout << report.dump() << std::endl;
} catch (const std::exception& e) {
    std::cerr << "load: " << e.what() << std::endl;
    return EXIT_FAILURE;
}
