#include "server/demo_canned.hpp"

#include "server/ids.hpp"
#include "server/store/canned_replies.hpp"

namespace wrapup::server {
namespace {

struct Line {
    std::string_view shortcut;
    std::string_view title;
    std::string_view text;
};

constexpr std::array lines{
    Line{"hello", "Greeting",
         "Hello {customer.name}, this is {agent.name} from {site.name}. Let me have a look, I will be right back."},
    Line{"order", "Ask for the order number",
         "Could you tell me your order number, please? It begins with N- and stands at the top of the e-mail that "
         "confirmed your order."},
    Line{"late", "Parcel is late",
         "I am sorry that your coffee is late, {customer.name}. I have asked the carrier where the parcel is, and will "
         "write to you today with what they say.\n\nIf it is not there by tomorrow evening, we send a fresh one at no "
         "cost to you."},
    Line{"refund", "Refund is under way",
         "Done: the money is on its way back to you. Banks take three to five working days to show it.\n\nYou can keep "
         "the bag; we hope that a neighbour likes it."},
    Line{"grind", "Which grind",
         "For a French press take a coarse grind, like sea salt; for filter a medium one, like sand; for espresso a "
         "fine one, like table salt. Start there, and go finer if it tastes sour, coarser if it tastes bitter."},
    Line{"bye", "Goodbye",
         "You are welcome, {customer.name}! Enjoy your coffee, and write to us any time.\n{agent.name}"},
};

}  // namespace

void add_demo_replies(Connection& connection, Time now) {
    for (const Line& line : lines)
        CannedReplies(connection)
            .put({{random_id()},
                  std::nullopt,
                  std::string(line.shortcut),
                  std::string(line.title),
                  std::string(line.text),
                  now,
                  {}});
}

}  // namespace wrapup::server
