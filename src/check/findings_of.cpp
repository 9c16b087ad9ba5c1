#include "check/findings_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

namespace ghreveal::check {

namespace {

const deck::Slide* slide_at(const deck::Deck* deck, const SourcePosition& where) {
    if (deck == nullptr || where.file != deck->file || where.line <= 0) {
        return nullptr;
    }
    // A line between two slides is of the second, which begins there.
    const deck::Slide* found = nullptr;
    for (const deck::Slide& slide : deck->slides) {
        if (slide.first_line <= where.line && where.line <= slide.last_line &&
            (found == nullptr || found->first_line < slide.first_line)) {
            found = &slide;
        }
    }
    return found;
}

// Files that a deck reads have absolute paths; of a deck that was named from the current folder,
// those below it are named from there as well.
SourcePosition as_the_deck_is_named(SourcePosition where, const deck::Deck* deck) {
    namespace fs = std::filesystem;
    if (deck == nullptr || fs::path(deck->file).is_absolute() || !where.file.starts_with('/')) {
        return where;
    }
    std::error_code failure;
    const std::string folder = (fs::current_path(failure) / "").string();
    if (!failure && where.file.starts_with(folder)) {
        where.file.erase(0, folder.size());
    }
    return where;
}

// What a keyword says of a whole slide is known by the slide's first line: the line that has the
// words is where it can be mended.
SourcePosition place_on_slide(const Diagnostic& diagnostic, const deck::Slide* slide,
                              SourceTexts& sources) {
    SourcePosition where = diagnostic.where;
    if (slide == nullptr || where.line != slide->first_line || where.column != 0) {
        return where;
    }
    for (int line = slide->first_line; line <= slide->last_line; ++line) {
        if (names_first_quoted(sources.line(where.file, line), diagnostic.what)) {
            where.line = line;
            break;
        }
    }
    return where;
}

std::string name_of(const deck::Slide& slide) {
    return slide.title.empty()
               ? deck::to_string(slide.index)
               : fmt::format("{} \"{}\"", deck::to_string(slide.index), slide.title);
}

bool is_silenced(const Diagnostic& diagnostic, const SourcePosition& place,
                 const deck::Slide* slide, SourceTexts& sources) {
    const SourcePosition& where = diagnostic.where;
    for (const int line : {where.line, place.line}) {
        if (disables(sources.line(where.file, line - 1), "ghreveal-disable-next-line",
                     diagnostic.rule)) {
            return true;
        }
    }
    for (int line = slide != nullptr ? slide->first_line : 1;
         slide != nullptr && line <= slide->last_line; ++line) {
        if (disables(sources.line(where.file, line), "ghreveal-disable-slide", diagnostic.rule)) {
            return true;
        }
    }
    return false;
}

// Those that say the same of one file are one, whatever their lines: a library's style sheet says
// what is not known hundreds of times.
std::string group_of(const Diagnostic& diagnostic) {
    if (!diagnostic.group.empty()) {
        return fmt::format("{} {}", facts_of(diagnostic.rule).name, diagnostic.group);
    }
    return diagnostic.rule == Rule::kCssUnsupported || diagnostic.rule == Rule::kLiquid
               ? fmt::format("{}\n{}", diagnostic.where.file, diagnostic.what)
               : "";
}

}  // namespace

std::string sentence(const Finding& finding) {
    return finding.count == 1
               ? finding.what
               : fmt::format("{} (and {} more like it)", finding.what, finding.count - 1);
}

Findings findings_of(const Diagnostics& diagnostics, const deck::Deck* deck,
                     const LintSettings& settings, SourceTexts& sources) {
    Findings findings;
    std::unordered_map<std::string, std::size_t> first_of_group;
    for (const Diagnostic& diagnostic : diagnostics.warnings()) {
        const Level level = settings.level_of(diagnostic.rule);
        const deck::Slide* slide = slide_at(deck, diagnostic.where);
        const SourcePosition place = place_on_slide(diagnostic, slide, sources);
        if (level == Level::kOff || is_silenced(diagnostic, place, slide, sources)) {
            continue;
        }
        if (const std::string group = group_of(diagnostic); !group.empty()) {
            const auto [first, is_new] = first_of_group.try_emplace(group, findings.size());
            if (!is_new) {
                ++findings[first->second].count;
                continue;
            }
        }
        const std::string source(sources.line(place.file, place.line));
        // What the network does not give is the same for all decks.
        const std::string of_call = diagnostic.rule == Rule::kNetwork ? diagnostic.group : "";
        findings.push_back(
            {diagnostic.rule, level,
             as_the_deck_is_named(with_columns(place, source, diagnostic.what), deck),
             diagnostic.what, diagnostic.hint, slide != nullptr ? name_of(*slide) : "", source, 1,
             of_call});
    }
    return findings;
}

Finding finding_of(const Error& error, SourceTexts& sources) {
    const std::string source(sources.line(error.where().file, error.where().line));
    return {error.rule(),
            Level::kError,
            with_columns(error.where(), source, error.what()),
            error.what(),
            error.hint(),
            "",
            source,
            1,
            ""};
}

Findings merged_over_decks(const Findings& all) {
    Findings merged;
    std::unordered_map<std::string, std::size_t> first_of_group;
    for (const Finding& finding : all) {
        if (!finding.group.empty()) {
            const auto [first, is_new] = first_of_group.try_emplace(finding.group, merged.size());
            if (!is_new) {
                merged[first->second].count += finding.count;
                continue;
            }
        }
        merged.push_back(finding);
    }
    return merged;
}

}  // namespace ghreveal::check
