#include "server/http/proxies.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

Proxies trusting(const std::vector<std::string>& networks) {
    Proxies proxies;
    for (const std::string& network : networks) proxies.trust(Network::from(network).value());
    return proxies;
}

}  // namespace

TEST_CASE("a block holds the addresses that begin with its bits, in whatever form they come") {
    struct Row {
        const char* network;
        const char* address;
        bool is_in;
    };
    const std::vector<Row> table{
        {"10.0.0.1", "10.0.0.1", true},
        {"10.0.0.1", "10.0.0.2", false},
        {"10.0.0.0/8", "10.255.255.255", true},
        {"10.0.0.0/8", "11.0.0.0", false},
        {"192.168.4.0/22", "192.168.7.255", true},
        {"192.168.4.0/22", "192.168.8.0", false},
        {"192.168.4.99/22", "192.168.5.1", true},
        {"0.0.0.0/0", "255.1.2.3", true},
        {"0.0.0.0/0", "::1", false},
        {"10.0.0.1/32", "::ffff:10.0.0.1", true},
        {"::ffff:10.0.0.0/104", "10.9.9.9", true},
        {"::ffff:10.0.0.1", "10.0.0.1", true},
        {"::1", "::1", true},
        {"::1", "0:0:0:0:0:0:0:1", true},
        {"::1", "::2", false},
        {"2001:db8::/32", "2001:db8:ffff::1", true},
        {"2001:db8::/33", "2001:db8:8000::1", false},
        {"::/0", "2001:db8::1", true},
        {"::/0", "1.2.3.4", false},
    };
    for (const Row& row : table) {
        CAPTURE(row.network, row.address);
        CHECK(Network::from(row.network).value().contains(address_from(row.address).value()) == row.is_in);
    }
}

TEST_CASE("what is no block of addresses is none") {
    for (const char* text : {"", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8 ", "10.0.0.0/8/8",
                             "10.0.0/8", "10.0.0.256", "localhost", "::1/129", "::ffff:10.0.0.0/95", "[::1]",
                             "1.2.3.4:5", "fe80::1%eth0", " 10.0.0.1"}) {
        CAPTURE(text);
        CHECK_FALSE(Network::from(text));
    }
}

TEST_CASE("the sender is the last one whom a trusted proxy saw, and whatever is before that is hearsay") {
    const Proxies proxies = trusting({"10.0.0.0/8", "::1", "2001:db8:1::/48"});
    struct Row {
        const char* rule;
        const char* peer;
        const char* forwarded_for;
        const char* sender;
    };
    const std::vector<Row> table{
        {"nobody else is believed", "9.9.9.9", "1.2.3.4", "9.9.9.9"},
        {"nobody else is believed about proxies", "9.9.9.9", "1.2.3.4, 10.0.0.1", "9.9.9.9"},
        {"whom the proxy saw", "10.0.0.1", "1.2.3.4", "1.2.3.4"},
        {"the last one, since the first is said by the client", "10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"},
        {"through two proxies", "10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"},
        {"through proxies of both kinds", "::1", "1.2.3.4,2001:db8:1::5 , 10.0.0.2", "1.2.3.4"},
        {"of IPv6", "10.0.0.1", "2001:db8:2::1", "2001:db8:2::1"},
        {"a peer of IPv4 as one of IPv6", "::ffff:10.0.0.1", "1.2.3.4", "1.2.3.4"},
        {"a sender of IPv4 as one of IPv6", "10.0.0.1", "::ffff:1.2.3.4", "1.2.3.4"},
        {"spaces and tabs around it", "10.0.0.1", " \t1.2.3.4\t ", "1.2.3.4"},
        {"nothing is said", "10.0.0.1", "", "10.0.0.1"},
        {"nobody but proxies", "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.1"},
        {"no address at the end", "10.0.0.1", "1.2.3.4, unknown", "10.0.0.1"},
        {"no address where the walk comes to", "10.0.0.1", "1.2.3.4, x, 10.0.0.2", "10.0.0.1"},
        {"no address where it does not", "10.0.0.1", "x, 1.2.3.4", "1.2.3.4"},
        {"an empty place", "10.0.0.1", "1.2.3.4,", "10.0.0.1"},
        {"nothing but a comma", "10.0.0.1", ",", "10.0.0.1"},
        {"with a port", "10.0.0.1", "1.2.3.4:5678", "10.0.0.1"},
        {"in brackets", "10.0.0.1", "[2001:db8:2::1]", "10.0.0.1"},
    };
    for (const Row& row : table) {
        CAPTURE(row.rule);
        const Address sender = proxies.sender(address_from(row.peer).value(), row.forwarded_for);
        CHECK(sender.bytes == address_from(row.sender).value().bytes);
    }
}

TEST_CASE("an address of IPv6 counts as its network, and this machine knows its own") {
    const auto network = [](const char* text) { return address_from(text).value().network; };
    CHECK(network("2001:db8:1:2:3::4") == network("2001:db8:1:2:ffff::1"));
    CHECK(network("2001:db8:1:2::1") != network("2001:db8:1:3::1"));
    CHECK(network("1.2.3.4") != network("1.2.3.5"));
    CHECK(network("::ffff:1.2.3.4") == network("1.2.3.4"));
    for (const char* own : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
        CHECK(address_from(own).value().of_this_machine);
    CHECK_FALSE(address_from("128.0.0.1").value().of_this_machine);
    CHECK_FALSE(address_from(std::string_view("1.2.3.4\0", 8)));
}

}  // namespace wrapup::server::test
