#include "core/available.hpp"

#include "core/decide.hpp"

namespace wrapup {
namespace {

bool has_a_place(const Button& button, const Placement& placement, const Conversation& conversation,
                 const Actor& actor) {
    if (!button.of.has(actor.role) || !placement.on.has(conversation.channel)) return false;
    switch (button.shown) {
        case Shown::while_open:
            return !conversation.closed();
        case Shown::while_closed:
            return conversation.closed();
        case Shown::always:
            return true;
    }
    return false;
}

bool only_goes_on(const Button& button) { return button.steps[0] == Step::next; }

// Fills in rejection and asks.
Availability judge(Availability row, const Conversation& conversation, const Actor& actor, const Setting& setting) {
    if (only_goes_on(button(row.button))) {
        if (actor.available.empty()) row.rejection = Rejection::unavailable;
        return row;
    }
    Request request{actor, conversation.version, {}, commands_of(row.button, actor, "text")};
    Decision decision = decide(conversation, request, setting);
    if (const auto* rejection = std::get_if<Rejection>(&decision); rejection && *rejection == Rejection::reply_owed) {
        row.asks = Confirmation::reply_owed;
        request.confirmed = every<Confirmation>();
        decision = decide(conversation, request, setting);
    }
    if (const auto* rejection = std::get_if<Rejection>(&decision)) {
        row.rejection = *rejection;
        row.asks.reset();
    } else if (std::get<Events>(decision).empty()) {
        row.rejection = conversation.closed() ? Rejection::closed : Rejection::nothing_to_do;
    }
    return row;
}

Command command_of(Step step, const Actor& actor, const std::string& text) {
    switch (step) {
        case Step::claim:
            return Claim{};
        case Step::assign_to_me:
            return Assign{AgentId{actor.id}};
        case Step::release:
            return Release{};
        case Step::receive:
            return Receive{text};
        case Step::reply:
            return Reply{text};
        case Step::add_note:
            return AddNote{text};
        case Step::no_reply_needed:
            return NoReplyNeeded{};
        case Step::end:
            return End{};
        case Step::end_if_active:
            return End{true};
        case Step::close:
            return Close{};
        case Step::reopen:
        case Step::next:
        case Step::count:
            break;
    }
    return Reopen{};
}

}  // namespace

Availabilities available(const Conversation& conversation, const Actor& actor, const Setting& setting) {
    Availabilities rows;
    for (const Placement& placement : placements)
        if (has_a_place(button(placement.button), placement, conversation, actor))
            rows.push_back(judge({placement.place, placement.button, {}, {}}, conversation, actor, setting));
    return rows;
}

Commands commands_of(ButtonId id, const Actor& actor, const std::string& text) {
    const Button& pressed = button(id);
    Commands commands;
    for (std::size_t i = 0; i < pressed.step_count; ++i)
        if (pressed.steps[i] != Step::next) commands.push_back(command_of(pressed.steps[i], actor, text));
    return commands;
}

}  // namespace wrapup
