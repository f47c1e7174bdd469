#pragma once

#include "server/http/routes.hpp"
#include "server/push/patch_text.hpp"
#include "server/reader.hpp"

namespace wrapup::server {

// One reader's server-sent events: who they are, what they missed, then every commit that they may see something of,
// in order and without gaps. It is registered before it reads where the log stands, so nothing falls in between.
class Stream : public Pushed {
public:
    struct Pace {
        std::chrono::milliseconds heartbeat_every{20'000};
        std::chrono::milliseconds jitter_max{5'000};  // On top, so that not all streams ask the database at once.
    };

    // `after` is where the reader's log ends; without it they begin here and now. `client` is their outbox, if any.
    Stream(const Ask& ask, std::unique_ptr<Hub::Subscription> subscription, std::optional<Position> after,
           std::optional<ClientId> client, Pace pace);

    State pump(std::string& to) override;
    bool is_closed() const override { return subscription_->mailbox().closed(); }
    Ticks due() const override { return heartbeat_due_; }
    void wake_by(std::function<void()> wake) override { subscription_->mailbox().wake_by(std::move(wake)); }

private:
    void set_heartbeat();
    std::string opening();
    std::optional<OwnCommands> own_commands(Connection& connection) const;
    bool is_own(const Commit& commit) const;
    std::string missed(const std::vector<SharedCommit>& commits);
    std::string missed(Reader& reader, const std::optional<OwnCommands>& own);
    std::string next();
    std::string heartbeat();
    std::string look_again(const std::string& otherwise);
    std::string me(Connection& connection);
    std::string frame_of(const Letter& letter);
    std::string frame_of(const Commit& commit);
    std::string frame_of(const PatchText& patch, const std::optional<OwnCommands>& own);

    Service& service_;
    Proof proof_;
    Principal who_;
    std::int64_t policy_told_ = 0;  // Its version.
    std::unique_ptr<Hub::Subscription> subscription_;
    std::optional<ClientId> client_;
    std::optional<Position> told_;  // The position that the reader has.
    Pace pace_;
    Ticks heartbeat_due_;
    bool open_ = false;
};

}  // namespace wrapup::server
