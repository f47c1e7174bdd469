// wrapup serve: opens the database, listens, and serves until it is told to stop.
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <future>
#include <iostream>
#include <thread>

#include "core/overloaded.hpp"
#include "server/config.hpp"
#include "server/control.hpp"
#include "server/demo.hpp"
#include "server/http/front.hpp"
#include "server/log.hpp"
#include "server/mailer.hpp"
#include "server/offline.hpp"
#include "server/store/links.hpp"
#include "server/store/people.hpp"
#include "server/timers.hpp"
#include "server/token_desk.hpp"
#include "server/upkeep.hpp"

namespace wrapup::server {
namespace {

constexpr std::chrono::milliseconds stop_ms_max{4'000};

std::string address_for_people(const std::string& host, int port) {
    const bool here = host == "127.0.0.1" || host == "0.0.0.0" || host == "::1" || host == "::";
    const std::string name = here ? "localhost" : host.find(':') == std::string::npos ? host : '[' + host + ']';
    return "http://" + name + ':' + std::to_string(port);
}

// Before the first thread, so that every thread inherits it and only wait_for_stop() gets the signals.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

// Ends the streams and stops listening. Who is still being answered after that has a few seconds; everything that was
// answered is on disk, so nothing is lost by leaving the rest.
void stop_when_told(const sigset_t& signals, Front& front, const std::future<void>& served) {
    int signal = 0;
    sigwait(&signals, &signal);
    front.stop();
    if (served.wait_for(stop_ms_max) == std::future_status::ready) return;
    log_warning("stopped, with requests that were still being answered");
    finish_log();
    std::_Exit(EXIT_SUCCESS);
}

// None where somebody works here already. The link of an earlier start opens nothing any more.
std::optional<std::string> secret_of_setup(Service& service) {
    Writing writing(service.database);
    if (!People(*writing).agents().empty()) return std::nullopt;
    const std::string secret = Links(*writing).open({Link::Kind::setup, {}}, service.clock());
    writing.commit();
    return secret;
}

int serve(const Config& config) {
    const sigset_t signals = block_stop_signals();
    start_log(config.keeping.log);
    if (config.demo) prepare_demo(config.database);
    Service service(config.database, now, config.mail);
    Connections::Limits limits(config.limits);
    limits.proxies = config.proxies;
    Front front(service, {config.port, config.demo, config.public_url, config.keeping.metrics_token}, limits);
    const auto port = front.bind(config.host, config.port);
    if (!port) {
        std::cerr << "wrapup: cannot listen on " << config.host << ':' << config.port
                  << ": the port is taken, or the address is not this machine's" << std::endl;
        return EXIT_FAILURE;
    }
    if (config.demo) seed_demo(service, *port);
    const Timers timers(service);
    std::optional<Mailer> mailer;
    if (config.mail.enabled()) mailer.emplace(service, Smtp(config.mail));
    const Control control(service.database);

    std::promise<void> done;
    const std::future<void> served = done.get_future();
    std::thread stopper([&] { stop_when_told(signals, front, served); });
    const std::string address = config.public_url.empty() ? address_for_people(config.host, *port) : config.public_url;
    std::cout << "Wrapup is listening on " << address_for_people(config.host, *port) << std::endl;
    if (const auto secret = secret_of_setup(service))
        std::cout << "Nobody works here yet. Begin at " << address << "/welcome#" << *secret
                  << ", within a day and only once." << std::endl;
    log_info("serving, version " WRAPUP_VERSION);
    front.serve();
    done.set_value();
    ::kill(::getpid(), SIGTERM);  // Where it ended by itself, nobody has told the stopper yet.
    stopper.join();
    log_info("stopped");
    finish_log();
    return EXIT_SUCCESS;
}

int run(int argc, char** argv) {
    const Task task = configure(argc, argv);
    try {
        return std::visit(overloaded{
                              [](const Config& config) { return serve(config); },
                              [](const PolicyOptions& options) { return run_policy(options, std::cout, std::cerr); },
                              [](const RebuildOptions& options) { return run_rebuild(options, std::cout); },
                              [](const BackupOptions& options) { return run_backup(options, std::cout, std::cerr); },
                              [](const DemoOptions& options) { return run_demo(options, std::cout, std::cerr); },
                              [](const ExplainOptions& options) { return run_explain(options, std::cout, std::cerr); },
                              [](const TokenOptions& options) { return run_tokens(options, std::cout, std::cerr); },
                              [](const DoctorOptions& options) { return run_upkeep(options, std::cout, std::cerr); },
                              [](const RestoreOptions& options) { return run_upkeep(options, std::cout, std::cerr); },
                              [](const ExportOptions& options) { return run_upkeep(options, std::cout, std::cerr); },
                              [](const ExitStatus& exit) { return exit.value; },
                          },
                          task);
    } catch (const Unusable& e) {
        std::cerr << "wrapup: " << e.what() << std::endl;
    } catch (...) {
        log_fault("the start", std::current_exception());
    }
    return EXIT_FAILURE;
}

}  // namespace
}  // namespace wrapup::server

int main(int argc, char** argv) {
    ::umask(S_IRWXG | S_IRWXO);  // What we write is nobody else's to read.
    if (sodium_init() < 0) return EXIT_FAILURE;
    return wrapup::server::run(argc, argv);
}
