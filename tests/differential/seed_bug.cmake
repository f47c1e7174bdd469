# Copies the core from CORE to ROOT/core, with one bug in it: BUG says which. Run by the build as a script. Both bugs
# compile without a warning, and no native test can see them.
cmake_policy(VERSION 3.25)

if(BUG STREQUAL long)
    # 64 bits natively, 32 in wasm.
    set(file vocabulary.hpp)
    set(right [[std::chrono::duration<std::int64_t, std::milli>]])
    set(wrong [[std::chrono::duration<long, std::milli>]])
elseif(BUG STREQUAL unordered)
    # Each standard library has an order of its own for what is hashed.
    set(file decide.cpp)
    set(right [[std::vector<TopicId> sorted_once(const std::vector<TopicId>& topics) {]])
    set(wrong [=[std::vector<TopicId> sorted_once(const std::vector<TopicId>& topics) {
    std::unordered_set<std::string> once;
    for (const TopicId& topic : topics) once.insert(topic.value);
    std::vector<TopicId> hashed;
    for (const std::string& id : once) hashed.push_back({id});
    return hashed;
}

[[maybe_unused]] std::vector<TopicId> as_it_should_be(const std::vector<TopicId>& topics) {]=])
else()
    message(FATAL_ERROR "There is no bug called ${BUG}")
endif()

file(READ ${CORE}/${file} text)
string(FIND "${text}" "${right}" place)
if(place EQUAL -1)
    message(FATAL_ERROR "core/${file} no longer says what the bug ${BUG} replaces: ${right}")
endif()
string(REPLACE "${right}" "${wrong}" text "${text}")

file(COPY ${CORE}/ DESTINATION ${ROOT}/core)
file(GLOB copies ${ROOT}/core/*)
file(TOUCH ${copies})  # A copy is as old as its original, which would make it look out of date.
file(WRITE ${ROOT}/core/${file} "#include <unordered_set>\n${text}")
