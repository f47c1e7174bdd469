// Values between C++ and JavaScript, read off the shapes: numbers and texts in one run of bytes, in the order of the
// fields. The other half is web/rules/border.ts, which knows the names; nothing of them is in here.
//
//   value    = number | text | flag? value | count value*       by its type
//   number   = a double, the lowest byte first                  also of an enumerator, a set's bits and a flag
//   text     = count, bytes in UTF-8
//   optional = 1 value | 0
//   list     = count, values
//   variant  = the alternative's index, value
//   struct   = the values of its fields
//
// For example the Author {customer, "maya"} is 8 bytes of 0, 8 bytes of 4, and 4 letters.
#pragma once

#include <cstring>
#include <type_traits>
#include <utility>

#include "core/audience.hpp"
#include "core/shape.hpp"

namespace wrapup::wasm {

// What is crossing: `incoming` from `at` on, and what is to go out.
struct Border {
    std::string incoming;
    const char* at = nullptr;
    std::string outgoing;
};
inline Border border;

// put() adds to what goes out; take() overwrites a fresh value of ours, with its defaults, by what comes next.
template <class T>
struct Convert;

template <class T>
void put(const T& value) {
    Convert<T>::put(value);
}
template <class T>
void take(T& value) {
    Convert<T>::take(value);
}
template <class T>
T taken() {
    T value{};
    take(value);
    return value;
}

[[gnu::noinline]] inline void put_number(double number) {
    border.outgoing.append(reinterpret_cast<const char*>(&number), sizeof number);
}
[[gnu::noinline]] inline double take_number() {
    double number;
    std::memcpy(&number, border.at, sizeof number);
    border.at += sizeof number;
    return number;
}
[[gnu::noinline]] inline std::uint32_t take_count() { return static_cast<std::uint32_t>(take_number()); }

// 64 bits cross as a double: exact up to 2^53, which is the year 287,396.
template <class T>
requires(std::is_arithmetic_v<T> || std::is_enum_v<T>) struct Convert<T> {
    static void put(T value) { put_number(static_cast<double>(value)); }
    static void take(T& value) {
        if constexpr (sizeof(T) > sizeof(std::uint32_t))
            value = static_cast<T>(take_number());
        else
            value = static_cast<T>(take_count());
    }
};

template <>
struct Convert<Time> {
    static void put(Time time) { wasm::put(time.time_since_epoch().count()); }
    static void take(Time& time) { time = Time{Milliseconds{taken<std::int64_t>()}}; }
};

template <>
struct Convert<std::string> {
    [[gnu::noinline]] static void put(const std::string& text) {
        wasm::put(text.size());
        border.outgoing.append(text);
    }
    [[gnu::noinline]] static void take(std::string& text) {
        const std::uint32_t size = take_count();
        text.assign(border.at, size);
        border.at += size;
    }
};

template <class Tag>
struct Convert<Id<Tag>> {
    static void put(const Id<Tag>& id) { wasm::put(id.value); }
    static void take(Id<Tag>& id) { wasm::take(id.value); }
};

template <class T>
struct Convert<std::optional<T>> {
    static void put(const std::optional<T>& value) {
        wasm::put(value.has_value());
        if (value) wasm::put(*value);
    }
    static void take(std::optional<T>& value) {
        value.reset();  // What is not said to be there may be by default.
        if (taken<bool>()) wasm::take(value.emplace());
    }
};

template <class T>
struct Convert<std::vector<T>> {
    [[gnu::noinline]] static void put(const std::vector<T>& list) {
        wasm::put(list.size());
        for (const T& item : list) wasm::put(item);
    }
    [[gnu::noinline]] static void take(std::vector<T>& list) {
        list.resize(take_count());
        for (T& item : list) wasm::take(item);
    }
};

template <class Enum, class T>
struct Convert<Each<Enum, T>> {
    static void put(const Each<Enum, T>& each) {
        for (const T& item : each.of) wasm::put(item);
    }
    static void take(Each<Enum, T>& each) {
        for (T& item : each.of) wasm::take(item);
    }
};

template <class Enum>
struct Convert<Set<Enum>> {
    static void put(Set<Enum> set) { wasm::put(set.bits); }
    static void take(Set<Enum>& set) { wasm::take(set.bits); }
};

template <Shaped T>
struct Convert<T> {
    [[gnu::noinline]] static void put(const T& value) {
        std::apply([&](const auto&... field) { (wasm::put(value.*field.member), ...); }, Shape<T>::fields);
    }
    [[gnu::noinline]] static void take(T& value) {
        std::apply([&](const auto&... field) { (wasm::take(value.*field.member), ...); }, Shape<T>::fields);
    }
};

template <class... Ts>
struct Convert<std::variant<Ts...>> {
    using Variant = std::variant<Ts...>;

    [[gnu::noinline]] static void put(const Variant& value) {
        wasm::put(value.index());
        const auto put_alternative = [&]<class T>(const T* alternative) {
            if constexpr (occurs<T, Variant>)
                if (alternative != nullptr) wasm::put(*alternative);
        };
        (put_alternative(std::get_if<Ts>(&value)), ...);
    }
    [[gnu::noinline]] static void take(Variant& value) {
        std::uint32_t index = take_count();
        const auto take_alternative = [&]<class T>(std::type_identity<T>) {
            if (index-- != 0) return;
            if constexpr (occurs<T, Variant>)
                wasm::take(value.template emplace<T>());
            else
                __builtin_trap();
        };
        (take_alternative(std::type_identity<Ts>{}), ...);
    }
};

}  // namespace wrapup::wasm
