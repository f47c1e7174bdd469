#pragma once

#include <iostream>

namespace wrapup::bench {

// As the product says it, so that the driver finds the port of all of them in the same way.
inline void say_listening(int port) { std::cout << "Listening on http://127.0.0.1:" << port << std::endl; }

}  // namespace wrapup::bench
