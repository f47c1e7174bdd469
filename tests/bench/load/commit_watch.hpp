#pragma once

#include <cstdint>
#include <string>

namespace wrapup::bench {

// Sees the commits of a database that another process writes to: SQLite counts them in the index of its write-ahead log
// (the iChange of https://www.sqlite.org/walformat.html), a file that all its readers share, once they are on disk.
class CommitWatch {
public:
    explicit CommitWatch(const std::string& database);
    ~CommitWatch();
    CommitWatch(const CommitWatch&) = delete;
    CommitWatch& operator=(const CommitWatch&) = delete;

    // So many so far, and from then on one more for each.
    std::uint32_t commits() const { return *counter_; }

private:
    const volatile std::uint32_t* counter_;
    void* header_;
};

}  // namespace wrapup::bench
