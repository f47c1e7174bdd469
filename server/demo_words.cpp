#include "server/demo_words.hpp"

namespace wrapup::server {

using Three = std::array<std::string_view, 3>;

struct DemoTheme {
    std::string_view page;
    std::string_view topic;  // Of the demo's policy; empty: none fits.
    Three questions;
    Three answers;
    Three more;
    std::array<std::string_view, 2> notes;
};

namespace {

constexpr std::array first_names{
    "Sofia",  "Jonas", "Priya", "Tom",   "Aiko",  "Chloé", "Lena",  "Marek", "Grace", "Mateo",  "Ingrid", "Yusuf",
    "Hannah", "Liam",  "Noor",  "Pavel", "Elena", "Kwame", "Maja",  "Oscar", "Freya", "Diego",  "Amélie", "Björn",
    "Zofia",  "Rahul", "Emma",  "Luca",  "Sanne", "Tariq", "Olga",  "Felix", "Mei",   "Anders", "Carmen", "Owen",
    "Leïla",  "Piotr", "Signe", "Bruno", "Alice", "Hiro",  "Nadia", "Karl",  "Ines",  "Samuel", "Thea",   "Ivan",
};
constexpr std::array last_names{
    "Lindqvist", "Weber",   "Raman",   "Hartley", "Tanaka",  "Dubois", "Vogel",   "Nowak",     "Mbeki",    "García",
    "Solberg",   "Demir",   "Clarke",  "Murphy",  "Haddad",  "Novák",  "Rossi",   "Mensah",    "Kowalska", "Jansen",
    "Nilsen",    "Álvarez", "Moreau",  "Ström",   "Schmidt", "Kapoor", "Johnson", "Bianchi",   "de Vries", "Aziz",
    "Petrova",   "Bauer",   "Chen",    "Larsen",  "Ortega",  "Davies", "Benali",  "Zieliński", "Holm",     "Silva",
    "Brown",     "Sato",    "Ionescu", "Fischer", "Costa",   "Okafor", "Berg",    "Horvat",
};
constexpr std::array locales{"en-GB", "en-GB", "en-US", "de-DE", "de-DE", "fr-FR", "sv-SE", "pl-PL", "es-ES", "nl-NL"};

constexpr std::array coffees{
    "Gotland espresso", "Fjord blend", "Decaf Aurora",  "Harbour filter roast", "Lighthouse espresso",
    "Midsummer blend",  "Kenya Nyeri", "Ethiopia Guji", "Colombia Huila",       "Winter roast",
};

// {name} is the customer's, {coffee} and {order} stay the same throughout a conversation, {n} is a small number.
constexpr std::array themes{
    DemoTheme{
        "/orders",
        "shipping",
        {"Where is my order {order}? It was sent {n} days ago.",
         "The tracking of {order} has not moved for {n} days. Is the parcel lost?",
         "Hello, could you tell me when order {order} with the {coffee} will arrive?"},
        {"Hello {name}, I have asked the carrier about {order}: it was held up at the depot and goes out tomorrow.",
         "Good morning {name}. {order} is on the van today, you should have it by the evening.",
         "I am sorry about that, {name}. The parcel went to the wrong depot; I have sent a new one by express."},
        {"It still says the same this morning.", "Can the driver leave it with my neighbour, please?",
         "I will be away from Friday on. Can it wait at the parcel shop?"},
        {"Carrier confirms: {order} scanned at the depot, next attempt tomorrow.",
         "Second delay for this address within {n} weeks. Worth a voucher."}},
    DemoTheme{"/coffee/espresso",
              "brewing_advice",
              {"Which grind would you take for the {coffee} in a moka pot?",
               "Is the {coffee} roasted dark? My machine has {n} bar only.",
               "How long does the {coffee} keep once the bag is open?"},
              {"Hello {name}! A little coarser than for espresso, and fresh water below boiling.",
               "It is a medium roast. Start with 18 grams and 25 seconds, and go finer if it runs too fast.",
               "Closed and dark it keeps for about {n} weeks; the zip on the bag is tight."},
              {"And with the paper filter from your shop?", "Does that go for the decaf as well?",
               "I tried that, but it still tastes a little sour."},
              {"Likes it mild: suggest the Midsummer blend next time.", "Has the small lever machine, {n} bar."}},
    DemoTheme{"/returns",
              "refund",
              {"I ordered beans by mistake and need them ground. Can I change {order}?",
               "A bag of the {coffee} was open when it came. May I send it back?",
               "The grinder from order {order} squeaks. Is that covered by the guarantee?"},
              {"Hello {name}, of course. I have sent you a label; drop it off anywhere, and we refund it the same day.",
               "I am sorry, {name}! A new one is on its way, no need to return anything.",
               "We have not packed it yet, so I could change it. You will get a new confirmation in a minute."},
              {"Where do I find the label?", "Will the voucher that I used come back, too?",
               "Great. For a French press, please."},
              {"Refund of order {order} approved.", "Third broken seal of this batch: told the roastery."}},
    DemoTheme{"/coffee/subscriptions",
              "subscription",
              {"How do I pause my subscription over the holidays?",
               "Can I change my monthly box from the {coffee} to something lighter?",
               "I was charged twice for the subscription this month, see {order}."},
              {"Under Account, Subscription, Pause, {name}: choose the month in which it goes on.",
               "Done, {name}: from next month on you get the Midsummer blend instead.",
               "You are right, {name}, and I am sorry. The second charge of {order} goes back to your card today."},
              {"Does it go on by itself after that?", "Could I have {n} bags instead of two?",
               "How long does the refund take?"},
              {"Subscriber for {n} years.", "Asked for a lighter roast twice: offer the tasting box."}},
    DemoTheme{"/wholesale",
              "wholesale",
              {"Do you deliver to cafés? We need about {n}0 kg a month.",
               "Could we get the {coffee} in bags of 5 kg for our office?",
               "We would like to visit the roastery with our team of {n}. Is that possible?"},
              {"Hello {name}, we do: from 15 kg a month you get wholesale prices. I have sent you the list.",
               "Yes, in bags of 1 and of 5 kg, {name}. Shall I send an offer for {n}0 kg?",
               "With pleasure, {name}: on Thursdays at four. Tell me the date and I put you on the list."},
              {"Received, thank you. I will talk to my partner.", "Is there a machine to rent as well?",
               "What would the delivery cost to our second address?"},
              {"Interested in wholesale, about {n}0 kg. Call next week.", "Has an offer of a competitor at hand."}},
    DemoTheme{"/checkout",
              "",
              {"My discount code BREW{n}0 is not accepted at the checkout.",
               "I cannot pay with my card: it says declined, but my bank says it is fine.",
               "Can I put two addresses into one order? One bag of the {coffee} is a gift."},
              {"Hello {name}, that code works for single orders only; I have taken it off the price by hand.",
               "The payment went through on our side now, {name}. You get the confirmation for {order} right away.",
               "Not in one order, {name}, but I have waived the postage of the second one."},
              {"Now it works, but the price is still the old one.", "May I have an invoice with our VAT number?",
               "And could you add a card to it?"},
              {"Code BREW{n}0 is still in the newsletter: tell marketing.", "Paid by invoice before, never late."}},
};

constexpr std::array thanks_lines{
    "Great, thank you!",
    "Perfect, thanks for the quick help.",
    "Thank you, and greetings to the roastery!",
    "That was it, have a nice day!",
    "Wonderful. Thanks!",
    "All clear now, thank you very much.",
};
constexpr std::array goodbyes{
    "You are welcome, {name}. Enjoy your coffee!",
    "With pleasure. Write to us whenever there is something.",
    "Done. You find all of it in your account under {order}.",
    "Good to hear, {name}. Have a nice day!",
};
constexpr std::array tasks{
    "Call the carrier about {order}.",
    "Ask the roastery when the {coffee} is back.",
    "Check the stock of the {coffee} before Friday.",
    "Write the offer for {n}0 kg.",
};

}  // namespace

DemoPerson demo_person(Dice& dice) {
    const std::string first = dice.pick(first_names);
    return {first + ' ' + dice.pick(last_names), dice.pick(locales)};
}

DemoTalk::DemoTalk(Dice& dice, std::string customer)
    : dice_(dice),
      theme_(dice.pick(themes)),
      first_name_(customer.substr(0, customer.find(' '))),
      coffee_(dice.pick(coffees)),
      order_(std::to_string(20'000 + dice.below(70'000))) {}

