// A reader of server-sent events.
#pragma once

#include <condition_variable>
#include <mutex>

#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {

inline std::string stream_request(const Person& person) {
    std::string request = "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n";
    for (const auto& [name, value] : person.headers()) request += name + ": " + value + "\r\n";
    return request + "\r\n";
}

// So many readers at a time; where others have just left, once the server knows of it.
inline std::vector<RawClient> let_in(std::size_t streams, const Person& person) {
    std::vector<RawClient> readers;
    for (const Ticks end = ticks() + std::chrono::seconds(10); readers.size() < streams;) {
        RawClient reader(person.port());
        reader.send(stream_request(person));
        if (reader.status() == 200) {
            readers.push_back(std::move(reader));
        } else {
            if (ticks() >= end) throw std::runtime_error("there is no room");
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    return readers;
}

struct Frame {
    std::string event;
    std::string id;
    Json data;
};

class StreamReader {
public:
    static constexpr std::chrono::seconds patience{20};

    StreamReader(const Person& person, const std::string& query, const httplib::Headers& more = {})
        : http_("127.0.0.1", person.port()) {
        httplib::Headers headers = person.headers();
        headers.insert(more.begin(), more.end());
        thread_ = std::thread([this, headers, query] {
            const auto result = http_.Get("/api/v1/stream" + query, headers, [this](const char* data, std::size_t n) {
                return take({data, n});
            });
            const std::lock_guard lock(mutex_);
            status_ = result ? result->status : 0;
            ended_ = true;
            changed_.notify_all();
        });
    }
    ~StreamReader() {
        http_.stop();
        thread_.join();
    }
    StreamReader(const StreamReader&) = delete;
    StreamReader& operator=(const StreamReader&) = delete;

    // The next frame that is no comment. Fails the test if none comes.
    Frame next() {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, patience, [&] { return !frames_.empty() || ended_; }));
        REQUIRE_FALSE(frames_.empty());
        Frame frame = std::move(frames_.front());
        frames_.pop_front();
        return frame;
    }
    // The next patch. What is told of the agents in between is passed over.
    Json patch() {
        Frame frame = next();
        while (frame.event == "agents") frame = next();
        INFO(frame.data.dump());
        REQUIRE(frame.event == "patch");
        return frame.data.at("patch");
    }

    bool ends() {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, patience, [&] { return ended_; });
    }
    bool nothing_within(std::chrono::milliseconds wait) {
        std::unique_lock lock(mutex_);
        return !changed_.wait_for(lock, wait, [&] { return !frames_.empty(); });
    }
    // Every byte so far.
    std::string bytes() {
        const std::lock_guard lock(mutex_);
        return bytes_;
    }

private:
    bool take(std::string_view data) {
        const std::lock_guard lock(mutex_);
        bytes_ += data;
        unread_ += data;
        for (auto end = unread_.find("\n\n"); end != std::string::npos; end = unread_.find("\n\n")) {
            read_block(unread_.substr(0, end + 1));
            unread_.erase(0, end + 2);
        }
        changed_.notify_all();
        return true;
    }

    void read_block(std::string_view block) {
        Frame frame;
        while (!block.empty()) {
            const std::string_view line = block.substr(0, block.find('\n'));
            block.remove_prefix(line.size() + 1);
            const auto value_of = [&](std::string_view name) { return std::string(line.substr(name.size())); };
            if (line.rfind("event: ", 0) == 0) frame.event = value_of("event: ");
            if (line.rfind("id: ", 0) == 0) frame.id = value_of("id: ");
            if (line.rfind("data: ", 0) == 0) frame.data = Json::parse(value_of("data: "));
        }
        if (!frame.event.empty()) frames_.push_back(std::move(frame));
    }

    httplib::Client http_;
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Frame> frames_;
    std::string bytes_;
    std::string unread_;
    int status_ = -1;
    bool ended_ = false;
};

}  // namespace wrapup::server::test
