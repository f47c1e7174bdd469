#include "tests/bench/load/outbox.hpp"

#include <fstream>

#include "server/ids.hpp"
#include "tests/bench/load/http_text.hpp"

namespace wrapup::bench {
namespace {

using server::Json;

constexpr const char* message = "Where is my parcel? It was to come yesterday, and nobody has seen it since.";

}  // namespace

Outbox::Outbox(const std::string& visitor)
    : header_("Authorization: Bearer " + visitor.substr(0, visitor.find(' '))),
      customer_(visitor.substr(visitor.find(' ') + 1)),
      client_(server::random_id()),
      conversation_(server::random_id()) {}

Json Outbox::next_command() {
    Json steps = Json::array();
    if (last_command_ == 0)
        steps.push_back({{"type", "start"}, {"site", "demo"}, {"channel", "chat"}, {"customer", customer_}});
    steps.push_back({{"type", "receive"}, {"text", message}});
    return {{"n", ++last_command_}, {"conversation", conversation_}, {"seen", 0}, {"steps", steps}, {"at", 0}};
}

std::string_view Outbox::next(std::size_t messages) {
    Json commands = Json::array();
    for (std::size_t i = 0; i < messages; ++i) commands.push_back(next_command());
    asked_ = messages;
    const Json envelope{{"client", client_}, {"rules_id", "any"}, {"after", position_}, {"commands", commands}};
    request_ = post_request("/api/v1/commands", header_, envelope.dump());
    return request_;
}

void Outbox::take(std::string_view answer) {
    must_be_ok(answer);
    const Json patch = Json::parse(body_of(answer)).at("patch");
    if (patch.at("outcomes").size() != asked_) throw std::runtime_error("outcomes are missing: " + patch.dump());
    for (const Json& outcome : patch.at("outcomes"))
        if (outcome.at("code") != "ok") throw std::runtime_error("a command was refused: " + outcome.dump());
    position_ = patch.at("position");
}

std::vector<std::string> lines_of(const std::string& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    if (lines.empty()) throw std::runtime_error("nothing can be read from " + file);
    return lines;
}

}  // namespace wrapup::bench
