#include "server/demo.hpp"

#include <map>
#include <span>

#include "server/demo_canned.hpp"
#include "server/demo_channels.hpp"
#include "server/demo_files.hpp"
#include "server/demo_places.hpp"
#include "server/ids.hpp"
#include "server/store/blobs.hpp"
#include "server/store/people.hpp"
#include "server/store/site_desks.hpp"

namespace wrapup::server {
namespace {

struct DemoAgent {
    Speaker speaker;
    const char* email;
    const char* name;
    Role role;
};
constexpr std::array demo_agents{
    DemoAgent{Speaker::ana, "ana@demo.test", "Ana Torres", Role::agent},
    DemoAgent{Speaker::ben, "ben@demo.test", "Ben Okafor", Role::agent},
    DemoAgent{Speaker::mia, "mia@demo.test", "Mia Sato", Role::supervisor},
    DemoAgent{Speaker::ida, "ida@demo.test", "Ida Berg", Role::admin},
};

enum class Shop { is_new, was_there };

// Its origins follow the port of this run.
Shop put_site(People people, int port) {
    const bool was_there = people.site(demo_site).has_value();
    const std::string suffix = ':' + std::to_string(port);
    people.put_site({demo_site, "Nordlicht Coffee", {"http://localhost" + suffix, "http://127.0.0.1" + suffix}});
    return was_there ? Shop::was_there : Shop::is_new;
}

void hire_missing(People people, Passwords& passwords) {
    for (const DemoAgent& agent : demo_agents)
        if (!people.credentials(agent.email))
            people.add_agent({{agent.role, random_id(), {demo_site}, {}, {}, {}}, agent.name, agent.email},
                             passwords.hash(demo_password));
}

Shop make_shop(Service& service, int port) {
    Writing writing(service.database);
    const Shop shop = put_site(People(*writing), port);
    hire_missing(People(*writing), service.passwords);
    if (shop == Shop::is_new) {
        add_demo_replies(*writing, service.clock());
        // People try it at any hour, and write before they have signed in as an agent.
        SiteDesks(*writing).put(demo_site, SiteDesk{.reply_time = ReplyTime::minutes, .away_form = false});
    }
    writing.commit();
    return shop;
}

// Tells the chats to an inbox of its own, whose clock stands where each line was said.
class Teller {
public:
    explicit Teller(Service& service) : service_(service), today_(service.clock()) {
        const Reading reading(service.database);
        for (const DemoAgent& agent : demo_agents)
            if (const auto known = People(*reading).credentials(agent.email))
                agents_[agent.speaker] = People(*reading).agent(known->agent)->actor;
    }

    void tell(const std::vector<DemoChat>& chats) {
        std::vector<Cast> casts;
        for (const DemoChat& chat : chats) casts.push_back(admit(chat));
        std::vector<Cue> cues;
        for (std::size_t i = 0; i < chats.size(); ++i)
            for (const DemoLine& line : chats[i].lines) cues.push_back({&line, &casts[i]});
        std::stable_sort(cues.begin(), cues.end(),
                         [](const Cue& a, const Cue& b) { return a.line->ago > b.line->ago; });
        for (const Cue& cue : cues) say(*cue.line, *cue.cast);
    }

private:
    struct Cast {
        ConversationId conversation;
        Actor customer;
    };
    struct Cue {
        const DemoLine* line;
        const Cast* cast;
    };

    Cast admit(const DemoChat& chat) {
        if (chat.name.empty()) return {{random_id()}, {}};
        const Customer customer = customer_of(chat);
        Writing writing(service_.database);
        People(*writing).add_customer(customer);
        writing.commit();
        return {{random_id()}, customer.actor()};
    }

    // Who came by the widget has a browser that tells of itself.
    Customer customer_of(const DemoChat& chat) const {
        Customer customer{{random_id()}, demo_site, chat.name, chat.page, chat.locale, today_ - chat.lines.front().ago};
        if (chat.page.empty()) return customer;
        const DemoPlace place = demo_place(chat.locale);
        customer.time_zone = place.time_zone;
        customer.device = place.device;
        return customer;
    }

    void say(const DemoLine& line, const Cast& cast) {
        const Actor& actor = line.by == Speaker::visitor ? cast.customer : agents_.at(line.by);
        Asked asked{cast.conversation, everything, {}, line.steps};
        if (auto* start = std::get_if<Start>(&asked.steps.front())) start->customer = {cast.customer.id};
        now_ = today_ - line.ago;
        for (Command& step : asked.steps) bring_files_of(step, {cast.conversation, {actor.role, actor.id}});
        Outbox& outbox = outboxes_.try_emplace(actor.id).first->second;
        inbox_.run(actor, outbox.client, {{++outbox.last_command, std::move(asked)}});
    }

    void bring_files_of(Command& step, const Blobs::Origin& origin) {
        for (Attachment& attachment : attachments_in(step)) {
            attachment.id = {random_id()};
            Writing writing(service_.database);
            const Blob bytes{make_demo_file(attachment)};
            Blobs(*writing).add(origin, attachment, bytes, now_);
            writing.commit();
        }
    }

    static std::span<Attachment> attachments_in(Command& step) {
        if (auto* receive = std::get_if<Receive>(&step)) return receive->attachments;
        if (auto* reply = std::get_if<Reply>(&step)) return reply->attachments;
        return {};
    }

    struct Outbox {
        ClientId client{random_id()};
        std::int64_t last_command = 0;
    };
    static constexpr Version everything = std::numeric_limits<Version>::max();

    Service& service_;
    Time today_;
    Time now_;
    Inbox inbox_{service_.database, service_.hub, service_.policy_in_force, [this] { return now_; }};
    std::map<Speaker, Actor> agents_;
    std::map<std::string, Outbox> outboxes_;
};

}  // namespace

void prepare_demo(const std::filesystem::path& file) {
    Database database(file);
    Writing writing(database);
    if (!Policies(*writing).all().empty()) return;
    Policies(*writing).put(demo_policy(), Time{});
    writing.commit();
}

void seed_demo(Service& service, int port) {
    if (make_shop(service, port) == Shop::was_there) return;
    std::vector<DemoChat> all = demo_channels(service.clock());
    for (DemoChat& chat : demo_chats()) all.push_back(std::move(chat));
    Teller(service).tell(all);
}

}  // namespace wrapup::server
