#include "core/digest.hpp"

#include "core/shape.hpp"

namespace wrapup {
namespace {

// FNV-1a in 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/) over the fields in the order of their shapes. Every
// number, flag, enumerator, length and index is 8 bytes, the lowest first, whatever its width in memory;
// what can be of several lengths or kinds comes after its length or index, so that no two states read the same.
class Digest {
public:
    std::uint32_t value() const { return hash_; }

    template <class T>
    requires(std::is_integral_v<T> || std::is_enum_v<T>) void add(T value) {
        add_number(static_cast<std::uint64_t>(value));
    }

    void add(Time time) { add(time.time_since_epoch().count()); }

    template <class Tag>
    void add(const Id<Tag>& id) {
        add(id.value);
    }

    template <class T>
    void add(const std::optional<T>& value) {
        add(value.has_value());
        if (value) add(*value);
    }

    template <class T>
    void add(const std::vector<T>& list) {
        add_number(list.size());
        for (const T& item : list) add(item);
    }

    // Each is its reader's own and decides nothing for anybody else.
    void add(const std::vector<ReadMark>&) {}

    template <class... Ts>
    void add(const std::variant<Ts...>& value) {
        add_number(value.index());
        std::visit([this](const auto& alternative) { this->add(alternative); }, value);
    }

    template <Shaped T>
    void add(const T& value) {
        std::apply(
            [&](const auto&... field) {
                constexpr bool holds_text =
                    (std::is_same_v<std::remove_cvref_t<decltype(value.*field.member)>, std::string> || ...);
                static_assert(!holds_text || std::is_same_v<T, Author>, "what people wrote must not be in a digest");
                (this->add(value.*field.member), ...);
            },
            Shape<T>::fields);
    }

private:
    void add(const std::string& id) {
        add_number(id.size());
        for (const char c : id) add_byte(static_cast<unsigned char>(c));
    }

    void add_number(std::uint64_t number) {
        for (int i = 0; i < 8; ++i, number >>= 8) add_byte(static_cast<unsigned char>(number));
    }

    void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x01000193u; }

    std::uint32_t hash_ = 0x811C9DC5u;
};

}  // namespace

std::uint32_t digest(const Conversation& conversation) {
    Digest digest;
    digest.add(conversation);
    return digest.value();
}

}  // namespace wrapup
