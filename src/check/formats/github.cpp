#include <fmt/format.h>

#include "check/formats/formats.h"

namespace ghreveal::check {

namespace {

// GitHub shows ten annotations of each kind that a step makes.
constexpr std::size_t kShownAnnotations = 10;

// As actions/toolkit writes them: messages, and in addition properties' own separators.
std::string escaped(std::string_view text, std::string_view also = "") {
    std::string out;
    for (const char byte : text) {
        const bool special = byte == '%' || byte == '\r' || byte == '\n' ||
                             also.find(byte) != std::string_view::npos;
        if (special) {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        } else {
            out += byte;
        }
    }
    return out;
}

std::string property(std::string_view text) {
    return escaped(text, ":,");
}

const char* command_of(Level level) {
    return level == Level::kError ? "error" : level == Level::kWarning ? "warning" : "notice";
}

std::string cell(std::string_view text) {
    std::string out;
    for (const char byte : printable(std::string(text))) {
        if (byte == '|' || byte == '<' || byte == '`' || byte == '\\') {
            out += '\\';
        }
        out += byte;
    }
    return out;
}

}  // namespace

std::string to_github(const Findings& findings) {
    std::string commands;
    std::size_t shown = 0;
    for (const Finding& finding : worst_first(findings)) {
        if (shown++ == kShownAnnotations) {
            break;
        }
        std::string properties = fmt::format("title={}", property(facts_of(finding.rule).name));
        if (!finding.where.file.empty()) {
            properties += fmt::format(",file={}", property(finding.where.file));
        }
        if (finding.where.line > 0) {
            properties += fmt::format(",line={}", finding.where.line);
        }
        if (finding.where.column > 0) {
            properties +=
                fmt::format(",col={},endColumn={}", finding.where.column, finding.where.end_column);
        }
        const std::string hint = finding.hint.empty() ? "" : "; " + finding.hint;
        commands += fmt::format("::{} {}::{}\n", command_of(finding.level), properties,
                                escaped(sentence(finding) + hint));
    }
    return commands;
}

std::string to_github_summary(const Findings& findings) {
    std::string table = "| level | place | what | rule |\n|---|---|---|---|\n";
    for (const Finding& finding : worst_first(findings)) {
        table += fmt::format("| {} | {} | {} | {} |\n", name_of(finding.level),
                             cell(to_string(finding.where)), cell(sentence(finding)),
                             facts_of(finding.rule).name);
    }
    return table;
}

}  // namespace ghreveal::check
