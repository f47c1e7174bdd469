// A list of a thousand conversations asks for the buttons of each: available() needs no memory to answer.
#include <cstdlib>
#include <new>

#include "core/available.hpp"
#include "tests/support/states.hpp"

namespace {

std::size_t allocations = 0;

// Not inlined, here and below, or GCC takes the two halves for a mismatched pair (-Wmismatched-new-delete).
[[gnu::noinline]] void* counted(std::size_t bytes) {
    ++allocations;
    return std::malloc(bytes == 0 ? 1 : bytes);
}

}  // namespace

// For the whole of this executable. Those for arrays lead here by themselves, and nothing is aligned beyond the usual.
// The one that does not throw is replaced as well, since AddressSanitizer brings one that does not lead here.
[[gnu::noinline]] void* operator new(std::size_t bytes) {
    if (void* memory = counted(bytes)) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return counted(bytes); }
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace wrapup::test {
namespace {

template <class Work>
std::size_t allocations_of(const Work& work) {
    const std::size_t before = allocations;
    work();
    return allocations - before;
}

// The same name, longer than any string keeps within itself. Equal names stay equal.
void lengthen(std::string& name) { name.resize(40, '-'); }
void lengthen(std::vector<TopicId>& topics) {
    for (TopicId& topic : topics) lengthen(topic.value);
}

Actor with_long_names(Actor actor) {
    lengthen(actor.id);
    for (SiteId& site : actor.sites) lengthen(site.value);
    return actor;
}

Policy with_long_names(Policy policy) {
    lengthen(policy.topics);
    lengthen(policy.required_topics);
    return policy;
}

Conversation with_long_names(Conversation c) {
    lengthen(c.site.value);
    lengthen(c.customer.value);
    lengthen(c.topics);
    if (c.owner) lengthen(c.owner->value);
    if (auto* closed = std::get_if<phase::Closed>(&c.phase)) lengthen(closed->by.id);
    if (auto* ended = std::get_if<session::Ended>(&c.session)) lengthen(ended->by.id);
    c.reads = {{with_long_names(ana).author(), 3}, {with_long_names(visitor).author(), 6}};
    return c;
}

}  // namespace

TEST_CASE("allocations are counted at all") {
    CHECK(allocations_of([] { std::string(100, 'x'); }) == 1);
    CHECK(allocations_of([] { std::string(1, 'x'); }) == 0);
    CHECK(allocations_of([] { std::vector<int>(100); }) == 1);
}

TEST_CASE("available needs no memory, in whatever state, for whomever, and however long the names are") {
    std::vector<Actor> actors;
    for (const Actor& actor : everybody()) actors.push_back(with_long_names(actor));
    std::size_t asked = 0, answered = 0;
    for (const Policy& short_named : policies()) {
        const Policy policy = with_long_names(short_named);
        const Setting setting{policy, actors, moment};
        for (const ChannelTraits& channel : channels)
            for (const NamedState& named : every_state(channel.channel)) {
                const Conversation state = with_long_names(named.state);
                for (const Actor& actor : actors) {
                    const auto needed = allocations_of([&] { answered += available(state, actor, setting).size(); });
                    if (needed != 0)
                        FAIL(named.name << ", " << name_of(channel.channel) << ", by " << actor.id << ": allocated "
                                        << needed << " times");
                    ++asked;
                }
            }
    }
    CHECK(asked == policies().size() * channels.size() * 576 * actors.size());
    CHECK(answered > 4 * asked);  // Most of them had buttons to tell of.
}

}  // namespace wrapup::test
