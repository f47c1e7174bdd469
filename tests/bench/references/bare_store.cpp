// What the disk and SQLite give: commits messages in a loop, so many a time, and prints how long each commit took, as
// one line of JSON. Usage: bare_store FILE MESSAGES MILLISECONDS
#include <iostream>
#include <nlohmann/json.hpp>

#include "server/clock.hpp"
#include "tests/bench/references/bare_rows.hpp"

int main(int argc, char** argv) try {
    using namespace wrapup;
    using std::chrono::duration_cast, std::chrono::microseconds;
    if (argc != 4) throw std::runtime_error("usage: bare_store FILE MESSAGES MILLISECONDS");
    const std::size_t messages = std::stoul(argv[2]);
    bench::BareRows rows(argv[1]);
    std::vector<std::int64_t> took;
    const server::Ticks began_at = server::ticks(), until = began_at + std::chrono::milliseconds{std::stol(argv[3])};
    for (server::Ticks from = began_at; from < until; from = server::ticks()) {
        rows.begin();
        for (std::size_t i = 0; i < messages; ++i) rows.write_message(took.size() % bench::BareRows::conversations);
        rows.commit();
        took.push_back(duration_cast<microseconds>(server::ticks() - from).count());
    }
    const double seconds = std::chrono::duration<double>(server::ticks() - began_at).count();
    std::cout << nlohmann::json{{"seconds", seconds}, {"microseconds", took}}.dump() << std::endl;
} catch (const std::exception& e) {
    std::cerr << "bare_store: " << e.what() << std::endl;
    return EXIT_FAILURE;
}
