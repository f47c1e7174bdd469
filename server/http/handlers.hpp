// What the routes lead to. Each decodes, calls, and encodes. Those that only read are given the snapshot on which it
// was found who asks; the others make their own, if any, so that none is held while something is written.
#pragma once

#include "server/http/routes.hpp"

namespace wrapup::server {

// login_api.cpp
Answer login(const Ask& ask);
Answer logout(const Ask& ask);
Answer own_logins(const Ask& ask, Connection& snapshot);
Answer end_login(const Ask& ask);
Answer end_every_login(const Ask& ask);

// links_api.cpp
Answer look_at_link(const Ask& ask);
Answer use_link(const Ask& ask);

// agent_api.cpp
Answer inbox_page(const Ask& ask, Connection& snapshot);
Answer inbox_counts(const Ask& ask, Connection& snapshot);
Answer search(const Ask& ask, Connection& snapshot);

// shift_api.cpp
Answer put_availability(const Ask& ask);
Answer put_preferences(const Ask& ask);
Answer put_routing(const Ask& ask);

// visitor_api.cpp
Answer introduce_visitor(const Ask& ask);
Answer forget_visitor(const Ask& ask);
Answer own_conversations(const Ask& ask, Connection& snapshot);

// widget_api.cpp
Answer widget_desk(const Ask& ask);
Answer widget_logo(const Ask& ask);
Answer queue(const Ask& ask, Connection& snapshot);

// channel_api.cpp
Answer start_conversation(const Ask& ask);
Answer receive_message(const Ask& ask);

// attachment_api.cpp
Answer bring_attachment(const Ask& ask);
Answer attachment(const Ask& ask, Connection& snapshot);

// transcript_api.cpp
Answer transcript(const Ask& ask, Connection& snapshot);
Answer mail_transcript(const Ask& ask);

// customers_api.cpp
Answer customer_notes(const Ask& ask, Connection& snapshot);
Answer add_customer_note(const Ask& ask);
Answer remove_customer_note(const Ask& ask);

// reports_api.cpp
Answer report(const Ask& ask, Connection& snapshot);
Answer report_file(const Ask& ask, Connection& snapshot);

// sync_api.cpp
Answer me(const Ask& ask, Connection& snapshot);
Answer conversation(const Ask& ask, Connection& snapshot);
Answer explanation(const Ask& ask, Connection& snapshot);
Answer commands(const Ask& ask);
Answer typing(const Ask& ask);

// divergence_api.cpp
Answer divergence(const Ask& ask);

// canned_api.cpp
Answer canned_replies(const Ask& ask, Connection& snapshot);
Answer add_canned_reply(const Ask& ask);
Answer change_canned_reply(const Ask& ask);
Answer remove_canned_reply(const Ask& ask);

// keeping_api.cpp
Answer health(const Ask& ask);
Answer readiness(const Ask& ask);
Answer metrics_page(const Ask& ask);

// stream.cpp
Answer stream(const Ask& ask);

// assets.cpp
Answer to_the_inbox(const Ask& ask);
Answer dashboard(const Ask& ask);
Answer dashboard_worker(const Ask& ask);
Answer demo_shop(const Ask& ask);
Answer widget_script(const Ask& ask);
Answer widget_types(const Ask& ask);
Answer widget_frame(const Ask& ask);
Answer asset(const Ask& ask);

}  // namespace wrapup::server
