// Values between C++ and JavaScript, read off the shapes. No handles: nothing to delete().
#pragma once

#include <emscripten/val.h>

#include <type_traits>
#include <utility>

#include "core/shape.hpp"

namespace wrapup::wasm {

using emscripten::val;

// A value that the shapes do not know is the caller's mistake, so it is loud: a TypeError that names it.
[[noreturn]] inline void refuse(const std::string& what) {
    val::global("TypeError").new_(what).throw_();
    __builtin_unreachable();
}

template <class T>
struct Convert;

template <class T>
val to_js(const T& value) {
    return Convert<T>::to(value);
}
template <class T>
T from_js(const val& js) {
    return Convert<T>::from(js);
}

template <>
struct Convert<std::string> {
    static val to(const std::string& text) { return val(text); }
    static std::string from(const val& js) {
        if (!js.isString()) refuse("expected a string");
        return js.as<std::string>();
    }
};

template <>
struct Convert<bool> {
    static val to(bool value) { return val(value); }
    static bool from(const val& js) { return js.as<bool>(); }
};

// 64 bits cross as a double: exact up to 2^53, which is the year 287,396.
template <class T>
requires(std::is_integral_v<T>) struct Convert<T> {
    static val to(T value) { return val(static_cast<double>(value)); }
    static T from(const val& js) {
        if (!js.isNumber()) refuse("expected a number");
        return static_cast<T>(js.as<double>());
    }
};

template <>
struct Convert<Time> {
    static val to(Time time) { return to_js(time.time_since_epoch().count()); }
    static Time from(const val& js) { return Time{Milliseconds{from_js<std::int64_t>(js)}}; }
};

template <class Tag>
struct Convert<Id<Tag>> {
    static val to(const Id<Tag>& id) { return val(id.value); }
    static Id<Tag> from(const val& js) { return {from_js<std::string>(js)}; }
};

template <class Enum>
requires(std::is_enum_v<Enum>) struct Convert<Enum> {
    static val to(Enum e) { return val(std::string(name_of(e))); }
    static Enum from(const val& js) {
        const auto name = from_js<std::string>(js);
        for (std::size_t i = 0; i < names<Enum>.size(); ++i)
            if (names<Enum>[i] == name) return static_cast<Enum>(i);
        refuse("unknown name: " + name);
    }
};

template <class T>
struct Convert<std::optional<T>> {
    static val to(const std::optional<T>& value) { return value ? to_js(*value) : val::null(); }
    static std::optional<T> from(const val& js) {
        if (js.isNull() || js.isUndefined()) return std::nullopt;
        return from_js<T>(js);
    }
};

template <class List>
val list_to_js(const List& list) {
    val js = val::array();
    for (const auto& item : list) js.call<void>("push", to_js(item));
    return js;
}

template <class T>
struct Convert<std::vector<T>> {
    static val to(const std::vector<T>& list) { return list_to_js(list); }
    static std::vector<T> from(const val& js) {
        std::vector<T> list;
        const auto length = js["length"].as<std::uint32_t>();
        list.reserve(length);
        for (std::uint32_t i = 0; i < length; ++i) list.push_back(from_js<T>(js[i]));
        return list;
    }
};

template <class T, std::size_t size>
struct Convert<std::array<T, size>> {
    static val to(const std::array<T, size>& list) { return list_to_js(list); }
    static std::array<T, size> from(const val& js) {
        std::array<T, size> list{};
        for (std::uint32_t i = 0; i < size; ++i) list[i] = from_js<T>(js[i]);
        return list;
    }
};

template <class Enum>
struct Convert<Set<Enum>> {
    static val to(Set<Enum> set) {
        val js = val::array();
        for (std::size_t i = 0; i < names<Enum>.size(); ++i)
            if (set.has(static_cast<Enum>(i))) js.call<void>("push", to_js(static_cast<Enum>(i)));
        return js;
    }
    static Set<Enum> from(const val& js) {
        Set<Enum> set;
        for (const Enum e : from_js<std::vector<Enum>>(js)) set = set | only(e);
        return set;
    }
};

template <class... Ts>
struct Convert<std::variant<Ts...>> {
    static val to(const std::variant<Ts...>& value) {
        return std::visit(
            [](const auto& alternative) {
                using Alternative = std::decay_t<decltype(alternative)>;
                val js = to_js(alternative);
                js.set("type", val(std::string(Shape<Alternative>::tag)));
                return js;
            },
            value);
    }
    static std::variant<Ts...> from(const val& js) {
        const auto type = from_js<std::string>(js["type"]);
        std::variant<Ts...> value;
        const bool known = ((Shape<Ts>::tag == type && (value = from_js<Ts>(js), true)) || ...);
        if (!known) refuse("unknown type: " + type);
        return value;
    }
};

template <Shaped T>
struct Convert<T> {
    static val to(const T& value) {
        val js = val::object();
        std::apply([&](const auto&... field) { (js.set(std::string(field.name), to_js(value.*field.member)), ...); },
                   Shape<T>::fields);
        return js;
    }
    static T from(const val& js) {
        T value{};
        std::apply([&](const auto&... field) { (read(js, field.name, value.*field.member), ...); }, Shape<T>::fields);
        return value;
    }

private:
    template <class Member>
    static void read(const val& js, std::string_view name, Member& member) {
        member = from_js<Member>(js[std::string(name)]);
    }
};

}  // namespace wrapup::wasm
