// Values to and from JSON, read off the shapes. Used for the wire and for the rows of the database.
//
// Decoding is strict: what does not fit is Malformed and names its field. Nothing is converted on the way (1.5 and "1"
// are not integers), nothing unknown is dropped. Only an optional field, or one that was added later, may be
// left out.
#pragma once

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "core/shape.hpp"

namespace wrapup::server {

using Json = nlohmann::json;

struct Malformed : std::runtime_error {
    std::string field;  // As in commands[0].n; empty for the whole.
    Malformed(std::string field_, const std::string& why) : std::runtime_error(why), field(std::move(field_)) {}
};

// How one type is written and read.
template <class T>
struct Codec;

template <class T>
Json encode(const T& value) {
    return Codec<T>::to(value);
}

// `field` is where in the whole this value stands.
template <class T>
T decode(const Json& json, const std::string& field = {}) {
    return Codec<T>::from(json, field);
}

inline std::string member_of(const std::string& field, std::string_view name) {
    return field.empty() ? std::string(name) : field + '.' + std::string(name);
}
inline std::string item_of(const std::string& field, std::size_t index) {
    return field + '[' + std::to_string(index) + ']';
}

// As it stands. For parts that are decoded later, or not by us.
template <>
struct Codec<Json> {
    static Json to(const Json& value) { return value; }
    static Json from(const Json& json, const std::string&) { return json; }
};

template <>
struct Codec<std::string> {
    static Json to(const std::string& text) { return text; }
    static std::string from(const Json& json, const std::string& field) {
        if (!json.is_string()) throw Malformed(field, "expected a string");
        return json.get<std::string>();
    }
};

template <>
struct Codec<bool> {
    static Json to(bool value) { return value; }
    static bool from(const Json& json, const std::string& field) {
        if (!json.is_boolean()) throw Malformed(field, "expected true or false");
        return json.get<bool>();
    }
};

template <class T>
requires(std::is_integral_v<T>) struct Codec<T> {
    static Json to(T value) { return value; }
    static T from(const Json& json, const std::string& field) {
        if (json.is_number_unsigned()) return in_range(json.get<std::uint64_t>(), field);
        if (json.is_number_integer()) return in_range(json.get<std::int64_t>(), field);
        throw Malformed(field, "expected an integer");
    }

private:
    template <class Wide>
    static T in_range(Wide wide, const std::string& field) {
        if (!std::in_range<T>(wide)) throw Malformed(field, "out of range");
        return static_cast<T>(wide);
    }
};

template <>
struct Codec<Time> {
    static Json to(Time time) { return time.time_since_epoch().count(); }
    static Time from(const Json& json, const std::string& field) {
        return Time{Milliseconds{decode<std::int64_t>(json, field)}};
    }
};

template <class Tag>
struct Codec<Id<Tag>> {
    static Json to(const Id<Tag>& id) { return id.value; }
    static Id<Tag> from(const Json& json, const std::string& field) { return {decode<std::string>(json, field)}; }
};

template <class Enum>
requires(std::is_enum_v<Enum>) struct Codec<Enum> {
    static Json to(Enum e) { return name_of(e); }
    static Enum from(const Json& json, const std::string& field) {
        const auto name = decode<std::string>(json, field);
        const auto found = std::find(names<Enum>.begin(), names<Enum>.end(), name);
        if (found == names<Enum>.end()) throw Malformed(field, "unknown name");
        return static_cast<Enum>(found - names<Enum>.begin());
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static Json to(const std::optional<T>& value) { return value ? encode(*value) : Json(nullptr); }
    static std::optional<T> from(const Json& json, const std::string& field) {
        if (json.is_null()) return std::nullopt;
        return decode<T>(json, field);
    }
};

template <class List>
Json encode_list(const List& list) {
    Json json = Json::array();
    for (const auto& item : list) json.push_back(encode(item));
    return json;
}

template <class T>
struct Codec<std::vector<T>> {
    static Json to(const std::vector<T>& list) { return encode_list(list); }
    static std::vector<T> from(const Json& json, const std::string& field) {
        if (!json.is_array()) throw Malformed(field, "expected a list");
        std::vector<T> list;
        list.reserve(json.size());
        for (const Json& item : json) list.push_back(decode<T>(item, item_of(field, list.size())));
        return list;
    }
};

template <class T>
struct Codec<std::map<std::string, T>> {
    static Json to(const std::map<std::string, T>& map) {
        Json json = Json::object();
        for (const auto& [name, value] : map) json[name] = encode(value);
        return json;
    }
    static std::map<std::string, T> from(const Json& json, const std::string& field) {
        if (!json.is_object()) throw Malformed(field, "expected an object");
        std::map<std::string, T> map;
        for (const auto& [name, value] : json.items()) map.emplace(name, decode<T>(value, member_of(field, name)));
        return map;
    }
};

template <class Enum, class T>
struct Codec<Each<Enum, T>> {
    static Json to(const Each<Enum, T>& each) {
        Json json = Json::object();
        for (std::size_t i = 0; i < names<Enum>.size(); ++i) json[std::string(names<Enum>[i])] = encode(each.of[i]);
        return json;
    }
    static Each<Enum, T> from(const Json& json, const std::string& field) {
        if (!json.is_object()) throw Malformed(field, "expected an object");
        Each<Enum, T> each;
        for (const auto& [name, value] : json.items()) {
            const std::string member = member_of(field, name);
            each[decode<Enum>(Json(name), member)] = decode<T>(value, member);
        }
        for (const std::string_view name : names<Enum>)
            if (!json.contains(name)) throw Malformed(member_of(field, name), "missing");
        return each;
    }
};

template <class Enum>
struct Codec<Set<Enum>> {
    static Json to(Set<Enum> set) {
        Json json = Json::array();
        for (std::size_t i = 0; i < names<Enum>.size(); ++i)
            if (set.has(static_cast<Enum>(i))) json.push_back(names<Enum>[i]);
        return json;
    }
    static Set<Enum> from(const Json& json, const std::string& field) {
        Set<Enum> set;
        for (const Enum e : decode<std::vector<Enum>>(json, field)) set = set | only(e);
        return set;
    }
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <Shaped T>
struct Codec<T> {
    static Json to(const T& value) {
        Json json = Json::object();
        std::apply([&](const auto&... f) { (write(json, value, f), ...); }, Shape<T>::fields);
        return json;
    }

    // `tagged`: as the alternative of a variant, whose "type" has been read already.
    enum class As { itself, tagged };
    static T from(const Json& json, const std::string& field, As as = As::itself) {
        if (!json.is_object()) throw Malformed(field, "expected an object");
        for (const auto& [name, unused] : json.items())
            if (!knows(name) && !(as == As::tagged && name == "type"))
                throw Malformed(member_of(field, name), "unknown field");
        T value{};
        std::apply([&](const auto&... f) { (read(json, field, f, value), ...); }, Shape<T>::fields);
        return value;
    }

private:
    static bool knows(std::string_view name) {
        return std::apply([&](const auto&... f) { return ((f.name == name) || ...); }, Shape<T>::fields);
    }

    template <class F>
    static void write(Json& json, const T& value, const F& f) {
        if (is_told(f, value)) json[std::string(f.name)] = encode(value.*f.member);
    }

    template <class F>
    static void read(const Json& json, const std::string& field, const F& f, T& value) {
        using Member = std::decay_t<decltype(value.*f.member)>;
        const auto found = json.find(f.name);
        if (found != json.end())
            value.*f.member = decode<Member>(*found, member_of(field, f.name));
        else if (!is_optional<Member> && !is_added<F>)
            throw Malformed(member_of(field, f.name), "missing");
    }
};

template <class... Ts>
struct Codec<std::variant<Ts...>> {
    static Json to(const std::variant<Ts...>& value) {
        return std::visit(
            [](const auto& alternative) {
                Json json = encode(alternative);
                json["type"] = Shape<std::decay_t<decltype(alternative)>>::tag;
                return json;
            },
            value);
    }
    static std::variant<Ts...> from(const Json& json, const std::string& field) {
        if (!json.is_object()) throw Malformed(field, "expected an object");
        const auto type = json.find("type");
        if (type == json.end()) throw Malformed(member_of(field, "type"), "missing");
        const auto name = decode<std::string>(*type, member_of(field, "type"));
        std::variant<Ts...> value;
        const bool known =
            ((Shape<Ts>::tag == name && (value = Codec<Ts>::from(json, field, Codec<Ts>::As::tagged), true)) || ...);
        if (!known) throw Malformed(member_of(field, "type"), "unknown type");
        return value;
    }
};

}  // namespace wrapup::server
