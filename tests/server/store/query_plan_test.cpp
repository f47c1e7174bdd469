// Every statement in the code, as SQLite would run it: none reads through a table that grows.
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>

#include "server/demo.hpp"
#include "server/demo_desk.hpp"
#include "server/store/database.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

struct Statement {
    std::string file;
    std::string sql;
};

std::string text_of_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The text between the quotes of literals that stand side by side, with macros of the same file in their place. What
// else is called a macro is not SQL.
std::string concatenated(const std::string& literals, const std::map<std::string, std::string>& macros) {
    static const std::regex part(R"re("((?:[^"\\]|\\.)*)"|(WRAPUP_\w+))re");
    std::string text;
    for (std::sregex_iterator it(literals.begin(), literals.end(), part), end; it != end; ++it) {
        if ((*it)[2].matched) {
            const auto macro = macros.find((*it)[2]);
            if (macro != macros.end()) text += macro->second;
        } else {
            text += std::regex_replace((*it)[1].str(), std::regex(R"(\\")"), "\"");
        }
    }
    return text;
}

void add_statements_of(const std::filesystem::path& file, std::vector<Statement>& statements) {
    const std::string code = std::regex_replace(text_of_file(file), std::regex(R"(\\\n)"), " ");
    static const std::regex definition(R"(#define (WRAPUP_\w+)(( +"(?:[^"\\\n]|\\.)*")+))");
    std::map<std::string, std::string> macros;
    for (std::sregex_iterator it(code.begin(), code.end(), definition), end; it != end; ++it)
        macros[(*it)[1]] = concatenated((*it)[2], {});
    static const std::regex literals(R"re([({]\s*((?:(?:"(?:[^"\\\n]|\\.)*"|WRAPUP_\w+)\s*)+))re");
    static const std::regex sql(R"(^(SELECT|INSERT INTO|UPDATE|DELETE FROM) )");
    for (std::sregex_iterator it(code.begin(), code.end(), literals), end; it != end; ++it) {
        const std::string text = concatenated((*it)[1], macros);
        if (std::regex_search(text, sql)) statements.push_back({file.filename(), text});
    }
    static const std::regex in_a_table(R"re(\n    (WRAPUP_ROWS (?:(?:"[^"\n]*"|WRAPUP_\w+)\s*)+),)re");
    for (std::sregex_iterator it(code.begin(), code.end(), in_a_table), end; it != end; ++it)
        statements.push_back({file.filename(), concatenated((*it)[1], macros)});
}

std::vector<Statement> statements_in_the_code() {
    std::vector<Statement> statements;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("server"))
        if (entry.path().extension() == ".cpp") add_statements_of(entry.path(), statements);
    return statements;
}

// What SQLite would read from end to end.
std::vector<std::string> scans(SQLite::Database& database, const std::string& sql) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    std::vector<std::string> scans;
    while (plan.executeStep()) {
        const std::string step = plan.getColumn(3).getString();
        if (step.rfind("SCAN ", 0) == 0) scans.push_back(step);
    }
    return scans;
}

bool grows(const std::string& scan) {
    static const std::regex growing(
        R"(^SCAN (events|inbox|customers|visitors|logins|clients|outcomes|deliveries|measures|customer_notes|identities|identity_uses)\b)");
    return std::regex_search(scan, growing);
}

}  // namespace

// Made anew, or with a year's conversations and what SQLite knows of them once it has looked.
enum class Knows { nothing, all };

TEST_CASE("no statement reads through a table that grows") {
    const auto knows = GENERATE(Knows::nothing, Knows::all);
    CAPTURE(knows == Knows::all);
    const Folder folder;
    {
        Service service(folder.file("w.db"));
        seed_demo(service, 8080);
        if (knows == Knows::all) {
            DemoDesk(service.database, service.stored_policy(), service.clock()).add(1'000, [](std::int64_t) {});
            const Writing writing(service.database);
            (*writing).raw().exec("ANALYZE; COMMIT; BEGIN");
        }
    }
    SQLite::Database database(folder.file("w.db").string());
    std::size_t planned = 0;
    const std::set<std::string> read_it_all{"rebuild.cpp", "migrations.cpp", "backup.cpp", "restore.cpp",
                                            "examination.cpp", "exporting.cpp"};
    for (const Statement& statement : statements_in_the_code()) {
        if (read_it_all.count(statement.file) == 1) continue;
        ++planned;
        for (const std::string& scan : scans(database, statement.sql))
            if (grows(scan)) FAIL_CHECK(statement.file << ": " << statement.sql << "\n  " << scan);
    }
    std::cout << "statements planned: " << planned << '\n';
    CHECK(planned >= 40);
}

TEST_CASE("a statement that does read through one would be noticed") {
    const Folder folder;
    { const Database made(folder.file("w.db")); }
    SQLite::Database database(folder.file("w.db").string());
    const auto found = scans(database, "SELECT state FROM inbox WHERE preview = ?");
    CHECK((found.size() == 1 && grows(found[0])));
    CHECK(scans(database, "SELECT state FROM inbox WHERE conversation = ?").empty());
}

}  // namespace wrapup::server::test
