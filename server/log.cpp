#include "server/log.hpp"

#include <SQLiteCpp/Exception.h>

#include <iostream>
#include <system_error>
#include <typeinfo>

#include "server/ids.hpp"

namespace wrapup::server {
namespace {

// The words of an exception only where they are known to be a library's own; anything else could quote what it met.
std::string described(std::exception_ptr fault) {
    try {
        std::rethrow_exception(fault);
    } catch (const SQLite::Exception& e) {
        return std::string("SQLite: ") + e.getErrorStr();
    } catch (const std::system_error& e) {
        return e.code().message();
    } catch (const std::exception& e) {
        return typeid(e).name();
    } catch (...) {
        return "not an exception of the standard library";
    }
}

}  // namespace

void log_warning(std::string_view what) {
    std::string line = "warning: ";
    line += what;
    std::cerr << (line += '\n') << std::flush;
}

std::string log_fault(std::string_view where, std::exception_ptr fault) {
    const std::string id = random_letters(8);
    std::string line = "fault " + id + " in ";
    line += where;
    line += ": " + described(fault) + '\n';
    std::cerr << line << std::flush;
    return id;
}

}  // namespace wrapup::server
