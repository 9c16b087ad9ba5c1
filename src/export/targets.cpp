#include "export/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "support/ascii.h"
#include "support/error.h"
#include "support/file.h"

namespace ghreveal::exporter {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStandardStream = "-";

struct Kind {
    bool OutputOptions::*asked;
    std::string Targets::*target;
    const char* suffix;  // after the deck's name
    bool is_folder;
    const char* name;     // for messages
    const char* endings;  // that a file of it may have, with blanks around each
};

constexpr Kind kKinds[] = {
    {&OutputOptions::pdf, &Targets::pdf, ".pdf", false, "a PDF", " .pdf "},
    {&OutputOptions::png, &Targets::png, "-png", true, "a folder of PNGs", ""},
    {&OutputOptions::svg, &Targets::svg, "-svg", true, "a folder of SVGs", ""},
    {&OutputOptions::thumbnails, &Targets::thumbnails, "-thumbnails", true,
     "a folder of thumbnails", ""},
    {&OutputOptions::contact_sheet, &Targets::contact_sheet, "-contact-sheet.pdf", false,
     "a contact sheet", " .pdf .png "},
    {&OutputOptions::json, &Targets::manifest, ".json", false, "a manifest", " .json "},
    {&OutputOptions::handout, &Targets::handout, "-handout.pdf", false, "a handout", " .pdf "},
    {&OutputOptions::presenter, &Targets::presenter, "-presenter.pdf", false, "a presenter's PDF",
     " .pdf "},
    {&OutputOptions::notes, &Targets::notes, "-notes", false, "notes",
     " .md .markdown .txt .html .htm .json "},
    {&OutputOptions::pdfpc, &Targets::pdfpc, ".pdfpc", false, "notes for pdfpc", " .pdfpc "},
    {&OutputOptions::presenter_pdfpc, &Targets::presenter_pdfpc, "-presenter.pdfpc", false,
     "a file for pdfpc", " .pdfpc "},
};

// Names that tell a program, or a person, what is in a file.
constexpr std::string_view kTellingEndings =
    " .pdf .png .svg .jpg .jpeg .gif .webp .json .md .markdown .txt .html .htm .pdfpc .css .yml "
    ".yaml .docx .pptx .odp .tex ";

bool is_among(const std::string& ending, std::string_view endings) {
    return endings.find(" " + ending + " ") != std::string_view::npos;
}

std::string lower_ending(const fs::path& output) {
    return ascii::lower_case(output.extension().string());
}

// "slides.png" is no name for a PDF. Throws Error.
void check_ending(const fs::path& output, const Kind& kind) {
    const std::string ending = lower_ending(output);
    if (is_among(ending, kTellingEndings) && !is_among(ending, kind.endings)) {
        throw Error(
            {output.string(), 0}, fmt::format("this is no name for {}", kind.name),
            kind.is_folder
                ? fmt::format("name a folder after -o, or each page's file: -o 'slides-{{0p}}{}'",
                              kind.target == &Targets::svg ? ".svg" : ".png")
                : fmt::format(
                      "let it end in{}",
                      std::string_view(kind.endings).substr(0, std::strlen(kind.endings) - 1)));
    }
}

// "talk.pdf" cannot be what several outputs' names begin with. Throws Error.
void check_no_ending(const fs::path& output) {
    if (is_among(lower_ending(output), kTellingEndings)) {
        throw Error({output.string(), 0}, "one file cannot take several outputs",
                    "leave its ending away: each output adds its own");
    }
}

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
    targets.*kinds.front().target = std::string(kStandardStream);
    return targets;
}

// The whole of what a folder's pictures are called.
Targets pictures_named(const NameTemplate& names, const std::vector<Kind>& kinds) {
    if (kinds.size() > 1 || !kinds.front().is_folder) {
        throw Error({names.text(), 0}, "fields of pages name pictures only",
                    "{slide}, {step}, {p}, {0p} and {t} are for one of --png, --svg, --thumbnails");
    }
    Targets targets;
    const fs::path folder = fs::path(names.text()).parent_path();
    targets.*kinds.front().target = folder.empty() ? "." : folder.string();
    targets.picture_names = names;
    return targets;
}

