#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

namespace wrapup::bench {

// The rows that a visitor's message leaves in a database of the product's schema, written through SQLite's C API by
// somebody who knows them beforehand: nothing is read, decided or encoded. Throws what SQLite says.
class BareRows {
public:
    static constexpr std::size_t conversations = 64;

    // Makes a database, durable as the product's is, with as many conversations that have begun.
    explicit BareRows(const std::filesystem::path& file);
    ~BareRows();
    BareRows(const BareRows&) = delete;
    BareRows& operator=(const BareRows&) = delete;

    void begin() { run(begin_); }
    void write_message(std::size_t conversation);
    void commit() { run(commit_); }

private:
    struct Chat {
        std::string conversation, customer, client, actor, state;
        std::int64_t version = 0, command = 0;
    };

    void prepare_all();
    sqlite3_stmt* prepare(const char* sql);
    void run(sqlite3_stmt* statement);
    void check(int result, int expected);

    sqlite3* database_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
    sqlite3_stmt *begin_ = nullptr, *commit_ = nullptr, *event_ = nullptr, *uncount_ = nullptr, *count_ = nullptr,
                 *inbox_ = nullptr, *text_ = nullptr, *client_ = nullptr, *outcome_ = nullptr;
    std::vector<Chat> chats_;
    std::int64_t position_ = 0, began_at_ = 0, at_ = 0;
};

}  // namespace wrapup::bench
