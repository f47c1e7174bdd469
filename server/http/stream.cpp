#include "server/http/stream.hpp"

#include "core/overloaded.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/log.hpp"
#include "server/store/clients.hpp"

namespace wrapup::server {
namespace {

std::string frame(std::string_view event, const std::string& data) {
    std::string text = "event: ";
    text += event;
    return text + "\ndata: " + data + "\n\n";
}
std::string frame(std::string_view event, const Json& data) { return frame(event, text_of(data)); }

// Where the reader's log ends. A browser that reconnects by itself knows it better than the address it was given.
std::optional<Position> position_asked_for(const Ask& ask) {
    if (ask.http.has_header("Last-Event-ID"))
        return position_from(ask.http.get_header_value("Last-Event-ID"), "Last-Event-ID");
    const auto after = ask.optional_param("after");
    return after ? std::optional(position_from(*after, "after")) : std::nullopt;
}

bool is_the_same_at_other_work(Principal a, const Principal& b) {
    a.actor.load = b.actor.load;
    a.actor.available = b.actor.available;
    a.name = b.name;
    a.verified = b.verified;
    return a == b;
}

}  // namespace

Answer stream(const Ask& ask) {
    const auto after = position_asked_for(ask);
    const auto client = client_asking(ask);
    auto place = ask.stream_places.take(ask.http, ask.actor());
    if (const auto* problem = std::get_if<Problem>(&place)) return problem_answer(*problem);
    auto subscription = ask.service.hub.subscribe(ask.actor());
    if (!subscription) return problem_answer(Problem::too_many_streams);
    auto opened = std::make_shared<Stream>(ask, std::move(subscription), after, client, Stream::Pace{});
    return {200,
            "text/event-stream",
            {},
            {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}},
            keeping(std::get<StreamPlaces::Place>(std::move(place)), std::move(opened))};
}

Stream::Stream(const Ask& ask, std::unique_ptr<Hub::Subscription> subscription, std::optional<Position> after,
               std::optional<ClientId> client, Pace pace)
    : service_(ask.service),
      proof_(ask.proof),
      who_(*ask.who),
      subscription_(std::move(subscription)),
      client_(std::move(client)),
      told_(after),
      pace_(pace) {
    set_heartbeat();
}

void Stream::set_heartbeat() {
    const auto jitter_ms = random_below(static_cast<std::uint32_t>(pace_.jitter_max.count()) + 1);
    heartbeat_due_ = ticks() + pace_.heartbeat_every + std::chrono::milliseconds(jitter_ms);
}

Pushed::State Stream::pump(std::string& to) {
    try {
        const std::string frames = open_ ? next() : opening();
        to += frames;
        return frames.empty() && subscription_->mailbox().closed() ? State::ended : State::open;
    } catch (...) {
        log_fault("a stream", std::current_exception());
        return State::ended;
    }
}

std::string Stream::opening() {
    open_ = true;
    const Reading reading(service_.database);
    // Whoever became somebody else before the hub knew of this stream was not cut off.
    const auto now = principal_of(proof_, *reading, service_.clock());
    if (!now || !is_the_same_at_other_work(*now, who_)) {
        subscription_->mailbox().close();
        return {};
    }
    Reader reader(*reading, who_.actor, service_.policy());
    std::string frames = "retry: 1000\n" + me(*reading);
    if (!told_) {
        told_ = reader.position();
        return frames;
    }
    const auto commits = service_.hub.since(*told_);
    return frames + (commits ? missed(*commits) : missed(reader, own_commands(*reading)));
}

// Events of the reader's own commands come with the number that they reached: their answer may have been lost, and what
// is still in the outbox would be shown twice.
std::optional<OwnCommands> Stream::own_commands(Connection& connection) const {
    const auto known = client_ ? Clients(connection).find(*client_) : std::nullopt;
    if (!known || known->actor_id != who_.actor.id) return std::nullopt;
    return OwnCommands{*client_, known->last_command, {}};
}

std::string Stream::missed(const std::vector<SharedCommit>& commits) {
    PatchText patch(who_.actor, service_.policy(), *told_);
    std::optional<OwnCommands> own;
    for (const SharedCommit& commit : commits) {
        patch.add(*commit);
        if (is_own(*commit)) own = OwnCommands{commit->client, commit->outcomes.back().n, {}};
    }
    return frame_of(patch, own);
}

std::string Stream::missed(Reader& reader, const std::optional<OwnCommands>& own) {
    if (!reader.out_of_reach(*told_)) return frame_of(reader.patch(*told_), own);
    told_ = reader.position();
    return frame("resync", stamped(service_, {{"position", *told_}}));
}

std::string Stream::next() {
    if (ticks() >= heartbeat_due_) return heartbeat();
    while (const auto letter = subscription_->mailbox().take())
        if (std::string frame = frame_of(*letter); !frame.empty()) return frame;
    return {};
}

std::string Stream::me(Connection& connection) {
    policy_told_ = service_.stored_policy().version;
    Reader reader(connection, who_.actor, service_.policy());
    return frame("me", me_body(service_, who_, reader));
}

std::string Stream::heartbeat() {
    set_heartbeat();
    return look_again(":\n\n");
}

// Whoever signed out, or may now see other things, has to ask again. Who only has more or less in hand, or another
// policy, is told so; `otherwise` is what is sent where there is no such news.
std::string Stream::look_again(const std::string& otherwise) {
    const Reading reading(service_.database);
    auto now = principal_of(proof_, *reading, service_.clock());
    if (!now || !is_the_same_at_other_work(*now, who_)) {
        subscription_->mailbox().close();
        return {};
    }
    const bool is_news = *now != who_ || policy_told_ != service_.stored_policy().version;
    if (!is_news && !otherwise.empty()) return otherwise;
    who_ = std::move(*now);
    return me(*reading);
}

std::string Stream::frame_of(const Letter& letter) {
    return std::visit(overloaded{
                          [&](const SharedCommit& commit) { return frame_of(*commit); },
                          [&](const SharedNotice& notice) {
                              return notice->data.empty() ? look_again({}) : frame(notice->event, notice->data);
                          },
                      },
                      letter);
}

std::string Stream::frame_of(const Commit& commit) {
    if (commit.position() <= *told_) return {};
    PatchText patch(who_.actor, service_.policy(), *told_);
    patch.add(commit);
    std::optional<OwnCommands> own;
    if (is_own(commit)) own = OwnCommands{commit.client, commit.outcomes.back().n, commit.outcomes};
    return frame_of(patch, own);
}

// Nothing where there is nothing in it for them.
std::string Stream::frame_of(const PatchText& patch, const std::optional<OwnCommands>& own) {
    if (!patch.has_events()) return {};
    told_ = patch.position();
    return "id: " + std::to_string(*told_) + '\n' + frame("patch", stamped_text(service_, "patch", patch.text(own)));
}

bool Stream::is_own(const Commit& commit) const { return client_ == commit.client && who_.actor.id == commit.actor_id; }

}  // namespace wrapup::server
