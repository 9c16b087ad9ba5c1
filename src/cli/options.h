// The command line as values. Parsing is CLI11's; what is allowed is decided here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/notes/notes_files.h"
#include "export/sheets/handout.h"
#include "pages/session.h"

namespace ghreveal::cli {

enum class Command { kExport, kCheck, kInspect, kThemes };
enum class Stage { kHtml, kDom, kStyle, kBoxes, kLayout, kPaint, kSteps };

// Which files an export writes, and how large its pictures are.
struct OutputOptions {
    bool pdf = false;
    bool png = false;
    bool svg = false;
    bool thumbnails = false;
    bool contact_sheet = false;
    bool json = false;
    bool handout = false;
    bool notes = false;
    bool pdfpc = false;
    bool annotate_notes = false;
    std::string notes_word;  // as it was given
    exporter::NotesFormat notes_format = exporter::NotesFormat::kMarkdown;
    exporter::HandoutOptions handout_options;  // but for the paper and all_steps
    bool landscape = false;
    bool fragments_given = false;
    int width = 0;     // of PNGs, in pixels; 0: by the others
    int height = 0;    // the same
    double scale = 1;  // pixels a px, when neither is given
    int thumbnail_width = 320;
    int columns = 0;            // of contact sheets; 0: what suits
    std::optional<Size> paper;  // upright, px; nothing: the default
};

struct Options {
    Command command = Command::kExport;
    std::vector<std::string> decks;
    std::vector<std::string> themes;  // names or sheets, of `ghreveal themes`; none: the bundled
    std::string output;               // -o; empty: beside the deck
    OutputOptions outputs;
    bool drafts = false;  // of folders: also the decks that say `draft: true`
    int threads = 1;
    bool strict = false;
    bool quiet = false;
    bool verbose = false;
    Stage stage = Stage::kLayout;
    pages::ExportOptions exporting;
};

// What a command line asks for: options to run with, or a text to print and a status to end with
// (--help and --version end with 0, wrong usage with 2).
struct ParsedCommandLine {
    std::optional<Options> options;
    std::string text;
    int status = 0;
};

ParsedCommandLine parse_command_line(int argc, const char* const* argv);

// "1280x720" -> px; throws std::invalid_argument with the sentence to show.
Size parse_page_size(const std::string&);

}  // namespace ghreveal::cli
