#pragma once

#include <string>

#include "server/dice.hpp"

namespace wrapup::server {

// Somebody who drinks coffee.
struct DemoPerson {
    std::string name;
    std::string locale;
};
DemoPerson demo_person(Dice& dice);

struct DemoTheme;

// What a customer and the shop say to each other about one thing, line by line, as often as they are asked.
class DemoTalk {
public:
    DemoTalk(Dice& dice, std::string customer);

    std::string page() const;   // Where the customer was.
    std::string topic() const;  // What it is about, or empty.
    std::string question();
    std::string more();  // Of the customer's, after an answer.
    std::string thanks();
    std::string answer();
    std::string goodbye();
    std::string note();
    std::string task();

private:
    std::string filled_in(std::string_view line);

    Dice& dice_;
    const DemoTheme& theme_;
    std::string first_name_;
    std::string coffee_;
    std::string order_;
};

}  // namespace wrapup::server
