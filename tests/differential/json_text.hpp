// Values as JSON text, read off the shapes: to the byte what JSON.stringify makes of the objects of wasm/convert.hpp.
#pragma once

#include <string>
#include <type_traits>

#include "core/decide.hpp"
#include "core/overloaded.hpp"
#include "core/shape.hpp"

namespace wrapup::differential {

// Appends one value.
template <class T>
struct Write;

template <class T>
void write(std::string& out, const T& value) {
    Write<T>::to(out, value);
}

template <>
struct Write<std::string_view> {
    static void to(std::string& out, std::string_view text) {
        out += '"';
        for (const char c : text) escape(out, c);
        out += '"';
    }

private:
    static void escape(std::string& out, char c) {
        constexpr std::string_view escaped = "\b\t\n\f\r\"\\";
        constexpr std::string_view letters = "btnfr\"\\";
        constexpr std::string_view digits = "0123456789abcdef";
        if (const auto place = escaped.find(c); place != std::string_view::npos) {
            out += '\\';
            out += letters[place];
        } else if (const auto byte = static_cast<unsigned char>(c); byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4u];
            out += digits[byte & 0xFu];
        } else {
            out += c;
        }
    }
};

template <>
struct Write<std::string> {
    static void to(std::string& out, const std::string& text) { write(out, std::string_view(text)); }
};

template <>
struct Write<bool> {
    static void to(std::string& out, bool value) { out += value ? "true" : "false"; }
};

template <class T>
requires(std::is_integral_v<T>) struct Write<T> {
    static void to(std::string& out, T value) { out += std::to_string(value); }
};

template <>
struct Write<Time> {
    static void to(std::string& out, Time time) { write(out, time.time_since_epoch().count()); }
};

template <class Tag>
struct Write<Id<Tag>> {
    static void to(std::string& out, const Id<Tag>& id) { write(out, id.value); }
};

template <class Enum>
requires(std::is_enum_v<Enum>) struct Write<Enum> {
    static void to(std::string& out, Enum e) { write(out, name_of(e)); }
};

template <class T>
struct Write<std::optional<T>> {
    static void to(std::string& out, const std::optional<T>& value) {
        if (value)
            write(out, *value);
        else
            out += "null";
    }
};

// What separates the items of a list or the members of an object from one another.
class Commas {
public:
    explicit Commas(std::string& out) : out_(out) {}
    std::string& before_next() {
        if (!first_) out_ += ',';
        first_ = false;
        return out_;
    }
    template <class T>
    void member(std::string_view name, const T& value) {
        write(before_next(), name);
        out_ += ':';
        write(out_, value);
    }

private:
    std::string& out_;
    bool first_ = true;
};

template <class List>
void write_list(std::string& out, const List& list) {
    out += '[';
    Commas commas(out);
    for (const auto& item : list) write(commas.before_next(), item);
    out += ']';
}

template <class T>
struct Write<std::vector<T>> {
    static void to(std::string& out, const std::vector<T>& list) { write_list(out, list); }
};

template <>
struct Write<Availabilities> {
    static void to(std::string& out, const Availabilities& rows) { write_list(out, rows); }
};

template <class Enum>
struct Write<Set<Enum>> {
    static void to(std::string& out, Set<Enum> set) {
        std::vector<std::string_view> members;
        for (std::size_t i = 0; i < names<Enum>.size(); ++i)
            if (set.has(static_cast<Enum>(i))) members.push_back(names<Enum>[i]);
        write(out, members);
    }
};

template <class Enum, class T>
struct Write<Each<Enum, T>> {
    static void to(std::string& out, const Each<Enum, T>& each) {
        out += '{';
        Commas commas(out);
        for (std::size_t i = 0; i < names<Enum>.size(); ++i) commas.member(names<Enum>[i], each.of[i]);
        out += '}';
    }
};

template <Shaped T>
void write_fields(Commas& commas, const T& value) {
    const auto write_told = [&](const auto& field) {
        if (is_told(field, value)) commas.member(field.name, value.*field.member);
    };
    std::apply([&](const auto&... field) { (write_told(field), ...); }, Shape<T>::fields);
}

template <Shaped T>
struct Write<T> {
    static void to(std::string& out, const T& value) {
        out += '{';
        Commas commas(out);
        write_fields(commas, value);
        out += '}';
    }
};

template <class... Ts>
struct Write<std::variant<Ts...>> {
    static void to(std::string& out, const std::variant<Ts...>& value) {
        out += '{';
        Commas commas(out);
        std::visit(
            [&]<class T>(const T& alternative) {
                write_fields(commas, alternative);
                commas.member("type", Shape<T>::tag);
            },
            value);
        out += '}';
    }
};

template <>
struct Write<Decision> {
    static void to(std::string& out, const Decision& decision) {
        out += '{';
        Commas commas(out);
        std::visit(overloaded{
                       [&](const Events& events) { commas.member("events", events); },
                       [&](Rejection rejection) { commas.member("rejection", rejection); },
                   },
                   decision);
        out += '}';
    }
};

}  // namespace wrapup::differential
