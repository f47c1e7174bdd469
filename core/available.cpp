#include "core/available.hpp"

#include "core/audience.hpp"
#include "core/refusal.hpp"

namespace wrapup {
namespace {

bool has_a_place(const Button& button, const Placement& placement, const Standing& standing) {
    if (!button.of.has(standing.role) || !placement.on.has(standing.channel)) return false;
    switch (button.shown) {
        case Shown::while_open:
            return !standing.closed;
        case Shown::while_closed:
            return standing.closed;
        case Shown::always:
            return true;
    }
    return false;
}

// Each step is one row of the rules.
const Rule& rule_of_step(Step step) {
    switch (step) {
        case Step::claim:
            return rule_of<Claim>();
        case Step::assign_to_me:
        case Step::assign:
            return rule_of<Assign>();
        case Step::release:
            return rule_of<Release>();
        case Step::receive:
            return rule_of<Receive>();
        case Step::reply:
            return rule_of<Reply>();
        case Step::add_note:
            return rule_of<AddNote>();
        case Step::no_reply_needed:
            return rule_of<NoReplyNeeded>();
        case Step::end:
        case Step::end_if_active:
            return rule_of<End>();
        case Step::close:
            return rule_of<Close>();
        case Step::reopen:
            return rule_of<Reopen>();
        case Step::snooze:
            return rule_of<Snooze>();
        case Step::wake:
            return rule_of<Wake>();
        case Step::set_topics:
            return rule_of<SetTopics>();
        case Step::undo_close:
            return rule_of<UndoClose>();
        case Step::rate:
            return rule_of<Rate>();
        case Step::next:
        case Step::count:
            break;
    }
    return rule_of<Next>();
}

// Whether a step that is not refused has nothing to do.
bool is_done_already(Step step, const Standing& s) {
    if (step == Step::claim || step == Step::assign_to_me) return s.own;
    return step == Step::set_topics && !s.has_topics;
}

// How the conversation stands once the step is taken, as far as a later step of a button asks.
Standing after(Step step, Standing s) {
    if (step == Step::reply || step == Step::no_reply_needed) s.reply_owed = false;
    if (step == Step::end || step == Step::end_if_active) s.session_active = false;
    return s;
}

struct Judgement {
    std::optional<Rejection> rejection;
    bool changes = false;  // It would lead to at least one event.
};

Judgement judge(const Button& button, Standing standing) {
    Judgement all;
    for (std::size_t i = 0; i < button.step_count; ++i) {
        const Step step = button.steps[i];
        if (step == Step::next && i > 0) continue;  // It never undoes what came before it.
        if (step == Step::end_if_active && !standing.session_active) continue;
        all.rejection = refusal(rule_of_step(step), standing);
        if (all.rejection) return all;
        all.changes = all.changes || !is_done_already(step, standing);
        standing = after(step, standing);
    }
    return all;
}

bool takes_it_in_hand(ButtonId id) { return id == ButtonId::claim || id == ButtonId::take_over; }

Availability available(const Placement& placement, const Standing& standing, bool has_room) {
    Availability row{placement.place, placement.button, {}, {}, {}};
    Judgement judgement = judge(button(placement.button), standing);
    if (judgement.rejection == Rejection::reply_owed) {
        Standing confirmed = standing;
        confirmed.confirmed = true;
        judgement = judge(button(placement.button), confirmed);
        if (!judgement.rejection) row.asks = Confirmation::reply_owed;
    }
    row.rejection = judgement.rejection;
    if (!row.rejection && !judgement.changes) row.rejection = Rejection::nothing_to_do;
    if (!row.rejection && takes_it_in_hand(row.button) && !has_room) row.warns = Warning::over_capacity;
    return row;
}

// The command, where anybody of the audience can give it.
template <class T, class... Parts>
Command given(const Parts&... parts) {
    if constexpr (occurs<T, Command>)
        return T{parts...};
    else
        __builtin_trap();
}

Command command_of(Step step, const Actor& actor, const Payload& payload) {
    switch (step) {
        case Step::claim:
            return given<Claim>();
        case Step::assign_to_me:
            return given<Assign>(AgentId{actor.id});
        case Step::assign:
            return given<Assign>(payload.agent);
        case Step::release:
            return given<Release>();
        case Step::receive:
            return given<Receive>(payload.text, payload.attachments);
        case Step::reply:
            return given<Reply>(payload.text, payload.attachments);
        case Step::add_note:
            return given<AddNote>(payload.text);
        case Step::no_reply_needed:
            return given<NoReplyNeeded>();
        case Step::end:
            return given<End>();
        case Step::end_if_active:
            return given<End>(true);
        case Step::close:
            return given<Close>();
        case Step::reopen:
            return given<Reopen>();
        case Step::snooze:
            return given<Snooze>(payload.snooze_until);
        case Step::wake:
            return given<Wake>();
        case Step::set_topics:
            return given<SetTopics>(payload.topics);
        case Step::undo_close:
            return given<UndoClose>();
        case Step::rate:
            return given<Rate>(payload.score, payload.text);
        case Step::next:
        case Step::count:
            break;
    }
    return given<Next>();
}

}  // namespace

Availabilities available(const Conversation& conversation, const Actor& actor, const Setting& setting) {
    const Standing standing = standing_of(conversation, actor, setting);
    const bool has_room = actor.has_room(traits(conversation.channel).group);
    Availabilities rows;
    for (const Placement& placement : placements)
        if (has_a_place(button(placement.button), placement, standing))
            rows.push_back(available(placement, standing, has_room));
    return rows;
}

Commands commands_of(ButtonId id, const Actor& actor, const Payload& payload) {
    const Button& pressed = button(id);
    Commands commands;
    for (std::size_t i = 0; i < pressed.step_count; ++i)
        commands.push_back(command_of(pressed.steps[i], actor, payload));
    return commands;
}

}  // namespace wrapup
