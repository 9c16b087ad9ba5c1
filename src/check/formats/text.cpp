#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/formats/formats.h"

namespace ghreveal::check {

namespace {

// SGR codes (ECMA-48 §8.3.117).
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kBlue = "\x1b[1;34m";
constexpr std::string_view kPlain = "\x1b[0m";

std::string_view color_of(Level level) {
    return level == Level::kError     ? "\x1b[1;31m"
           : level == Level::kWarning ? "\x1b[1;33m"
                                      : "\x1b[1;36m";
}

std::string painted(std::string_view text, std::string_view color, Colors colors) {
    return colors == Colors::kNone ? std::string(text) : fmt::format("{}{}{}", color, text, kPlain);
}

std::string place_of(const SourcePosition& where) {
    std::string place = to_string(where);
    if (where.line > 0 && where.column > 0) {
        place += fmt::format(":{}", where.column);
    }
    return place;
}

std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

std::string to_short(const Finding& finding) {
    const std::string place = place_of(finding.where);
    return printable(fmt::format("{}{}{}: {}{}{} [{}]", place, place.empty() ? "" : ": ",
                                 name_of(finding.level), sentence(finding),
                                 finding.hint.empty() ? "" : "; ", finding.hint,
                                 facts_of(finding.rule).name)) +
           "\n";
}

std::string to_human(const Finding& finding, Colors colors) {
    std::string text =
        painted(fmt::format("{}[{}]", name_of(finding.level), facts_of(finding.rule).name),
                color_of(finding.level), colors);
    text += painted(": " + printable(sentence(finding)), kBold, colors) + "\n";
    const std::string number =
        finding.where.line > 0 ? std::to_string(finding.where.line) : std::string();
    const std::string margin(number.size(), ' ');
    const std::string place = place_of(finding.where);
    if (!place.empty()) {
        const std::string slide =
            finding.slide.empty() ? "" : fmt::format(" (slide {})", printable(finding.slide));
        text += fmt::format("{}{} {}{}\n", margin, painted("-->", kBlue, colors), printable(place),
                            slide);
    }
    if (!finding.source.empty()) {
        const std::string bar = painted("|", kBlue, colors);
        text += fmt::format("{} {} {}\n", painted(number, kBlue, colors), bar,
                            printable(finding.source));
        if (finding.where.column > 0) {
            const auto length = std::max(1, finding.where.end_column - finding.where.column);
            text += fmt::format("{} {} {:>{}}{}\n", margin, bar, "", finding.where.column - 1,
                                painted(std::string(static_cast<std::size_t>(length), '^'),
                                        color_of(finding.level), colors));
        }
    }
    if (!finding.hint.empty()) {
        text += fmt::format("{} {} help: {}\n", margin, painted("=", kBlue, colors),
                            printable(finding.hint));
    }
    return text + "\n";
}

std::string count_line(const Findings& findings, std::size_t decks) {
    std::array<std::size_t, 4> of_level{};
    for (const Finding& finding : findings) {
        of_level.at(static_cast<std::size_t>(finding.level)) +=
            static_cast<std::size_t>(finding.count);
    }
    return fmt::format("{}, {} and {} in {}\n",
                       counted(of_level[static_cast<std::size_t>(Level::kError)], "error"),
                       counted(of_level[static_cast<std::size_t>(Level::kWarning)], "warning"),
                       counted(of_level[static_cast<std::size_t>(Level::kNote)], "note"),
                       counted(decks, "deck"));
}

Findings worst_first(Findings findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.level > b.level; });
    return findings;
}

}  // namespace ghreveal::check