// {path} of a deck that was named itself is its folder as it was named, unless that leads away.
std::string path_field(const Destination& destination, const std::string& deck_path) {
    if (destination.below) {
        return *destination.below;
    }
    const fs::path folder = fs::path(deck_path).parent_path().lexically_normal();
    const bool leads_away = folder.is_absolute() || (!folder.empty() && *folder.begin() == "..");
    return leads_away ? "" : folder.string();
}

Targets named_by(const NameTemplate& names, const std::vector<Kind>& kinds,
                 const OutputOptions& outputs) {
    if (names.has_page_fields()) {
        return pictures_named(names, kinds);
    }
    const fs::path path = fs::path(names.text()).lexically_normal();
    if (kinds.size() > 1) {
        check_no_ending(path);
        return named_after(path, kinds, outputs);
    }
    check_ending(path, kinds.front());
    Targets targets;
    targets.*kinds.front().target = path.string();
    return targets;
}

}  // namespace

Targets targets_of_shard(Targets targets, const Shard& shard) {
    for (const Kind& kind : kKinds) {
        std::string& target = targets.*kind.target;
        if (!kind.is_folder && kind.target != &Targets::manifest && !shard.takes(kind.suffix)) {
            target.clear();
        }
    }
    if (!targets.manifest.empty()) {
        const fs::path manifest(targets.manifest);
        targets.manifest = (manifest.parent_path() / fmt::format("{}-shard-{}-of-{}.json",
                                                                 manifest.stem().string(),
                                                                 shard.index, shard.count))
                               .string();
    }
    return targets;
}

bool asks_for_any(const OutputOptions& options) {
    return std::any_of(std::begin(kKinds), std::end(kKinds),
                       [&](const Kind& kind) { return options.*kind.asked; });
}

std::vector<std::string> Targets::all() const {
    if (picture_names) {
        return {picture_names->text()};
    }
    std::vector<std::string> targets;
    for (const Kind& kind : kKinds) {
        if (!(this->*kind.target).empty()) {
            targets.push_back(this->*kind.target);
        }
    }
    return targets;
}

namespace {

std::vector<std::string> named_ones(std::initializer_list<std::string> targets) {
    std::vector<std::string> named;
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(named),
                 [](const std::string& target) { return !target.empty(); });
    return named;
}

}  // namespace

std::vector<std::string> Targets::drawn_files() const {
    return named_ones({pdf, contact_sheet, handout, presenter});
}

std::vector<std::string> Targets::text_files() const {
    return named_ones({manifest, notes, pdfpc, presenter_pdfpc});
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
    if (const NameTemplate names = NameTemplate::parse(destination.path); names.has_fields()) {
        return named_by(names.with({stem.string(), path_field(destination, deck_path)}), kinds,
                        options);
    }
    const fs::path output(destination.path);
    const bool to_folder = is_folder(output) || destination.path.back() == '/';
    if (kinds.size() == 1 && destination.deck_count == 1 &&
        (!to_folder || kinds.front().is_folder)) {
        check_ending(output, kinds.front());
        Targets targets;
        targets.*kinds.front().target = output.string();
        return targets;
    }
    if (!to_folder && kinds.size() == 1 && !kinds.front().is_folder) {
        throw Error({destination.path, 0}, "one file cannot take several decks",
                    "name a folder (with a / at its end) after -o");
    }
    if (!to_folder && is_there(output)) {
        throw Error({destination.path, 0}, "one file cannot take several outputs",
                    "name a folder after -o");
    }
    // Not "out/" / stem: libstdc++ 12 frees at random when memory fails while it joins that.
    const fs::path folder = destination.path.back() == '/' ? output.parent_path() : output;
    return named_after(destination.below ? folder / *destination.below / stem : folder / stem,
                       kinds, options);
}

}  // namespace ghreveal::exporter
