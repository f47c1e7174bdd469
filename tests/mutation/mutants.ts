// Where the core is broken, and how: one row per mutant. What to find is in its file exactly once, and no row is a
// change that nobody could notice (the same decisions by other means).

export interface Mutant {
  /** In core/. */
  file: string;
  what: string;
  find: string;
  replace: string;
}

type Row = [what: string, find: string, replace: string];

function inFile(file: string, ...rows: Row[]): Mutant[] {
  return rows.map(([what, find, replace]) => ({ file, what, find, replace }));
}

export const mutants: Mutant[] = [
  ...inFile(
    'rules.hpp',
    ['what is closed can be claimed', '{R::closed, R::owned_by}', '{R::owned_by}'],
    ['claim: the reasons in another order', '{R::closed, R::owned_by}', '{R::owned_by, R::closed}'],
    ['reply: the reasons in another order', 'R::unowned, R::not_owner', 'R::not_owner, R::unowned'],
    [
      'close: the reasons in another order',
      'R::session_active, R::topic_required',
      'R::topic_required, R::session_active',
    ],
    ['next: the reasons in another order', 'R::unavailable, R::at_capacity', 'R::at_capacity, R::unavailable'],
    ['closed over an unseen message', 'R::topic_required, R::unseen_message,', 'R::topic_required,'],
    ['reopened although locked', 'R::not_closed, R::locked', 'R::not_closed'],
    ['undone for ever', 'R::not_closer, R::undo_window_over', 'R::not_closer'],
    ['rated before the close is final', 'R::not_closed, R::undo_window_open,', 'R::not_closed,'],
    ['rated twice', 'R::already_rated, ', ''],
    ['rated with any number', 'R::invalid_score, ', ''],
    ['agents identify customers', '{"identify",         system, ', '{"identify",         agents | system, '],
    ['woken although awake', 'R::not_owner, R::not_snoozed', 'R::not_owner'],
    ['no reply needed where nothing is owed', 'R::unseen_message, R::nothing_owed', 'R::unseen_message'],
    ['customers take notes', '{"add_note",         agents,', '{"add_note",         agents | customer,'],
    [
      'notes without a limit',
      'agents,                           {R::invalid_text, R::empty, R::too_long}',
      'agents,                           {R::invalid_text, R::empty}',
    ],
    ['messages that are not text', 'R::locked, R::invalid_text', 'R::locked'],
    ['the system reads', '{"mark_read",        agents | customer,', '{"mark_read",        agents | customer | system,'],
    ['the system no longer closes', '{"close",            agents | system,', '{"close",            agents,'],
    [
      'supervisors close what is not theirs',
      'system,                           {R::not_owner, R::session_active',
      'supervisors | system,             {R::not_owner, R::session_active',
    ],
    [
      'agents hand over what is not theirs',
      'supervisors | system,             {R::closed',
      'agents | system,                  {R::closed',
    ],
    [
      'supervisors release what is not theirs',
      'nobody,                           {R::closed, R::not_owner}}',
      'supervisors,                      {R::closed, R::not_owner}}',
    ],
  ),
  ...inFile(
    'buttons.hpp',
    [
      'End & Close does not end',
      '{B::end_and_close,   role::agents,      Shown::while_open,   {S::end_if_active, S::close}}',
      '{B::end_and_close,   role::agents,      Shown::while_open,   {S::close}}',
    ],
    ['Send & Close closes first', '{S::reply, S::end_if_active, S::close}', '{S::end_if_active, S::close, S::reply}'],
    ['No Reply Needed leaves the chat running', '{S::no_reply_needed, S::end_if_active}', '{S::no_reply_needed}'],
    [
      'Close & Next on chats, too',
      'P::primary,        others,        B::close_and_next',
      'P::primary,        any,           B::close_and_next',
    ],
    ['voicemails as all the others', 'any - (chat | voicemail)', 'any - chat'],
    [
      'Reopen on what is open',
      '{B::reopen,          role::agents,      Shown::while_closed,',
      '{B::reopen,          role::agents,      Shown::always,      ',
    ],
    [
      'no notes on what is closed',
      '{B::add_note,        role::agents,      Shown::always,',
      '{B::add_note,        role::agents,      Shown::while_open,',
    ],
    ['Take over for every agent', '{B::take_over,       role::supervisors,', '{B::take_over,       role::agents,     '],
    ['a menu without Close', '    Placement{P::primary_menu,   others | voicemail, B::close},\n', ''],
  ),
  ...inFile(
    'channel.hpp',
    [
      'a call is not answered by picking it up',
      'Has::yes, Has::yes, Has::yes, Has::yes, role',
      'Has::yes, Has::yes, Has::yes, Has::no,  role',
    ],
    [
      'a text message counts as mail',
      '{Channel::sms,       Group::messaging,',
      '{Channel::sms,       Group::mail,     ',
    ],
    [
      'a chat owes a reply before the first message',
      'Group::messaging, Has::yes, Has::no,',
      'Group::messaging, Has::yes, Has::yes,',
    ],
    [
      'the system cannot start a voicemail',
      '{Channel::voicemail, Group::mail,      Has::no,  Has::yes, Has::yes, Has::no,  role::customer | role::system}',
      '{Channel::voicemail, Group::mail,      Has::no,  Has::yes, Has::yes, Has::no,  role::customer}',
    ],
  ),
  ...inFile(
    'vocabulary.hpp',
    ['one more than the capacity', 'load[group] < *capacity[group]', 'load[group] <= *capacity[group]'],
    ['nobody takes mail', 'takes(Group::messaging) || takes(Group::mail)', 'takes(Group::messaging)'],
  ),
  ...inFile(
    'policy.hpp',
    ['a longer undo', 'undo_window_ms = 10 * second_ms', 'undo_window_ms = 11 * second_ms'],
    ['e-mail has a day', 'ResponseTimes{8 * hour_ms, 8 * hour_ms}', 'ResponseTimes{day_ms, day_ms}'],
  ),
  ...inFile(
    'standing.cpp',
    ['the reopen window is a millisecond shorter', 'closed_at > Milliseconds', 'closed_at >= Milliseconds'],
    ['the undo window is a millisecond shorter', 'closed->at > Milliseconds', 'closed->at >= Milliseconds'],
    ['the message one is looking at is unseen', 'c.customer_wrote_at > seen', 'c.customer_wrote_at >= seen'],
    ['all of the required topics', 'std::none_of(required', '!std::all_of(required'],
    ['agents are locked out as well', 'actor.role == Role::customer && is_locked', 'is_locked'],
    ['everybody owns what anybody owns', 's.owned && c.owner->value == actor.id', 's.owned'],
    [
      'customers of the same site see each other',
      'return conversation.customer.value == actor.id',
      'return belongs_to(conversation.site, actor)',
    ],
    ['everything is confirmed', 'request.confirmed.has(Confirmation::reply_owed)', 'true'],
    ['topics that are gone cannot be taken away', ' || !c.topics.empty()', ''],
  ),
  ...inFile(
    'refusal.cpp',
    ['customers start conversations of others', 'start.customer.value != actor.id', 'start.customer.value.empty()'],
    ['conversations are started on any site', 'return belongs_to(start.site, actor);', 'return true;'],
    ['colleagues of other sites', ' && belongs_to(conversation.site, agent)', ''],
    ['snoozed until now', '*snooze.until <= setting.at', '*snooze.until < setting.at'],
    ['one known topic is enough', 'std::any_of(set.topics', 'std::all_of(set.topics'],
    [
      'something is owed only while a session runs',
      '!s.reply_owed && !s.session_active',
      '!s.reply_owed || !s.session_active',
    ],
    ['the system is held up by unseen messages', 's.unseen && s.role != Role::system', 's.unseen'],
    ['the system has to choose a topic', 's.topic_missing && s.role != Role::system', 's.topic_missing'],
    ['one cannot claim what one owns', 's.owned && !s.own', 's.owned'],
    ['a start tells of conversations that nobody may know of', 'rule.starts && standing.absent', 'rule.starts'],
    [
      'the second reason, not the first',
      'for (std::size_t i = 0; i < rule.reasons; ++i)',
      'for (std::size_t i = rule.reasons; i-- > 0;)',
    ],
  ),
  ...inFile(
    'decide.cpp',
    ['a reply settles less than it answers', 'customer_wrote_at <= request.seen', 'customer_wrote_at < request.seen'],
    ['topics in the other order', 'topic.value <= other.value', 'topic.value >= other.value'],
    ['topics more than once', 'place == sorted.end() || *place != topic', 'true'],
    ['nobody reads the last event', 'read.up_to <= conversation.version', 'read.up_to < conversation.version'],
    ['read again', 'read.up_to <= read_by', 'read.up_to < read_by'],
    ['back to an owner who is not there', ' && agent.available.has(traits(conversation.channel).group)', ''],
    ['never back to its owner', 'return there ? conversation.owner : std::nullopt', 'return std::nullopt'],
    ['a customer owns what they reopen', 'request.actor.role == Role::customer', 'request.actor.role == Role::system'],
    ['the session that was ended with it is forgotten', '(&before.session)', '(&conversation.session)'],
    ['left twice', 'if (std::get<session::Active>(conversation.session).left_at) return {};', ''],
    ['strangers learn that it is closed', '!(reason && is_about_the_person(*reason)) && ', ''],
    ['two sessions at once', 'Has::yes && !conversation.session_active()', 'Has::yes'],
    [
      'colleagues by the site of the request’s first step',
      'faults_of(command, *now,',
      'faults_of(command, conversation,',
    ],
    ['each step on the state before the first', 'standing_of(*now, request', 'standing_of(conversation, request'],
  ),
  ...inFile(
    'evolve.cpp',
    ['first and next response exchanged', 'Response::next : Response::first', 'Response::first : Response::next'],
    ['what is owed is owed since the last message', 'if (!c.reply_owed()) owe', 'owe'],
    ['every reply settles', 'if (fact.settles) ', ''],
    ['reopening lets the clock run on', '                       if (c.reply_owed()) owe(c, event.at);\n', ''],
    ['unread again', 'std::max(mark->up_to, up_to)', 'up_to'],
    ['handing a call over answers it', 'by_themselves && traits', 'traits'],
    ['who had left is there after an undo', 'fact.session_since, fact.session_left_at', 'fact.session_since, {}'],
    [
      'a message does not wake',
      '= event.version;\n                       c.snoozing = snooze::None{};',
      '= event.version;',
    ],
  ),
  ...inFile(
    'timers.cpp',
    ['gone for a millisecond longer', '{policy.rejoin_window_ms}', '{policy.rejoin_window_ms + 1}'],
    ['calls are ended when nobody speaks', 'since && conversation.channel == Channel::chat', 'since'],
    ['unowned chats are ended', ' || !conversation.owner', ''],
    ['the last timer first', 'return a.at < b.at', 'return a.at > b.at'],
    ['what was released is closed', '!conversation.had_owner', '!conversation.owner'],
  ),
  ...inFile(
    'due.cpp',
    ['due although closed', ' || conversation.closed()', ''],
    ['the times exchanged', 'times.first_ms : times.next_ms', 'times.next_ms : times.first_ms'],
  ),
  ...inFile(
    'routing.cpp',
    ['their own come last', 'constexpr int own = -1', 'constexpr int own = 99'],
    [
      'the oldest before the earliest due',
      'due(conversation, policy).value_or(never), conversation.started_at',
      'conversation.started_at, due(conversation, policy).value_or(never)',
    ],
    [
      'ties by whom one asks about first',
      'conversation.started_at, candidate.id.value}',
      'conversation.started_at, ""}',
    ],
    ['their own, read or not', ' && candidate.unread', ''],
    ['what is not due comes first', 'limits<std::int64_t>::max()', 'limits<std::int64_t>::min()'],
    ['the busiest agent', 'return std::tie(a.load[group], a.id) < ', 'return std::tie(a.load[group], a.id) > '],
    ['customers are given chats', '!role::agents.has(agent.role) || ', ''],
    ['load by what is owed, in chats', 'has_session ? conversation', '!has_session ? conversation'],
    ['what was read is unread', 'conversation.customer_wrote_at > (mark', 'conversation.customer_wrote_at >= (mark'],
  ),
  ...inFile(
    'visible.cpp',
    [
      'a note leaks',
      '[](const NoteAdded&) -> Seen { return std::nullopt; }',
      '[](const NoteAdded& note) -> Seen { return note; }',
    ],
    ['a name leaks', 'Assigned{name(assigned.agent)}', 'Assigned{assigned.agent}'],
    ['who has read leaks', '!named || std::holds_alternative<MarkedRead>(*fact)', '!named'],
    ['that a message was overlooked leaks', 'Replied{reply.text, true}', 'Replied{reply.text, reply.settles}'],
    ['customers lose their names', 'anonymous && role::agents.has(by.role)', 'anonymous'],
  ),
  ...inFile(
    'policy.cpp',
    ['limits exclude their ends', 'value >= least', 'value > least'],
    ['one topic fewer', '> Policy::topics_max', '>= Policy::topics_max'],
    ['a next response at once', 'times.next_ms.value_or(1), 1, most', 'times.next_ms.value_or(1), 0, most'],
    ['a rejoin window of a year', 'Policy::rejoin_window_ms_max)', 'Policy::window_ms_max)'],
    ['a required topic that nobody can choose', '!has_before(policy.topics, policy.topics.size(), topic)', 'false'],
  ),
  ...inFile(
    'status.cpp',
    ['open only while both', 'session_active() || conversation', 'session_active() && conversation'],
    [
      'a closed conversation that nobody owns is new',
      'if (conversation.closed()) return Status::closed;\n    if (!conversation.owner) return Status::new_;',
      'if (!conversation.owner) return Status::new_;\n    if (conversation.closed()) return Status::closed;',
    ],
  ),
  ...inFile(
    'available.cpp',
    ['claiming always warns', ' && !has_room', ''],
    ['Claim on one’s own', 'return s.own;', 'return false;'],
    [
      'Close after the session ended is refused',
      '        if (step == Step::end_if_active && !standing.session_active) continue;\n',
      '',
    ],
    [
      'a reply is still owed after Send & Close replied',
      'if (step == Step::reply || step == Step::no_reply_needed)',
      'if (step == Step::no_reply_needed)',
    ],
    ['Close & Next waits for somebody to be next', ' && i > 0', ''],
  ),
  ...inFile(
    'text.cpp',
    ['one code point fewer', 'code_points > text_code_points_max', 'code_points >= text_code_points_max'],
    ['the last surrogate is text', 'code_point <= 0xDFFF', 'code_point < 0xDFFF'],
    ['three bytes for what fits in two', 'smallest = 0x800;', 'smallest = 0x80;'],
    ['a NUL is text', ' || c == 0)', ')'],
    ['an invisible space is text', 'c <= 0x200B', 'c < 0x200B'],
  ),
  ...inFile(
    'explain.cpp',
    ['a policy counts from after its moment', 'version.from <= at', 'version.from < at'],
    ['explained to whom it is none of their business', 'if (may_know(state, actor))', ''],
  ),
];
