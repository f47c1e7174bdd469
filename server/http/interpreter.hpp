#pragma once

#include "server/http/answer.hpp"
#include "server/http/errors.hpp"
#include "server/http/peers.hpp"
#include "server/http/proxies.hpp"

namespace wrapup::server {

// A whole request whose head has been judged.
struct Inbound {
    std::string head;
    std::string body;
    Address from;
    Ticks came = ticks();
};

// What goes back.
struct Outbound {
    std::string bytes;
    bool keeps_open = false;           // Whether another request may follow.
    std::shared_ptr<Pushed> pushed{};  // What follows the bytes, if anything.
    // Instead of everything: called with whom to hand the rest of the work to, once there is something to do.
    using Rest = std::function<Outbound()>;
    std::function<void(std::function<void(Rest)>)> parked{};
};

// An answer to what is not worth a parser. The connection is closed after it.
Outbound refusal(Problem problem);

// The HTTP library, as a function from the bytes of a request to those of its answer: it parses and it formats, and
// never sees a socket. Safe to use from several threads.
class Interpreter : private httplib::Server {
public:
    // The body is in the request.
    using Handler = std::function<Answer(const httplib::Request&)>;
    // `proxies` may say in X-Request-Id how a request is called.
    explicit Interpreter(Handler handler, Proxies proxies = {});

    // A fault of the handler is an answer too.
    Outbound respond(Inbound inbound) noexcept;

    struct Listening {
        Descriptor socket;
        int port;
    };
    // Port 0 is any free one. Nothing if the address is not to be had.
    std::optional<Listening> listen_at(const std::string& host, int port);

private:
    template <typename Self>
    static bool process(Self& self, httplib::Stream& stream, const Address& from, bool& is_last,
                        const std::function<void(httplib::Request&)>& prepare);
    void answer_by_itself();

    const Proxies proxies_;
};

}  // namespace wrapup::server
