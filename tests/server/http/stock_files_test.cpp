// What the library leaves to whoever builds with it, and how we have it.
#include <fstream>

#include "tests/support/apart.hpp"
#include "tests/support/server_world.hpp"
#include "tests/support/stock.hpp"

namespace wrapup::server::test {

extern const std::size_t request_bytes_without_flags;

namespace {

const std::vector<std::string> secrets{"/.env", "/app.db", "/link"};

std::size_t served(int port, const std::string& prefix) {
    return static_cast<std::size_t>(std::count_if(secrets.begin(), secrets.end(), [&](const std::string& secret) {
        httplib::Client client("127.0.0.1", port);
        return response_of(client.Get(prefix + secret)).text == "secret";
    }));
}

}  // namespace

TEST_CASE("stock: static files are all files") {
    const Folder folder, elsewhere;
    for (const auto& file : {folder.file(".env"), folder.file("app.db"), elsewhere.file("secret")})
        std::ofstream(file) << "secret";
    std::filesystem::create_symlink(elsewhere.file("secret"), folder.file("link"));
    const Apart apart([&](const Line& line) {
        httplib::Server server;
        server.set_mount_point("/", folder.file("").string());
        line.tell(server.bind_to_any_port("127.0.0.1"));
        server.listen_after_bind();
    });
    const std::size_t stock = served(apart.line().hear<int>(), "");

    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.file(""));
    World world;
    std::size_t ours = 0;
    for (const char* prefix : {"", "/assets", "/assets/..", "/assets/%2e%2e", "/dashboard/..", "/."})
        ours += served(world.port(), prefix);
    std::filesystem::current_path(before);
    print_row("static files", "hidden, stray and linked files served", static_cast<double>(stock),
              static_cast<double>(ours), 0);
    CHECK(stock == secrets.size());
    CHECK(ours == 0);
}

// That ours has them is asserted where the library is used.
TEST_CASE("stock: without the flags of its package its types have another size") {
    print_row("flags of the package left out", "bytes that a request differs by",
              static_cast<double>(sizeof(httplib::Request) - request_bytes_without_flags), 0, 0);
    CHECK(sizeof(httplib::Request) != request_bytes_without_flags);
}

}  // namespace wrapup::server::test
