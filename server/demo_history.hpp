#pragma once

#include "core/decide.hpp"
#include "server/demo_words.hpp"

namespace wrapup::server {

// How a conversation is to stand in the end.
enum class DemoEnding : std::uint8_t { closed, unassigned, owed, waiting, snoozed };

struct DemoPlot {
    Channel channel = Channel::chat;
    DemoEnding ending = DemoEnding::closed;
    Actor customer;  // On a channel with one.
    Actor owner;
    Actor colleague;
    Time starts_at;
    Time now;  // Nothing happens after it.
};

// Makes up what happened in one conversation of the demo shop, and when. The rules have the last word: every event is
// theirs.
class DemoHistory {
public:
    // All of them must live longer.
    DemoHistory(const DemoPlot& plot, const Policy& policy, const std::vector<Actor>& team, DemoTalk& talk, Dice& dice);

    const Events& events() const { return events_; }
    const Conversation& state() const { return state_; }

private:
    void tell();
    void tell_call();
    void tell_task();
    void open(Commands steps);
    void find_owner();
    void go_back_and_forth();
    void finish();
    void close();
    void close_without_reply();
    void close_again();
    void end_session();
    void snooze();
    void customer_writes_again();

    void wait();
    void ask(const Actor& who, Commands steps);
    void answer(std::string text, Commands then = {});

    const DemoPlot& plot_;
    const Policy& policy_;
    const std::vector<Actor>& team_;
    DemoTalk& talk_;
    Dice& dice_;
    Milliseconds pace_{};
    Time at_;
    Conversation state_;
    Events events_;
};

}  // namespace wrapup::server
