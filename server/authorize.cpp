#include "server/authorize.hpp"

#include <algorithm>

namespace wrapup::server {
namespace {

bool is_on_a_site_of(const Object& object, const Actor& who) {
    const auto is_theirs = [&](const SiteId& site) {
        return std::find(who.sites.begin(), who.sites.end(), site) != who.sites.end();
    };
    return object.is_of_all_sites || std::any_of(object.sites.begin(), object.sites.end(), is_theirs);
}

// A customer knows of what is theirs and of nothing else, wherever it is.
bool is_theirs(const Object& object, const Actor& who) {
    if (who.role == Role::customer) return object.customer != nullptr && *object.customer == who.id;
    return is_on_a_site_of(object, who);
}

}  // namespace

Ruling authorize(const Actor* who, Action action, Set<Scope> scopes) {
    if (is_for_anybody(action)) return Ruling::granted;
    if (who == nullptr) return Ruling::not_signed_in;
    const Permission& permission = permission_for(action);
    if (!permission.by.has(who->role)) return Ruling::wrong_role;
    const bool lacks_scope = who->role == Role::system && permission.scope && !scopes.has(*permission.scope);
    return lacks_scope ? Ruling::out_of_scope : Ruling::granted;
}

Ruling authorize(const Actor* who, Action action, const Object& object) {
    if (const Ruling ruling = authorize(who, action); ruling != Ruling::granted) return ruling;
    const Permission& permission = permission_for(action);
    if (permission.about != About::theirs) return Ruling::granted;
    if (!is_theirs(object, *who)) return Ruling::not_there;
    const bool is_anothers = object.author != nullptr && *object.author != who->id;
    return is_anothers && permission.only_authors.has(who->role) ? Ruling::not_the_author : Ruling::granted;
}

}  // namespace wrapup::server
