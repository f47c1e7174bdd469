// Prints the TypeScript declarations of everything with a shape. The output is committed as web/rules/types.gen.ts, and
// a test regenerates and compares it.
#include <iostream>
#include <type_traits>

#include "core/rules.hpp"
#include "core/shape.hpp"

namespace wrapup {
namespace {

// The TypeScript spelling of a C++ type.
template <class T>
std::string spelled() {
    static_assert(std::is_integral_v<T>, "spell this type below");
    return std::is_same_v<T, bool> ? "boolean" : "number";
}
template <>
std::string spelled<std::string>() {
    return "string";
}
template <>
std::string spelled<Time>() {
    return "Milliseconds";
}

#define WRAPUP_SPELLED(Type)      \
    template <>                   \
    std::string spelled<Type>() { \
        return #Type;             \
    }
WRAPUP_SPELLED(AgentId)
WRAPUP_SPELLED(CustomerId)
WRAPUP_SPELLED(ConversationId)
WRAPUP_SPELLED(SiteId)
WRAPUP_SPELLED(TopicId)
WRAPUP_SPELLED(AttachmentId)
WRAPUP_SPELLED(Role)
WRAPUP_SPELLED(Channel)
WRAPUP_SPELLED(MediaType)
WRAPUP_SPELLED(Group)
WRAPUP_SPELLED(Status)
WRAPUP_SPELLED(Badge)
WRAPUP_SPELLED(Confirmation)
WRAPUP_SPELLED(Warning)
WRAPUP_SPELLED(Response)
WRAPUP_SPELLED(ReopenMode)
WRAPUP_SPELLED(Routing)
WRAPUP_SPELLED(AgentNames)
WRAPUP_SPELLED(Place)
WRAPUP_SPELLED(ButtonId)
WRAPUP_SPELLED(Rejection)
WRAPUP_SPELLED(Author)
WRAPUP_SPELLED(Actor)
WRAPUP_SPELLED(Attachment)
WRAPUP_SPELLED(ReopenPolicy)
WRAPUP_SPELLED(ResponseTimes)
WRAPUP_SPELLED(Policy)
WRAPUP_SPELLED(Phase)
WRAPUP_SPELLED(Session)
WRAPUP_SPELLED(Answer)
WRAPUP_SPELLED(Snoozing)
WRAPUP_SPELLED(ReadMark)
WRAPUP_SPELLED(Conversation)
WRAPUP_SPELLED(Command)
WRAPUP_SPELLED(Fact)
WRAPUP_SPELLED(Event)
WRAPUP_SPELLED(Availability)
WRAPUP_SPELLED(Payload)
WRAPUP_SPELLED(PolicyVersion)
WRAPUP_SPELLED(History)
WRAPUP_SPELLED(Explanation)
#undef WRAPUP_SPELLED

template <class T>
struct Member {
    static std::string spelling() { return spelled<T>(); }
};
template <class T>
struct Member<std::optional<T>> {
    static std::string spelling() { return spelled<T>() + " | null"; }
};
template <class T>
struct Member<std::vector<T>> {
    static std::string spelling() { return spelled<T>() + "[]"; }
};
template <class Enum, class T>
struct Member<Each<Enum, T>> {
    static std::string spelling() { return "Record<" + spelled<Enum>() + ", " + Member<T>::spelling() + ">"; }
};
template <class T>
struct Member<Set<T>> {
    static std::string spelling() { return spelled<T>() + "[]"; }
};

template <class Struct, class T>
std::string declared(const Field<Struct, T>& field) {
    return " " + std::string(field.name) + ": " + Member<T>::spelling() + ";";
}

template <class Struct, class T>
std::string declared(const Added<Struct, T>& field) {
    return " " + std::string(field.name) + "?: " + Member<T>::spelling() + ";";
}

template <class T>
std::string body() {
    std::string out = "{";
    if constexpr (requires { Shape<T>::tag; }) out += " type: '" + std::string(Shape<T>::tag) + "';";
    std::apply([&](const auto&... field) { ((out += declared(field)), ...); }, Shape<T>::fields);
    return out + " }";
}

template <class Tag>
void emit_id(const Id<Tag>&) {
    std::cout << "export type " << spelled<Id<Tag>>() << " = string;\n";
}

template <class Enum>
void emit_names() {
    std::cout << "\nexport type " << spelled<Enum>() << " =";
    for (std::size_t i = 0; i < names<Enum>.size(); ++i) std::cout << "\n  | '" << name_of(static_cast<Enum>(i)) << "'";
    std::cout << ";\n";
}

// How a C++ type crosses into wasm and back, as border.ts reads it: by the name of its kind, and around it `?` for what
// may be none, `[]` for a list, `{}` for a set, `Names:` for one of each, `+` for what is left out where it holds
// nothing.
template <class T>
struct Crossing {
    static std::string kind() {
        if constexpr (std::is_same_v<T, bool>) return "boolean";
        if constexpr (std::is_integral_v<T> || std::is_same_v<T, Time>) return "number";
        return spelled<T>();
    }
};
template <class Tag>
struct Crossing<Id<Tag>> {
    static std::string kind() { return "string"; }
};
template <class T>
struct Crossing<std::optional<T>> {
    static std::string kind() { return Crossing<T>::kind() + "?"; }
};
template <class T>
struct Crossing<std::vector<T>> {
    static std::string kind() { return Crossing<T>::kind() + "[]"; }
};
template <class Enum>
struct Crossing<Set<Enum>> {
    static std::string kind() { return spelled<Enum>() + "{}"; }
};
template <class Enum, class T>
struct Crossing<Each<Enum, T>> {
    static std::string kind() { return spelled<Enum>() + ":" + Crossing<T>::kind(); }
};

template <class T>
void emit_crossing_fields(const std::string& name) {
    const auto field_of = []<class F, class Member>(const F& field, Member T::*) {
        const std::string added = is_added<F> ? "+" : "";
        return " " + std::string(field.name) + ": '" + added + Crossing<Member>::kind() + "',";
    };
    std::string fields;
    std::apply([&](const auto&... field) { ((fields += field_of(field, field.member)), ...); }, Shape<T>::fields);
    if (!fields.empty()) fields.back() = ' ';
    std::cout << name << ": {" << fields << "},\n";
}

template <class... Enums>
void emit_crossing_names() {
    const auto emit_one = [](const std::string& type, const auto& all) {
        std::cout << "  " << type << ": [\n";
        for (const std::string_view name : all) std::cout << "    '" << name << "',\n";
        std::cout << "  ] as " << type << "[],\n";
    };
    std::cout << "\n/** For what crosses as a number: the names by that number. */\nexport const inOrder = {\n";
    (emit_one(spelled<Enums>(), names<Enums>), ...);
    std::cout << "};\n";
}

template <class... Structs>
void emit_crossing_structs() {
    std::cout << "\n/** The fields in the order in which they cross. */\nexport const shapes = {\n";
    (emit_crossing_fields<Structs>("  " + spelled<Structs>()), ...);
    std::cout << "};\n";
}

template <class... Alternatives>
void emit_crossing_union(std::type_identity<std::variant<Alternatives...>>) {
    std::cout << "  " << spelled<std::variant<Alternatives...>>() << ": {\n";
    (emit_crossing_fields<Alternatives>("    " + std::string(Shape<Alternatives>::tag)), ...);
    std::cout << "  },\n";
}

template <class... Variants>
void emit_crossing_unions() {
    std::cout << "\n/** Likewise of each alternative, in their order. */\nexport const unions = {\n";
    (emit_crossing_union(std::type_identity<Variants>{}), ...);
    std::cout << "};\n";
}

template <class T>
void emit_struct() {
    std::cout << "\nexport type " << spelled<T>() << " = " << body<T>() << ";\n";
}

template <class Variant>
struct Union;
template <class... Alternatives>
struct Union<std::variant<Alternatives...>> {
    static void emit() {
        std::cout << "\nexport type " << spelled<std::variant<Alternatives...>>() << " =";
        ((std::cout << "\n  | " << body<Alternatives>()), ...);
        std::cout << ";\n";
    }
};

void emit_all() {
    std::cout << "// @generated by wasm/emit_types.cpp from core/shape.hpp. Do not edit.\n\n"
                 "export type Milliseconds = number;\n";
    emit_id(AgentId{});
    emit_id(CustomerId{});
    emit_id(ConversationId{});
    emit_id(SiteId{});
    emit_id(TopicId{});
    emit_id(AttachmentId{});
    emit_names<Role>();
    emit_names<Channel>();
    emit_names<MediaType>();
    emit_names<Group>();
    emit_names<Status>();
    emit_names<Badge>();
    emit_names<Confirmation>();
    emit_names<Warning>();
    emit_names<Response>();
    emit_names<ReopenMode>();
    emit_names<Routing>();
    emit_names<AgentNames>();
    emit_names<Place>();
    emit_names<ButtonId>();
    emit_names<Rejection>();
    emit_struct<Author>();
    emit_struct<Actor>();
    emit_struct<Attachment>();
    emit_struct<ReopenPolicy>();
    emit_struct<ResponseTimes>();
    emit_struct<Policy>();
    Union<Phase>::emit();
    Union<Session>::emit();
    Union<Answer>::emit();
    Union<Snoozing>::emit();
    emit_struct<ReadMark>();
    emit_struct<Conversation>();
    Union<Command>::emit();
    Union<Fact>::emit();
    emit_struct<Event>();
    emit_struct<Availability>();
    emit_struct<Payload>();
    emit_struct<PolicyVersion>();
    emit_struct<History>();
    emit_struct<Explanation>();
    emit_crossing_names<Role, Channel, MediaType, Group, Status, Confirmation, Warning, Response, ReopenMode, Routing,
                        AgentNames, Place, ButtonId, Rejection>();
    emit_crossing_structs<Author, Actor, Attachment, ReopenPolicy, ResponseTimes, Policy, ReadMark, Conversation, Event,
                          Availability, Payload, PolicyVersion, History, Explanation>();
    emit_crossing_unions<Phase, Session, Answer, Snoozing, Command, Fact>();
}

}  // namespace
}  // namespace wrapup

int main() { wrapup::emit_all(); }
