#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "check/fingerprint.h"
#include "check/formats/formats.h"

namespace ghreveal::check {

using nlohmann::ordered_json;

namespace {

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr const char* kHome = "https://github.com/ghreveal/ghreveal";

// SARIF 2.1.0 §3.27.10.
const char* level_word(Level level) {
    switch (level) {
        case Level::kError:
            return "error";
        case Level::kWarning:
            return "warning";
        case Level::kNote:
            return "note";
        case Level::kOff:
            break;
    }
    return "none";
}

std::string address_of(const RuleFacts& facts) {
    return fmt::format("{}/blob/main/docs/rules/{}.md", kHome, facts.name);
}

// What viewers show beside a finding (§3.49.13).
ordered_json help_of(const RuleFacts& facts) {
    return {{"text", fmt::format("{} Why, and how to mend it: {} To silence it: --allow {}, or "
                                 "`lint: {{{}: off}}` in ghreveal.yml.",
                                 facts.summary, address_of(facts), facts.name, facts.name)},
            {"markdown",
             fmt::format("{}\n\n[Why, and how to mend it]({}). To silence it: `--allow {}`, or "
                         "`lint: {{{}: off}}` in `ghreveal.yml`.",
                         facts.summary, address_of(facts), facts.name, facts.name)}};
}

ordered_json rules() {
    ordered_json list = ordered_json::array();
    for (const RuleFacts& facts : all_rules()) {
        list.push_back({{"id", facts.name},
                        {"shortDescription", {{"text", facts.summary}}},
                        {"help", help_of(facts)},
                        {"helpUri", address_of(facts)},
                        {"defaultConfiguration", {{"level", level_word(facts.level)}}}});
    }
    return list;
}

// A URI reference (§3.4.3): relative to %SRCROOT% where the file is below the working folder.
std::string uri_of(const std::string& file) {
    constexpr std::string_view kSafe = "-._~/";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string uri;
    for (const char byte : std::filesystem::path(file).lexically_normal().generic_string()) {
        const auto code = static_cast<unsigned char>(byte);
        const bool is_letter_or_digit = (code >= 'a' && code <= 'z') ||
                                        (code >= 'A' && code <= 'Z') ||
                                        (code >= '0' && code <= '9');
        if (is_letter_or_digit || kSafe.find(byte) != std::string_view::npos) {
            uri += byte;
        } else {
            uri.append(1, '%').append(1, kHex[code >> 4U]).append(1, kHex[code & 0xFU]);
        }
    }
    return file.starts_with('/') ? "file://" + uri : uri;
}

ordered_json location_of(const SourcePosition& where) {
    ordered_json artifact{{"uri", uri_of(where.file)}};
    if (!where.file.starts_with('/')) {
        artifact["uriBaseId"] = "%SRCROOT%";
    }
    ordered_json physical{{"artifactLocation", std::move(artifact)}};
    if (where.line > 0) {
        physical["region"] = {{"startLine", where.line}};
    }
    if (where.line > 0 && where.column > 0) {
        physical["region"]["startColumn"] = where.column;
        physical["region"]["endColumn"] = where.end_column;
    }
    return {{"physicalLocation", std::move(physical)}};
}

ordered_json result_of(const Finding& finding) {
    const std::string hint = finding.hint.empty() ? "" : "; " + finding.hint;
    ordered_json result{{"ruleId", facts_of(finding.rule).name},
                        {"ruleIndex", static_cast<int>(finding.rule)},
                        {"level", level_word(finding.level)},
                        {"message", {{"text", sentence(finding) + hint}}},
                        {"partialFingerprints", {{"ghreveal/v1", fingerprint_of(finding)}}}};
    if (!finding.where.file.empty()) {
        result["locations"] = ordered_json::array({location_of(finding.where)});
    }
    if (finding.count > 1) {
        result["occurrenceCount"] = finding.count;
    }
    return result;
}

}  // namespace

std::string to_sarif(const Findings& findings) {
    ordered_json results = ordered_json::array();
    for (const Finding& finding : findings) {
        results.push_back(result_of(finding));
    }
    const ordered_json driver{{"name", "ghreveal"},
                              {"version", GHREVEAL_VERSION},
                              {"informationUri", kHome},
                              {"rules", rules()}};
    const ordered_json run{{"tool", {{"driver", driver}}},
                           {"columnKind", "unicodeCodePoints"},
                           {"results", std::move(results)}};
    return ordered_json{
               {"$schema", kSchema}, {"version", "2.1.0"}, {"runs", ordered_json::array({run})}}
               .dump(2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

}  // namespace ghreveal::check
