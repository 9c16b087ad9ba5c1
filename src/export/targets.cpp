#include "export/targets.h"

#include <algorithm>
#include <filesystem>

#include "support/error.h"

namespace ghreveal::exporter {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStandardStream = "-";

struct Kind {
    bool OutputOptions::*asked;
    std::string Targets::*target;
    const char* suffix;  // after the deck's name
    bool is_folder;
};

constexpr Kind kKinds[] = {
    {&OutputOptions::pdf, &Targets::pdf, ".pdf", false},
    {&OutputOptions::png, &Targets::png, "-png", true},
    {&OutputOptions::svg, &Targets::svg, "-svg", true},
    {&OutputOptions::thumbnails, &Targets::thumbnails, "-thumbnails", true},
    {&OutputOptions::contact_sheet, &Targets::contact_sheet, "-contact-sheet.pdf", false},
    {&OutputOptions::json, &Targets::manifest, ".json", false},
    {&OutputOptions::handout, &Targets::handout, "-handout.pdf", false},
    {&OutputOptions::notes, &Targets::notes, "-notes", false},
    {&OutputOptions::pdfpc, &Targets::pdfpc, ".pdfpc", false},
};

std::vector<Kind> kinds_asked(const OutputOptions& options) {
    std::vector<Kind> kinds;
    std::copy_if(std::begin(kKinds), std::end(kKinds), std::back_inserter(kinds),
                 [&](const Kind& kind) { return options.*kind.asked; });
    if (kinds.empty()) {
        kinds.push_back(kKinds[0]);
    }
    return kinds;
}

std::string notes_suffix(NotesFormat format) {
    switch (format) {
        case NotesFormat::kMarkdown:
            return ".md";
        case NotesFormat::kText:
            return ".txt";
        case NotesFormat::kHtml:
            return ".html";
        case NotesFormat::kJson:
            break;
    }
    return ".json";
}

// Beside the deck or in a folder, named after the deck.
Targets named_after(const fs::path& base, const std::vector<Kind>& kinds,
                    const OutputOptions& outputs) {
    Targets targets;
    for (const Kind& kind : kinds) {
        targets.*kind.target = base.string() + kind.suffix;
    }
    if (!targets.notes.empty()) {
        targets.notes += notes_suffix(outputs.notes_format);
    }
    return targets;
}

Targets to_standard_output(const Destination& destination, const std::vector<Kind>& kinds) {
    if (destination.deck_count > 1) {
        throw Error({}, "standard output takes one deck",
                    "name a folder with -o for several decks");
    }
    if (kinds.size() > 1 || kinds.front().is_folder) {
        throw Error({}, "standard output takes one file", "name a folder with -o");
    }
    Targets targets;
    targets.*kinds.front().target = kStandardStream;
    return targets;
}

}  // namespace

std::vector<std::string> Targets::all() const {
    std::vector<std::string> targets;
    for (const Kind& kind : kKinds) {
        if (!(this->*kind.target).empty()) {
            targets.push_back(this->*kind.target);
        }
    }
    return targets;
}

Targets targets_of(const OutputOptions& options, const Destination& destination,
                   const std::string& deck_path) {
    const std::vector<Kind> kinds = kinds_asked(options);
    const bool from_stdin = deck_path == kStandardStream;
    const fs::path stem = from_stdin ? fs::path("deck") : fs::path(deck_path).stem();
    const bool single_file = kinds.size() == 1 && !kinds.front().is_folder;
    if (destination.path.empty()) {
        return from_stdin && single_file
                   ? to_standard_output(destination, kinds)
                   : named_after(from_stdin ? stem : fs::path(deck_path).replace_extension(""),
                                 kinds, options);
    }
    if (destination.path == kStandardStream) {
        return to_standard_output(destination, kinds);
    }
    const fs::path output(destination.path);
    const bool is_folder = fs::is_directory(output) || destination.path.back() == '/';
    if (kinds.size() == 1 && destination.deck_count == 1 &&
        (!is_folder || kinds.front().is_folder)) {
        Targets targets;
        targets.*kinds.front().target = output.string();
        return targets;
    }
    if (!is_folder && kinds.size() == 1 && !kinds.front().is_folder) {
        throw Error({destination.path, 0}, "one file cannot take several decks",
                    "name a folder (with a / at its end) after -o");
    }
    if (!is_folder && fs::exists(output)) {
        throw Error({destination.path, 0}, "one file cannot take several outputs",
                    "name a folder after -o");
    }
    return named_after(output / stem, kinds, options);
}

}  // namespace ghreveal::exporter
