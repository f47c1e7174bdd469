# Writes OUTPUT: a header with one hash over all SOURCES of the rules. Run by the build as a script.
cmake_policy(VERSION 3.25)
list(SORT SOURCES)
foreach(source IN LISTS SOURCES)
    file(SHA256 ${source} hash)
    get_filename_component(name ${source} NAME)
    string(APPEND all "${name} ${hash}\n")
endforeach()
string(SHA256 id "${all}")
string(SUBSTRING ${id} 0 16 id)
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#pragma once

namespace wrapup {

// Equal ids, equal rules: the browser predicts only what this very core would decide on the server.
inline constexpr const char* rules_id = "@id@";

}  // namespace wrapup
]] @ONLY)
