#include "server/merging.hpp"

#include <stdexcept>

#include "server/store/blobs.hpp"
#include "server/store/clients.hpp"
#include "server/store/customer_notes.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/tokens.hpp"
#include "server/the_system.hpp"

namespace wrapup::server {

std::shared_ptr<Commit> merge(Connection& connection, const StoredPolicy& policy, Time at, const CustomerId& from,
                              const CustomerId& to) {
    Transaction transaction(connection, policy, at);
    InboxView view(connection);
    for (const ConversationId& conversation : view.ids_of_customer(from)) {
        const Request request{the_system, view.state(conversation).version, {}, {Identify{to}}};
        if (std::holds_alternative<Rejection>(transaction.run(conversation, request)))
            throw std::logic_error("a customer's conversation cannot become another's");
    }
    // What their browser has under way goes on as theirs.
    Clients(connection).move(from.value, to.value);
    Blobs(connection).move_unsent({Role::customer, from.value}, {Role::customer, to.value});
    CustomerNotes(connection).move(from, to);
    Tokens(connection).move_visitors(from, to);
    auto commit = transaction.commit();
    if (commit) make_searchable(connection, *commit);
    return commit;
}

}  // namespace wrapup::server
