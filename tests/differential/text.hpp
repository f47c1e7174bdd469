// Texts and names as people write them, and as nobody should.
#pragma once

#include <array>
#include <string>

#include "tests/differential/random.hpp"

namespace wrapup::differential {

// Always UTF-8, since JSON carries nothing else: empty, of white space only, short, or around the limit in code points.
std::string any_text(Random& random);

// Ids, among them those that are longer than a string keeps inside itself, on either side.
inline const std::array<std::string, 10> people{"ana",
                                                "ben",
                                                "mia",
                                                "ada",
                                                "vera",
                                                "viktor",
                                                "Zoë",
                                                "",
                                                "a-name-of-forty-characters-and-then-some",
                                                "張偉 \"the\\third\""};
inline const std::array<std::string, 3> sites{"shop", "elsewhere", "größte-auswahl.example"};
inline const std::array<std::string, 9> topics{
    "billing", "bug", "délivery", "sales", "spam", "設定", "a-topic-with-a-name-longer-than-sso", "z", ""};

}  // namespace wrapup::differential
