// Files: brought before the message that they go with, and fetched by whoever may read that.
#include <algorithm>

#include "core/text.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/http/percent.hpp"
#include "server/ids.hpp"
#include "server/media.hpp"
#include "server/store/blobs.hpp"
#include "server/store/identities.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t name_bytes_max = 255;
constexpr std::uint32_t duration_ms_max = 24 * 60 * 60 * 1000;

// What a file is called: nothing that a file system could take for a path, or a terminal for a command.
std::string name_from(const Ask& ask) {
    const std::string name = ask.param("name");
    check_text(name, "name", name_bytes_max);
    if (fault_of(name) == TextFault::empty) throw Malformed("name", "empty");
    const auto is_odd = [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == 0x7F || c == '/' || c == '\\';
    };
    if (std::any_of(name.begin(), name.end(), is_odd)) throw Malformed("name", "expected a name without a path");
    return name;
}

// Of a recording whose bytes do not tell it.
std::uint32_t duration_from(const Ask& ask) {
    const auto said = ask.optional_param("duration_ms");
    if (!said) return 0;
    const Position duration = position_from(*said, "duration_ms");
    if (duration > duration_ms_max) throw Malformed("duration_ms", "longer than a day");
    return static_cast<std::uint32_t>(duration);
}

bool is_recording(MediaType type) { return type == MediaType::mp3 || type == MediaType::wav || type == MediaType::ogg; }

// Recordings are brought by other systems: they have the calls.
std::optional<Media> media_from(const Ask& ask) {
    auto media = media_of(ask.http.body);
    if (!media || !is_recording(media->type)) return media;
    if (ask.actor().role != Role::system) return std::nullopt;
    if (media->duration_ms == 0) media->duration_ms = duration_from(ask);
    return media;
}

// Customers of a site that wants to know who they are write nothing before it does.
bool may_write(const Ask& ask) {
    if (ask.actor().role != Role::customer) return true;
    const Reading reading(ask.service.database);
    return Identities(*reading).may_write(ask.actor());
}

}  // namespace

Answer bring_attachment(const Ask& ask) {
    const ConversationId conversation{ask.rest};
    if (!may_write(ask)) return problem_answer(Problem::identity_required);
    const std::string name = name_from(ask);
    const auto media = media_from(ask);
    if (!media) return problem_answer(Problem::not_a_file_we_take);
    const Attachment attachment{
        {random_id()}, name,          media->type,       static_cast<std::uint32_t>(ask.http.body.size()),
        media->width,  media->height, media->duration_ms};
    Writing writing(ask.service.database);
    const bool kept = Blobs(*writing).add({conversation, {ask.actor().role, ask.actor().id}}, attachment,
                                          {ask.http.body}, ask.service.clock());
    writing.commit();
    return kept ? json_answer({{"attachment", encode(attachment)}}, 201) : problem_answer(Problem::too_many_files);
}

Answer attachment(const Ask& ask, Connection& snapshot) {
    auto file = Blobs(snapshot).sent({ask.rest});
    if (!file) return problem_answer(Problem::unknown_attachment);
    Answer answer{200, std::string(name_of(file->attachment.type)), std::move(file->bytes), {}};
    answer.headers = {{"Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(file->attachment.name)},
                      {"Content-Security-Policy", "default-src 'none'; sandbox"},
                      {"Cache-Control", "private, max-age=31536000, immutable"}};
    return answer;
}

}  // namespace wrapup::server
