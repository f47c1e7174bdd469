#include "server/demo_chats.hpp"

#include "server/demo_lines.hpp"

namespace wrapup::server {
namespace {

using namespace std::chrono_literals;
using namespace demo_lines;
using enum Speaker;

}  // namespace

// clang-format off
std::vector<DemoChat> demo_chats() {
    return {
        {"Sofia Lindqvist", "/coffee/gotland-espresso", "sv-SE", {
            {7min, visitor, opens("Hi! Do you ship the Gotland espresso to Norway?")},
            {5min, visitor, writes("It would be two bags, to Bergen.")},
        }},
        {"Jonas Weber", "/grinders/hand-grinder", "de-DE", {
            {24min, visitor, opens("Which setting of the hand grinder would you take for a moka pot?")},
        }},
        {"Priya Raman", "/checkout", "en-GB", {
            {52min, visitor, opens("My discount code BREW10 is not accepted at the checkout.")},
            {49min, ana, claims_and_replies("Hello Priya, thank you for telling us. Is there a subscription in your "
                                            "basket? The code works for single orders only.")},
            {44min, visitor, writes("Ah, yes, the monthly box. Could I still get it for the first one?")},
        }},
        {"Tom Hartley", "/orders", "en-GB", {
            {3h + 10min, visitor, opens("The tracking of order 20417 has not moved for three days.")},
            {3h + 4min, ana, claims()},
            {3h + 2min, ana, notes("Parcel shop says it was scanned in Hamburg this morning.")},
            {3h, ana, replies("Good morning Tom. It was held up in Hamburg and is on its way again; you should have "
                              "it tomorrow. I will check once more in the evening.")},
            {2h + 55min, visitor, writes("Great, thank you!")},
            {2h + 53min, ana, replies("You are welcome. I will write to you as soon as it is there.")},
            {2h + 50min, ana, ends()},
        }},
        {"Aiko Tanaka", "/coffee/decaf", "ja-JP", {
            {1h + 35min, visitor, opens("Is your decaf made with the water process?")},
            {1h + 31min, ben, claims_and_replies("Yes, all of it: Swiss water, no solvents. Shall I send you the "
                                                 "certificate?")},
            {1h + 27min, visitor, writes("Yes please. And is there a 1 kg bag?")},
            {1h + 20min, ben, notes("Ask the roastery whether the 1 kg bag comes back in December.")},
        }},
        {"Chloé Dubois", "/contact", "fr-FR", {
            {5h + 30min, visitor, opens("Just wanted to say that the Fjord blend is the best I have had in years.")},
            {5h + 21min, mia, claims()},
            {5h + 20min, mia, needs_no_reply()},
        }},
        {"Lena Vogel", "/returns", "de-DE", {
            {27h, visitor, opens("I ordered beans by mistake and need them ground. Can I change order 20388?")},
            {26h + 55min, ben, claims_and_replies("Hello Lena, we have not packed it yet. For which machine shall we "
                                                  "grind them?")},
            {26h + 50min, visitor, writes("A French press.")},
            {26h + 48min, ben, notes("Changed 20388 to coarse, told the packing table.")},
            {26h + 46min, ben, sends_and_closes("Done: coarse, for the French press. Enjoy your coffee!")},
        }},
        {"Marek Nowak", "/wholesale", "pl-PL", {
            {46h, visitor, opens("Hello, do you deliver to cafés? We need about 20 kg a month.")},
            {45h + 52min, ana, claims_and_replies("Hello Marek, we do. From 15 kg a month you get wholesale prices; "
                                                  "I have sent the list to the address in your account.")},
            {45h + 40min, visitor, writes("Received, thanks. I will talk to my partner.")},
            {45h + 38min, visitor, ends()},
            {45h + 30min, ana, notes("Interested in wholesale, 20 kg. Call next week.")},
            {45h + 29min, ana, sends_and_closes("Take your time, and write to us whenever you have decided.")},
        }},
        {"Grace Mbeki", "/coffee/subscriptions", "en-ZA", {
            {31h, visitor, opens("How do I pause my subscription over the holidays?")},
            {30h + 54min, mia, claims_and_replies("Under Account, Subscription, Pause: choose the month in which it "
                                                  "goes on. Nothing is charged until then.")},
            {30h + 50min, mia, ends_and_closes()},
        }},
    };
}
// clang-format on

}  // namespace wrapup::server