std::string DemoTalk::page() const { return std::string(theme_.page); }
std::string DemoTalk::topic() const { return std::string(theme_.topic); }
std::string DemoTalk::question() { return filled_in(dice_.pick(theme_.questions)); }
std::string DemoTalk::more() { return filled_in(dice_.pick(theme_.more)); }
std::string DemoTalk::thanks() { return filled_in(dice_.pick(thanks_lines)); }
std::string DemoTalk::answer() { return filled_in(dice_.pick(theme_.answers)); }
std::string DemoTalk::goodbye() { return filled_in(dice_.pick(goodbyes)); }
std::string DemoTalk::note() { return filled_in(dice_.pick(theme_.notes)); }
std::string DemoTalk::task() { return filled_in(dice_.pick(tasks)); }

std::string DemoTalk::filled_in(std::string_view line) {
    std::string text;
    for (auto open = line.find('{'); open != std::string_view::npos; open = line.find('{')) {
        const auto close = line.find('}', open);
        const std::string_view slot = line.substr(open + 1, close - open - 1);
        text += line.substr(0, open);
        if (slot == "name") text += first_name_;
        if (slot == "coffee") text += coffee_;
        if (slot == "order") text += order_;
        if (slot == "n") text += std::to_string(2 + dice_.below(8));
        line.remove_prefix(close + 1);
    }
    return text += line;
}

}  // namespace wrapup::server
