// The native side of the differential run: the same random cases with every compiler, and what the rules say to them.
//
//   differential cases   SEED FIRST COUNT   the circumstances of each block, then its cases, a line of JSON each
//   differential results SEED FIRST COUNT   the result of each case, a line of JSON each
//   differential digests SEED FIRST COUNT   one digest of the results of each block, a line each
//   differential fault overflow|heap        does what a sanitizer has to stop
//
// FIRST is the number of a block, COUNT how many.
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <memory>

#include "tests/differential/cases.hpp"
#include "tests/differential/digest.hpp"
#include "tests/differential/json_text.hpp"

namespace wrapup::differential {
namespace {

enum class Print { cases, results, digests };

template <class T>
std::string line_of(const T& value) {
    std::string line;
    write(line, value);
    return line += '\n';
}

void put(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) std::exit(EXIT_FAILURE);
}

void print_block(Print print, std::uint64_t seed, std::uint64_t number) {
    Block block(seed, number);
    Digest digest;
    if (print == Print::cases) put(line_of(block.circumstances()));
    for (std::size_t i = 0; i < cases_per_block; ++i) {
        const Case one = block.next();
        const Result result = block.judge(one);
        if (print == Print::cases) put(line_of(one));
        if (print == Print::results) put(line_of(result));
        if (print == Print::digests) digest.add(line_of(result));
        block.go_on_from(one, result);
    }
    if (print == Print::digests) put(digest.text() + "\n");
}

// Gets here only where no sanitizer watches, or where it lets the program go on.
int commit_fault(std::string_view which) {
    volatile std::int32_t number = std::numeric_limits<std::int32_t>::max();
    if (which == "overflow") number = number + 1;
    const std::unique_ptr<char[]> three(new char[3]{});
    volatile std::size_t beyond = 3;
    if (which == "heap") number = three[beyond];
    return EXIT_SUCCESS;
}

int run(const std::vector<std::string>& words) {
    const auto number = [&](std::size_t i) { return std::strtoull(words[i].c_str(), nullptr, 10); };
    if (words.size() == 2 && words[0] == "fault") return commit_fault(words[1]);
    if (words.size() != 4) return EXIT_FAILURE;
    const Print print = words[0] == "cases" ? Print::cases : words[0] == "results" ? Print::results : Print::digests;
    for (std::uint64_t i = 0; i < number(3); ++i) print_block(print, number(1), number(2) + i);
    return EXIT_SUCCESS;
}

}  // namespace
}  // namespace wrapup::differential

int main(int argc, char** argv) { return wrapup::differential::run({argv + 1, argv + argc}); }
