// The pages of docs/rules, held to the program: what they show is what it says, and how they
// silence it silences it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "../build_paths.h"
#include "program.h"
#include "support/ascii.h"
#include "support/rules.h"

using namespace ghreveal;
using namespace ghreveal::testing;

namespace {

const std::filesystem::path kDocs = source_dir() / "docs";

std::string page_of(std::string_view rule) {
    return file_text(kDocs / "rules" / (std::string(rule) + ".md"));
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// What stands in the page's block of this kind; empty when there is none.
std::string block(const std::string& page, const std::string& kind) {
    const std::string fence = "~~~" + kind + "\n";
    const std::size_t begin = page.find(fence);
    if (begin == std::string::npos) {
        return "";
    }
    const std::size_t text = begin + fence.size();
    return page.substr(text, page.find("~~~", text) - text);
}

// The deck with a line before the one that the message `talk.md:8:1: …` names.
std::string with_line_before(const std::string& deck, const std::string& message,
                             const std::string& line) {
    const int number = std::atoi(message.c_str() + message.find(':') + 1);
    std::string text;
    int at = 0;
    for (const std::string_view one : ascii::split(deck, '\n')) {
        ++at;
        text += (at == number ? line + "\n" : "") + std::string(one) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("Each rule has a page that says what, why, how to mend and how to silence it") {
    for (const RuleFacts& facts : all_rules()) {
        const std::string name(facts.name);
        INFO(name);
        const std::string page = page_of(name);
        CHECK(page.starts_with("# " + name + "\n\n" + std::string(facts.summary) +
                               " Level: " + std::string(name_of(facts.level)) + ".\n\n## Why\n\n"));
        CHECK(has(page, "\n## How to mend it\n\n"));
        CHECK(has(page, "\n## How to silence it\n\n"));
        const bool stops_export = facts.level == Level::kError;
        CHECK(has(page, "It cannot be silenced") == stops_export);
        CHECK(has(page, "`--allow " + name + "`; `--deny " + name + "`") != stops_export);
        CHECK(has(page, "`lint: {" + name + ": off}`") != stops_export);
    }
}

TEST_CASE("The index of rules names all of them with their levels, and there are no other pages") {
    const std::string index = file_text(kDocs / "rules.md");
    for (const RuleFacts& facts : all_rules()) {
        const std::string name(facts.name);
        CHECK(has(index, "| [" + name + "](rules/" + name + ".md) | " +
                             std::string(name_of(facts.level)) + " | " +
                             std::string(facts.summary) + " |\n"));
    }
    const auto pages = std::filesystem::directory_iterator(kDocs / "rules");
    CHECK(std::all_of(begin(pages), end(pages), [](const auto& page) {
        return rule_of_name(page.path().stem().string()).has_value();
    }));
}

TEST_CASE("The example on a rule's page is said as the page shows it") {
    const Workspace work;
    int examples = 0;
    for (const RuleFacts& facts : all_rules()) {
        const std::string name(facts.name);
        INFO(name);
        const std::string page = page_of(name);
        const std::string deck = block(page, "markdown");
        if (deck.empty()) {
            continue;
        }
        ++examples;
        work.write("talk.md", deck);
        const std::string said = work.run("check --format short talk.md").err;
        CHECK(has(said, std::string(ascii::trimmed(block(page, "text")))));
        CHECK(has(said, "[" + name + "]"));
    }
    CHECK(examples > 30);
}

TEST_CASE("Each of the ways on a rule's page silences it") {
    for (const RuleFacts& facts : all_rules()) {
        const std::string name(facts.name);
        INFO(name);
        const std::string page = page_of(name);
        const std::string deck = block(page, "markdown");
        if (deck.empty() || facts.level == Level::kError || name == "missing-file") {
            continue;
        }
        const Workspace work;
        const auto is_said = [&](const std::string& text, const std::string& options = "") {
            work.write("talk.md", text);
            return has(work.run("check --format short " + options + " talk.md").err,
                       "[" + name + "]");
        };
        CHECK(!is_said(deck, "--allow " + name));
        const std::string comment = "<!-- ghreveal-disable-next-line " + name + " -->";
        if (has(page, comment)) {
            const bool is_in_yaml = has(page, "`# " + comment) && deck.starts_with("---");
            CHECK(!is_said(
                with_line_before(deck, block(page, "text"), (is_in_yaml ? "# " : "") + comment)));
        }
        if (has(page, "in its front matter")) {
            CHECK(!is_said(
                with_line_before(deck, "a:2:", "# <!-- ghreveal-disable-slide " + name + " -->")));
        }
        work.write("ghreveal.yml", "lint: {" + name + ": off}\n");
        CHECK(!is_said(deck));
    }
}
