#pragma once

#include <httplib.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/clock.hpp"
#include "server/http/security_headers.hpp"
#include "server/json.hpp"

namespace wrapup::server {

// What is sent bit by bit, for as long as its reader stays. For one thread at a time.
class Pushed {
public:
    enum class State { open, ended };
    virtual ~Pushed() = default;

    // Appends what there is to send, without waiting for more; nothing appended: there is nothing left for now.
    virtual State pump(std::string& to) = 0;

    // Nothing more will come but for what is there. Who cannot take even that is not waited for.
    virtual bool is_closed() const = 0;

    // When to ask again, even if nobody has called.
    virtual Ticks due() const = 0;

    // Who is to be called when there is something to send. It is called by any thread, with locks held: it must not
    // call back.
    virtual void wake_by(std::function<void()> wake) = 0;
};

struct Answer;

// What makes an answer, once everything for it is there. It may take its time, and throw as a handler may.
using Finish = std::function<Answer()>;
// To be called once, by any thread, with locks held or not: it only hands on what it is given.
using Resume = std::function<void(Finish)>;

// What a handler answers. The front turns it into HTTP.
struct Answer {
    int status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<Pushed> pushed{};  // Instead of a body. The connection ends with it.
    Guise guise = Guise::data;
    std::vector<std::string> frame_ancestors{};  // The origins that may frame it; none: nobody may.
    // Instead of everything: called with whom to tell the answer once it is there, so that no thread waits for it.
    std::function<void(Resume)> parked{};
};

Answer json_answer(const Json& body, int status = 200);
Answer json_text_answer(std::string text, int status = 200);
Answer no_content();

}  // namespace wrapup::server
