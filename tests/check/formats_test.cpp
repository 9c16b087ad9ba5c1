#include "check/formats/formats.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../build_paths.h"
#include "check/fingerprint.h"

using namespace ghreveal;
using namespace ghreveal::check;

namespace {

Finding dead_link() {
    Finding finding;
    finding.rule = Rule::kDeadLink;
    finding.level = Level::kWarning;
    finding.where = {"my decks/été.md", 6, 5, 13};
    finding.what = "the link '#nowhere' leads nowhere";
    finding.hint = "did you mean '#now'?";
    finding.slide = "1/0 \"Links\"";
    finding.source = "[x](#nowhere)";
    return finding;
}

}  // namespace

TEST_CASE("A short finding is a line as compilers write it, with the rule at its end") {
    CHECK(to_short(dead_link()) ==
          "my decks/été.md:6:5: warning: the link '#nowhere' leads nowhere; did you mean '#now'? "
          "[dead-link]\n");
}

TEST_CASE("A finding for people underlines what is meant in its line of source") {
    CHECK(to_human(dead_link(), Colors::kNone) ==
          "warning[dead-link]: the link '#nowhere' leads nowhere\n"
          " --> my decks/été.md:6:5 (slide 1/0 \"Links\")\n"
          "6 | [x](#nowhere)\n"
          "  |     ^^^^^^^^\n"
          "  = help: did you mean '#now'?\n\n");
}

TEST_CASE("The last line counts by level, each of those that one stands for") {
    Finding many = dead_link();
    many.count = 3;
    CHECK(count_line({dead_link(), many}, 1) == "0 errors, 4 warnings and 0 notes in 1 deck\n");
}

// SARIF 2.1.0: §3.13, §3.14, §3.19, §3.27, §3.30 say what must be there and of which kind.
TEST_CASE("SARIF has what its specification asks for") {
    const auto log = nlohmann::json::parse(to_sarif({dead_link()}));
    CHECK(log.at("version") == "2.1.0");
    const auto& run = log.at("runs").at(0);
    const auto& driver = run.at("tool").at("driver");
    CHECK(driver.at("name") == "ghreveal");
    const auto& result = run.at("results").at(0);
    CHECK(result.at("message").at("text").is_string());
    CHECK(result.at("level") == "warning");
    const auto& rule = driver.at("rules").at(result.at("ruleIndex").get<std::size_t>());
    CHECK(rule.at("id") == result.at("ruleId"));
    CHECK(rule.at("helpUri").get<std::string>().ends_with("docs/rules/dead-link.md"));
    const auto& place = result.at("locations").at(0).at("physicalLocation");
    // RFC 3986: blanks and letters beyond ASCII are escaped.
    CHECK(place.at("artifactLocation").at("uri") == "my%20decks/%C3%A9t%C3%A9.md");
    CHECK(place.at("artifactLocation").at("uriBaseId") == "%SRCROOT%");
    CHECK(place.at("region") ==
          nlohmann::json{{"startLine", 6}, {"startColumn", 5}, {"endColumn", 13}});
    CHECK(result.at("partialFingerprints").at("ghreveal/v1").is_string());
}

// SARIF 2.1.0 §3.13 to §3.52: the properties that objects may have, and the kinds of those that
// there are; the schema itself is no part of this repository.
TEST_CASE("SARIF has nothing that its specification does not know") {
    Finding file_as_a_whole = dead_link();
    file_as_a_whole.where = {"/tmp/a.md", 0, 0, 0};
    Finding many = dead_link();
    many.count = 3;
    const auto log = nlohmann::json::parse(to_sarif({dead_link(), file_as_a_whole, many}));
    const auto has_only = [](const nlohmann::json& object, const std::string& names) {
        for (const auto& [name, value] : object.items()) {
            INFO(name);
            CHECK((" " + names + " ").find(" " + name + " ") != std::string::npos);
        }
    };
    has_only(log, "$schema version runs");
    const auto& run = log.at("runs").at(0);
    has_only(run, "tool columnKind results");
    CHECK(
        (run.at("columnKind") == "unicodeCodePoints" || run.at("columnKind") == "utf16CodeUnits"));
    const auto& driver = run.at("tool").at("driver");
    has_only(driver, "name version informationUri rules");
    for (const auto& rule : driver.at("rules")) {
        has_only(rule, "id shortDescription help helpUri defaultConfiguration");
        // §3.12: a message in both forms.
        CHECK(rule.at("help").at("text").is_string());
        CHECK(rule.at("help").at("markdown").is_string());
        CHECK(rule.at("shortDescription").at("text").is_string());
        const auto& level = rule.at("defaultConfiguration").at("level");
        CHECK((level == "none" || level == "note" || level == "warning" || level == "error"));
    }
    for (const auto& result : run.at("results")) {
        has_only(result,
                 "ruleId ruleIndex level message partialFingerprints locations occurrenceCount");
        has_only(result.at("message"), "text");
        const auto& place = result.at("locations").at(0).at("physicalLocation");
        has_only(place, "artifactLocation region");
        // §3.30: lines and columns count from 1.
        const auto region = place.value("region", nlohmann::json::object());
        for (const auto& [name, value] : region.items()) {
            INFO(name);
            CHECK(value.get<int>() >= 1);
        }
    }
    CHECK(run.at("results").at(2).at("occurrenceCount") == 3);
    CHECK(run.at("results").at(1).at("locations").at(0).at("physicalLocation").count("region") ==
          0);
}

TEST_CASE("GitHub's commands are escaped as its toolkit escapes them") {
    Finding finding = dead_link();
    finding.where.file = "a:b,c.md";
    finding.what = "100 %\nof it";
    finding.hint.clear();
    CHECK(
        to_github({finding}) ==
        "::warning title=dead-link,file=a%3Ab%2Cc.md,line=6,col=5,endColumn=13::100 %25%0Aof it\n");
}

TEST_CASE("GitHub is shown the worst ten") {
    Findings findings(12, dead_link());
    findings.back().level = Level::kError;
    const std::string commands = to_github(findings);
    CHECK(std::count(commands.begin(), commands.end(), '\n') == 10);
    CHECK(commands.starts_with("::error "));
}

TEST_CASE("JSON has no other fields than the documented ones") {
    std::ifstream file(testing::source_dir() / "docs/findings.schema.json");
    const auto schema = nlohmann::json::parse(file);
    const auto& known = schema.at("properties").at("findings").at("items").at("properties");
    const auto written = nlohmann::json::parse(to_json({dead_link()}));
    for (const auto& [name, value] : written.at("findings").at(0).items()) {
        INFO(name);
        CHECK(known.contains(name));
    }
}

TEST_CASE("Facts of rules are found by their rule") {
    for (const RuleFacts& facts : all_rules()) {
        INFO(facts.name);
        CHECK(&facts == &facts_of(facts.rule));
    }
}

TEST_CASE("A finding is known again when its line has moved") {
    Finding moved = dead_link();
    moved.where.line = 60;
    CHECK(fingerprint_of(moved) == fingerprint_of(dead_link()));
}
