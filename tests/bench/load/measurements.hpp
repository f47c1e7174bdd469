// What the load can measure. Each returns what it prints.
#pragma once

#include "server/json.hpp"
#include "tests/bench/load/closed_loop.hpp"

namespace wrapup::bench {

using server::Json;

// GETs of the paths that stand in a file, one a line; each client takes any of them each time.
struct RequestsOptions {
    ClosedLoop loop;
    std::string paths;
    std::string header;
};
Json measure_requests(const RequestsOptions& options);

// Messages of visitors, who stand in a file, so many in each request.
struct CommandsOptions {
    ClosedLoop loop;
    std::string visitors;
    std::size_t messages = 1;
};
Json measure_commands(const CommandsOptions& options);

// How long it takes until everybody of a crowd is answered. Their headers stand in a file, one a line.
struct CrowdOptions {
    int port = 0;
    std::string path;
    std::string headers;
    bool stays = false;  // Until the standard input ends.
};
Json measure_crowd(const CrowdOptions& options);

// How long it takes until the last of those who are told of a message has read it.
struct FanoutOptions {
    CrowdOptions crowd;
    std::size_t told_every = 1;  // Every how-manieth of the crowd is told, from the first one on.
    std::size_t times = 1;
    std::string visitors;  // The first one writes.
    std::string database;  // Whose commits count. None: it counts from sending the message.
    std::string frame;     // A file, written with what was told; or where there is no database, to be told.
};
Json measure_fanout(const FanoutOptions& options);

// How long it takes from starting a program to its first answer; it is told to end after that.
struct StartOptions {
    int port = 0;
    std::string path;
    std::vector<std::string> command;
};
Json measure_start(const StartOptions& options);

}  // namespace wrapup::bench
