#include "core/digest.hpp"

#include <set>

#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

// What a field of the state is changed into, one change at a time. `see` looks at the whole after each.
template <class T>
struct Changes;

template <class T, class See>
void change_each(const std::string& name, T& value, const See& see) {
    Changes<T>::make(name, value, see);
}

template <class T, class See>
void change_to(const std::string& name, T& value, T other, const See& see) {
    std::swap(value, other);
    see(name);
    std::swap(value, other);
}

template <class T>
requires(std::is_integral_v<T>) struct Changes<T> {
    template <class See>
    static void make(const std::string& name, T& value, const See& see) {
        constexpr int bits = std::is_same_v<T, bool> ? 1 : 8 * static_cast<int>(sizeof(T));
        for (int bit = 0; bit < bits; ++bit)
            change_to(name + " bit " + std::to_string(bit), value,
                      static_cast<T>(static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << bit)), see);
    }
};

template <class Enum>
requires(std::is_enum_v<Enum>) struct Changes<Enum> {
    template <class See>
    static void make(const std::string& name, Enum& value, const See& see) {
        for (std::size_t i = 0; i < names<Enum>.size(); ++i)
            if (static_cast<Enum>(i) != value) change_to(name, value, static_cast<Enum>(i), see);
    }
};

template <>
struct Changes<Time> {
    template <class See>
    static void make(const std::string& name, Time& value, const See& see) {
        std::int64_t count = value.time_since_epoch().count();
        change_each(name, count, [&](const std::string& how) { change_to(how, value, at(count), see); });
    }
};

template <>
struct Changes<std::string> {
    template <class See>
    static void make(const std::string& name, std::string& value, const See& see) {
        change_to(name + " longer", value, value + '\0', see);
        if (!value.empty()) change_to(name + " other", value, std::string(value.size(), '?'), see);
    }
};

template <class Tag>
struct Changes<Id<Tag>> {
    template <class See>
    static void make(const std::string& name, Id<Tag>& id, const See& see) {
        change_each(name, id.value, see);
    }
};

template <class T>
struct Changes<std::optional<T>> {
    template <class See>
    static void make(const std::string& name, std::optional<T>& value, const See& see) {
        if (value) change_each(name, *value, see);
        change_to(name + (value ? " none" : " some"), value, value ? std::optional<T>() : std::optional<T>(T{}), see);
    }
};

template <class T>
struct Changes<std::vector<T>> {
    template <class See>
    static void make(const std::string& name, std::vector<T>& list, const See& see) {
        for (std::size_t i = 0; i < list.size(); ++i) change_each(name + '[' + std::to_string(i) + ']', list[i], see);
        std::vector<T> longer = list;
        longer.emplace_back();
        change_to(name + " longer", list, longer, see);
        if (!list.empty()) change_to(name + " empty", list, {}, see);
    }
};

template <Shaped T>
struct Changes<T> {
    template <class See>
    static void make(const std::string& name, T& value, const See& see) {
        std::apply(
            [&](const auto&... field) {
                (change_each(name + '.' + std::string(field.name), value.*field.member, see), ...);
            },
            Shape<T>::fields);
    }
};

template <class... Ts>
struct Changes<std::variant<Ts...>> {
    using Variant = std::variant<Ts...>;
    template <class See>
    static void make(const std::string& name, Variant& value, const See& see) {
        std::visit([&](auto& alternative) { change_each(name, alternative, see); }, value);
        const auto change_to_alternative = [&](Variant other) {
            if (other.index() != value.index()) change_to(name + " other", value, std::move(other), see);
        };
        (change_to_alternative(Variant{Ts{}}), ...);
    }
};

// With something in every field.
Conversation full_state() {
    Conversation state = a_chat_of(ana).and_then(ana, {MarkRead{2}}).state();
    state.linked_to = ConversationId{"old"};
    state.phase = phase::Closed{ana.author(), at(5), at(1), at(2)};
    state.session = session::Active{at(1), at(2)};
    state.snoozing = snooze::Until{at(9)};
    state.topics = {{"billing"}, {"shipping"}};
    state.score = 4;
    return state;
}

}  // namespace

TEST_CASE("every field of the state changes its digest, and no two of the changed states have the same") {
    for (Conversation state : {Conversation{}, a_new_chat().state(), a_closed_chat().state(), full_state()}) {
        std::set<std::uint32_t> seen{digest(state)};
        std::size_t changes = 0;
        change_each("", state, [&](const std::string& how) {
            INFO(how);
            if (how.rfind(".reads", 0) == 0) {
                CHECK(seen.count(digest(state)) == 1);
            } else {
                CHECK(seen.insert(digest(state)).second);
                ++changes;
            }
        });
        CHECK(changes > 150);
    }
}

TEST_CASE("how far somebody has read is not in the digest, but that there is one event more is") {
    const Conversation before = a_chat_of(ana).state();
    Conversation after = a_chat_of(ana).and_then(ana, {MarkRead{2}}).state();
    CHECK(after.reads.size() == 1);
    CHECK(digest(after) != digest(before));
    after.version = before.version;
    CHECK(digest(after) == digest(before));
}

TEST_CASE("where one field ends and the next begins makes a difference") {
    Conversation one, other;
    one.site = {"ab"};
    other.site = {"a"};
    other.customer = {"b"};
    CHECK(digest(one) != digest(other));
    one.topics = {{"ab"}};
    other = one;
    other.topics = {{"a"}, {"b"}};
    CHECK(digest(one) != digest(other));
}

TEST_CASE("golden: the digest of a state is what it has always been") {
    CHECK(digest(Conversation{}) == 2813671365u);
    CHECK(digest(full_state()) == 389761095u);
}

}  // namespace wrapup::test
