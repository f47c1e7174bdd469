// Values between C++ and JavaScript, read off the shapes. No handles: nothing to delete().
//
// Written for size, since every page loads it: one function per type of member, however many structs have one.
#pragma once

#include <emscripten/val.h>

#include <type_traits>
#include <utility>

#include "core/shape.hpp"

namespace wrapup::wasm {

using emscripten::val;

// A value that the shapes do not know is the caller's mistake, so it is loud: a TypeError that names it.
[[noreturn, gnu::noinline]] inline void refuse(const char* what, std::string_view which = {}) {
    val::global("TypeError").new_(std::string(what).append(which)).throw_();
    __builtin_unreachable();
}

// to() makes a JavaScript value; read() overwrites a fresh one of ours.
template <class T>
struct Convert;

template <class T>
val to_js(const T& value) {
    return Convert<T>::to(value);
}
template <class T>
T from_js(const val& js) {
    T value{};
    Convert<T>::read(js, value);
    return value;
}

// `name` ends with a NUL, as the literals of the shapes do.
template <class Member>
[[gnu::noinline]] void set_member(val& js, const char* name, const Member& member) {
    js.set(name, to_js(member));
}
template <class Member>
[[gnu::noinline]] void read_member(const val& js, const char* name, Member& member) {
    Convert<Member>::read(js[name], member);
}

// Of a field that may be left out.
template <class Member>
[[gnu::noinline]] void read_added(const val& js, const char* name, Member& member) {
    const val found = js[name];
    if (!found.isUndefined()) Convert<Member>::read(found, member);
}

template <>
struct Convert<std::string> {
    static val to(const std::string& text) { return val(text); }
    [[gnu::noinline]] static void read(const val& js, std::string& text) {
        if (!js.isString()) refuse("expected a string");
        text = js.as<std::string>();
    }
};

template <>
struct Convert<bool> {
    static val to(bool value) { return val(value); }
    static void read(const val& js, bool& value) { value = js.as<bool>(); }
};

// 64 bits cross as a double: exact up to 2^53, which is the year 287,396.
inline double number_from(const val& js) {
    if (!js.isNumber()) refuse("expected a number");
    return js.as<double>();
}
template <class T>
requires(std::is_integral_v<T>) struct Convert<T> {
    static val to(T value) { return val(static_cast<double>(value)); }
    static void read(const val& js, T& value) { value = static_cast<T>(number_from(js)); }
};

template <>
struct Convert<Time> {
    static val to(Time time) { return to_js(time.time_since_epoch().count()); }
    static void read(const val& js, Time& time) {
        time = Time{Milliseconds{static_cast<std::int64_t>(number_from(js))}};
    }
};

template <class Tag>
struct Convert<Id<Tag>> {
    static val to(const Id<Tag>& id) { return val(id.value); }
    static void read(const val& js, Id<Tag>& id) { Convert<std::string>::read(js, id.value); }
};
template <class Tag>
void set_member(val& js, const char* name, const Id<Tag>& id) {
    set_member(js, name, id.value);
}
template <class Tag>
void read_member(const val& js, const char* name, Id<Tag>& id) {
    read_member(js, name, id.value);
}

// Where in a list of names this one stands.
[[gnu::noinline]] inline std::size_t index_of(const val& js, const std::string_view* names, std::size_t count,
                                              const char* otherwise) {
    std::string name;
    Convert<std::string>::read(js, name);
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == name) return i;
    refuse(otherwise, name);
}

template <class Enum>
requires(std::is_enum_v<Enum>) struct Convert<Enum> {
    static val to(Enum e) { return val(name_of(e).data()); }
    static void read(const val& js, Enum& e) {
        e = static_cast<Enum>(index_of(js, names<Enum>.data(), names<Enum>.size(), "unknown name: "));
    }
};

template <class T>
struct Convert<std::optional<T>> {
    static val to(const std::optional<T>& value) { return value ? to_js(*value) : val::null(); }
    static void read(const val& js, std::optional<T>& value) {
        value.reset();
        if (!js.isNull() && !js.isUndefined()) Convert<T>::read(js, value.emplace());
    }
};

template <class T>
struct Convert<std::vector<T>> {
    static val to(const std::vector<T>& list) {
        val js = val::array();
        for (std::size_t i = 0; i < list.size(); ++i) js.set(static_cast<std::uint32_t>(i), to_js(list[i]));
        return js;
    }
    static void read(const val& js, std::vector<T>& list) {
        const auto length = static_cast<std::uint32_t>(number_from(js["length"]));
        list.resize(length);
        for (std::uint32_t i = 0; i < length; ++i) Convert<T>::read(js[i], list[i]);
    }
};

template <class Enum, class T>
struct Convert<Each<Enum, T>> {
    static val to(const Each<Enum, T>& each) {
        val js = val::object();
        for (std::size_t i = 0; i < names<Enum>.size(); ++i) set_member(js, names<Enum>[i].data(), each.of[i]);
        return js;
    }
    static void read(const val& js, Each<Enum, T>& each) {
        for (std::size_t i = 0; i < names<Enum>.size(); ++i) read_member(js, names<Enum>[i].data(), each.of[i]);
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
    static void read(const val& js, Set<Enum>& set) {
        const auto length = static_cast<std::uint32_t>(number_from(js["length"]));
        set = {};
        for (std::uint32_t i = 0; i < length; ++i) set = set | only(from_js<Enum>(js[i]));
    }
};

template <Shaped T>
struct Convert<T> {
    static val to(const T& value) {
        val js = val::object();
        set(js, value);
        return js;
    }
    static void set(val& js, const T& value) {
        const auto set_told = [&](const auto& field) {
            if (is_told(field, value)) set_member(js, field.name.data(), value.*field.member);
        };
        std::apply([&](const auto&... field) { (set_told(field), ...); }, Shape<T>::fields);
    }
    static void read(const val& js, T& value) {
        const auto read_field = [&]<class F>(const F& field) {
            if constexpr (is_added<F>)
                read_added(js, field.name.data(), value.*field.member);
            else
                read_member(js, field.name.data(), value.*field.member);
        };
        std::apply([&](const auto&... field) { (read_field(field), ...); }, Shape<T>::fields);
    }
};

template <class... Ts>
struct Convert<std::variant<Ts...>> {
    using Variant = std::variant<Ts...>;
    static constexpr std::array<std::string_view, sizeof...(Ts)> tags{Shape<Ts>::tag...};

    static val to(const Variant& value) {
        val js = val::object();
        const auto set_alternative = [&]<class T>(const T* alternative) {
            if (alternative != nullptr) Convert<T>::set(js, *alternative);
        };
        (set_alternative(std::get_if<Ts>(&value)), ...);
        js.set("type", val(tags[value.index()].data()));
        return js;
    }
    static void read(const val& js, Variant& value) {
        std::size_t index = index_of(js["type"], tags.data(), tags.size(), "unknown type: ");
        const auto read_alternative = [&]<class T>(std::type_identity<T>) {
            if (index-- == 0) Convert<T>::read(js, value.template emplace<T>());
        };
        (read_alternative(std::type_identity<Ts>{}), ...);
    }
};

}  // namespace wrapup::wasm
