#include "server/introduction.hpp"

#include "server/jwt.hpp"
#include "server/merging.hpp"
#include "server/store/identities.hpp"
#include "server/store/search.hpp"
#include "server/store/tokens.hpp"

namespace wrapup::server {
namespace {

Unwelcome unwelcome(JwtFault fault) {
    switch (fault) {
        case JwtFault::invalid:
            return Unwelcome::identity_invalid;
        case JwtFault::expired:
            return Unwelcome::identity_expired;
        case JwtFault::too_long:
            return Unwelcome::identity_too_long;
    }
    return Unwelcome::identity_invalid;
}

bool says_the_same(const Customer& a, const Customer& b) {
    return a.name == b.name && a.email == b.email && a.attributes == b.attributes;
}

// One introduction, within the transaction that writes it down.
class Introducer {
public:
    Introducer(Connection& connection, const Introduction& introduction, Time at)
        : connection_(connection), said_(introduction), at_(at) {}

    // What is refused must not be committed.
    std::optional<Unwelcome> meet() {
        if (!People(connection_).site(site())) return Unwelcome::unknown_site;
        if (const auto id = Tokens(connection_).customer_of(said_.token)) before_ = People(connection_).customer(*id);
        if (before_ && before_->site != site()) return Unwelcome::another_site;
        if (const auto refused = hear_the_site()) return refused;
        if (const auto refused = find_out_who()) return refused;
        label();
        const bool fits = now_.attributes.size() <= Customer::attributes_max;
        return fits ? std::nullopt : std::optional(Unwelcome::too_many_attributes);
    }

    // All but what moves from one customer to another.
    void write() {
        People people(connection_);
        if (!stored_)
            people.add_customer(now_);
        else if (!says_the_same(*stored_, now_))
            people.put_labels(now_);
        if (stored_ && stored_->name != now_.name) Search(connection_).rename(now_.id, now_.name);
        if (is_first_vouched()) Identities(connection_).put(site(), vouched_->subject, now_.id);
        if (!before_) Tokens(connection_).open_visitor(said_.token, now_.id);
    }

    const Customer& customer() const { return now_; }
    bool is_new() const { return !before_; }
    // Who they were until now, where that is somebody else.
    std::optional<CustomerId> merged() const {
        return before_ && before_->id != now_.id ? std::optional(before_->id) : std::nullopt;
    }
    bool is_news() const { return stored_ && (is_first_vouched() || !says_the_same(*stored_, now_)); }

private:
    const SiteId& site() const { return said_.as_new.site; }
    bool is_first_vouched() const { return vouched_ && !(stored_ && stored_->verified); }
    bool was_verified() const { return before_ && before_->verified; }

    // What the site says of them, if it is asked and may.
    std::optional<Unwelcome> hear_the_site() {
        SiteIdentity identity(connection_);
        const IdentityMode mode = identity.mode(site());
        if (!said_.identity) {
            const bool is_needed = mode == IdentityMode::required && !was_verified();
            return is_needed ? std::optional(Unwelcome::identity_required) : std::nullopt;
        }
        if (mode == IdentityMode::off) return Unwelcome::identity_off;
        auto heard = verified_jwt(*said_.identity, identity.secrets(site()), at_);
        if (const auto* fault = std::get_if<JwtFault>(&heard)) return unwelcome(*fault);
        vouched_ = std::get<Vouched>(std::move(heard));
        const bool may = Identities(connection_).use(site(), vouched_->id, said_.token, vouched_->expires_at, at_);
        return may ? std::nullopt : std::optional(Unwelcome::identity_used);
    }

    std::optional<Unwelcome> find_out_who() {
        const auto known = vouched_ ? Identities(connection_).customer_of(site(), vouched_->subject) : std::nullopt;
        if (vouched_ && was_verified() && known != before_->id) return Unwelcome::another_customer;
        stored_ = known ? People(connection_).customer(*known) : before_;
        now_ = stored_.value_or(said_.as_new);
        now_.verified = now_.verified || vouched_;
        return std::nullopt;
    }

    // Who somebody verified is, only the site says: not even what they said before it did stays with them.
    void label() {
        if (is_first_vouched()) {
            now_.name = vouched_->subject;
            now_.email.clear();
        }
        const auto& name = now_.verified ? vouched_name() : said_.name;
        const auto& email = now_.verified ? vouched_email() : said_.email;
        if (name) now_.name = *name;
        if (email) now_.email = *email;
        if (merged()) take_over_attributes();
        for (const auto& [key, value] : said_.attributes) {
            if (value.empty())
                now_.attributes.erase(key);
            else
                now_.attributes[key] = value;
        }
    }

    std::optional<std::string> vouched_name() const { return vouched_ ? vouched_->name : std::nullopt; }
    std::optional<std::string> vouched_email() const { return vouched_ ? vouched_->email : std::nullopt; }

    // As far as there is room for them.
    void take_over_attributes() {
        for (const auto& attribute : before_->attributes)
            if (now_.attributes.size() < Customer::attributes_max) now_.attributes.insert(attribute);
    }

    Connection& connection_;
    const Introduction& said_;
    Time at_;
    std::optional<Vouched> vouched_;
    std::optional<Customer> before_;  // Whose token it was until now.
    std::optional<Customer> stored_;  // Whose it is from now on, as we knew them.
    Customer now_{};
};

}  // namespace

std::variant<Introduced, Unwelcome> introduce(Service& service, const Introduction& introduction) {
    const Time at = service.clock();
    Writing writing(service.database);
    Introducer introducer(*writing, introduction, at);
    if (const auto refused = introducer.meet()) return *refused;
    introducer.write();
    const CustomerId& id = introducer.customer().id;
    const auto merged = introducer.merged();
    const auto commit = merged ? merge(*writing, service.stored_policy(), at, *merged, id) : nullptr;
    writing.commit();
    if (commit) service.hub.announce(commit);
    if (merged) service.hub.cut_off(merged->value);
    if (introducer.is_news()) service.hub.tell_customer(id, look_again());
    return Introduced{introducer.customer(), introducer.is_new()};
}

}  // namespace wrapup::server
