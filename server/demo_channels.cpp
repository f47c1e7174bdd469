#include "server/demo_channels.hpp"

#include "server/demo_lines.hpp"

namespace wrapup::server {
namespace {

using namespace std::chrono_literals;
using namespace demo_lines;
using enum Speaker;
using enum Channel;

// clang-format off
std::vector<DemoChat> mail(Time today) {
    return {
        {"Ingrid Solberg", "", "nb-NO", {
            {6h + 10min, visitor, opens(email, "Hello, my order 20431 says delivered, but there is no parcel here. I "
                                               "asked both neighbours. Ingrid")},
            {5h + 50min, ana, claims()},
            {5h + 48min, ana, is_about("shipping")},
        }},
        {"Oscar Ström", "", "sv-SE", {
            {21h, visitor, opens(email, "The last two bags of the Harbour filter roast tasted flat. Same grinder, same "
                                        "water. Was it an old batch?")},
            {19h + 30min, ana, claims_and_replies("Hello Oscar, yours was roasted on the 2nd, so it should be at its "
                                                  "best. Could you send me the number on the bottom of the bag?")},
            {19h + 29min, ana, is_about("brewing_advice")},
        }},
        {"Hannah Clarke", "", "en-GB", {
            {2h + 40min, visitor, opens(email, "Dear team, please cancel my subscription from next month on. We are "
                                               "moving abroad. Best wishes, Hannah")},
        }},
        {"Yusuf Demir", "", "tr-TR", {
            {3h + 30min, visitor, opens(email, "Could I have an invoice with our VAT number for order 20402? It is for "
                                               "the office.")},
        }},
        {"Emma Kapoor", "", "en-GB", {
            {28h, visitor, opens(email, "I was charged twice for order 20377. Please refund one of the two.")},
            {26h + 30min, ben, claims_and_replies("Hello Emma, I am sorry. The second charge goes back to your card "
                                                  "today; your bank may need three days to show it.")},
            {26h + 29min, ben, is_about("refund")},
            {26h + 28min, ben, snoozes()},
        }},
        {"Anders Nilsen", "", "nb-NO", {
            {32h, visitor, opens(email, "Do you still have places for the roastery tour on Thursday? We would be six.")},
            {30h + 20min, mia, claims_and_replies("Hello Anders, we do, and you are on the list: Thursday at four, six "
                                                  "people. See you then!")},
            {29h, visitor, writes("Perfect, thank you!")},
            {28h + 50min, mia, needs_no_reply()},
            {28h + 49min, mia, closes()},
        }},
        {"Carmen Ortega", "", "es-ES", {
            {3h + 20min, visitor, records(voicemail, 21s, "Hello, this is Carmen Ortega from Café Luna. We are out of espresso by "
                                            "Friday. Please call me back about a standing order.")},
            {3h + 8min, ana, claims()},
            {3h + 1min, ana, notes("Called back, nobody there. She opens at ten.")},
            {3h, ana, is_about("wholesale")},
        }},
        {"Felix Bauer", "", "de-DE", {
            {1h + 50min, visitor, records(voicemail, 12s, "Felix Bauer speaking. The grinder I bought in May has stopped. What "
                                                   "do I do about the guarantee? Thank you, goodbye.")},
        }},
        {"Nadia Benali", "", "fr-FR", {
            {25h + 30min, visitor, records(voicemail, 12s, "Good evening, Nadia Benali. Just to say that the parcel has come "
                                                    "after all. No need to call back!")},
            {25h, ben, claims()},
            {24h + 58min, ben, needs_no_reply()},
            {24h + 57min, ben, closes()},
        }},
        {"", "", "", {
            {7h, ana, puts_down(task, "Ask the carrier about order 20431 of Ingrid Solberg: who signed for it?")},
            {6h + 59min, ana, claims()},
        }},
        {"", "", "", {
            {9h, mia, puts_down(task, "Count the stock of the Gotland espresso before Friday's newsletter.")},
        }},
        {"", "", "", {
            {30h, ben, puts_down(task, "Write the offer for Marek Nowak: 20 kg a month, delivered to Kraków.")},
            {29h + 58min, ben, claims()},
            {29h + 57min, ben, is_about("wholesale")},
            {29h + 50min, ben, snoozes_until(today + 20h)},
        }},
        {"", "", "", {
            {40h, ana, puts_down(task, "Send the tasting box to the winner of the raffle.")},
            {39h + 58min, ana, claims()},
            {33h, ana, notes("Posted, number 20409.")},
            {32h + 59min, ana, closes()},
        }},
        {"", "", "", {
            {8h + 30min, ana, puts_down(note, "The roastery is closed on Monday. Nothing leaves before Tuesday noon.")},
            {8h + 29min, ana, claims()},
        }},
        {"", "", "", {
            {27h + 30min, mia, puts_down(note, "The code BREW10 ends on Sunday. Be generous until Wednesday.")},
        }},
        {"", "", "", {
            {46h + 30min, ben, puts_down(note, "The labels of the Kenya Nyeri say 1 kg and hold 500 g. Fixed today.")},
            {46h + 29min, ben, claims()},
            {45h, ben, closes()},
        }},
    };
}

std::vector<DemoChat> voice_and_messages(Time today) {
    return {
        {"Bruno Costa", "", "pt-PT", {
            {4h + 15min, visitor, starts(call)},
            {4h + 14min, ana, claims()},
            {4h + 6min, visitor, ends()},
            {4h + 5min, ana, notes("His lever machine has 9 bar now. Sent him to the Lighthouse espresso; wants to hear "
                                   "when it is back.")},
            {4h + 4min, ana, is_about("brewing_advice")},
        }},
        {"Thea Holm", "", "da-DK", {
            {2h + 5min, visitor, starts(call)},
            {2h + 4min, visitor, ends()},
        }},
        {"Piotr Zieliński", "", "pl-PL", {
            {22h, visitor, starts(call)},
            {21h + 59min, mia, claims()},
            {21h + 52min, visitor, ends()},
            {21h + 51min, mia, notes("Address of 20418 corrected, the parcel is still here.")},
            {21h + 50min, mia, closes()},
        }},
        {"Maja Kowalska", "", "pl-PL", {
            {2h + 30min, visitor, opens(sms, "Hi, driver was here but I was at work. Can you send 20426 to the parcel shop?")},
            {2h + 22min, ana, claims_and_replies("Hi Maja, done: parcel shop at the station, from tomorrow ten o'clock.")},
            {2h + 21min, ana, is_about("shipping")},
        }},
        {"Diego Álvarez", "", "es-ES", {
            {1h + 40min, visitor, opens(sms, "Is the shop open today? Maps says closed")},
        }},
        {"Zofia Horvat", "", "hr-HR", {
            {18h, visitor, opens(sms, "Got the beans, thx! Which grind for aeropress?")},
            {17h + 50min, ben, claims_and_replies("Like table salt, and water just off the boil. Enjoy!")},
            {17h + 45min, visitor, writes("great")},
            {17h + 40min, ben, needs_no_reply()},
            {17h + 39min, ben, closes()},
        }},
        {"Leïla Moreau", "", "fr-FR", {
            {5h + 5min, visitor, opens(social, "@nordlicht do the new paper filters fit the small dripper?")},
            {4h + 50min, ana, claims_and_replies("They do, Leïla: size 01, 100 in a box.")},
            {4h + 49min, ana, is_about("brewing_advice")},
        }},
        {"Samuel Davies", "", "en-GB", {
            {1h + 45min, visitor, opens(social, "Third day without an answer to my mail about 20399. Hello?")},
        }},
        {"Alice Bianchi", "", "it-IT", {
            {11h, visitor, opens(social, "Will you be at the coffee fair in Milan?")},
            {10h + 30min, mia, claims_and_replies("We will, Alice! Hall 3. I will tell you the stand once we have it.")},
            {10h + 29min, mia, snoozes_until(today + 44h)},
        }},
        {"Karl Fischer", "", "de-DE", {
            {35h, visitor, opens(social, "Best Kenya I ever had.")},
            {34h + 50min, ben, claims()},
            {34h + 48min, ben, sends_and_closes("Thank you, Karl! We will tell the roasters.")},
        }},
    };
}
// clang-format on

}  // namespace

std::vector<DemoChat> demo_channels(Time today) {
    std::vector<DemoChat> all = mail(today);
    for (DemoChat& one : voice_and_messages(today)) all.push_back(std::move(one));
    return all;
}

Policy demo_policy() {
    Policy policy;
    policy.topics = {{"shipping"}, {"refund"}, {"brewing_advice"}, {"subscription"}, {"wholesale"}};
    return policy;
}

}  // namespace wrapup::server
