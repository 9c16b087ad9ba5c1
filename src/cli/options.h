// The command line as values. Parsing is CLI11's; what is allowed is decided here.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "batch/dependencies.h"
#include "check/formats/formats.h"
#include "check/lint_settings.h"
#include "export/output_options.h"
#include "pages/session.h"

namespace ghreveal::cli {

enum class Command { kExport, kMerge, kWatch, kPreview, kCheck, kInspect, kThemes };
// What is made of the command line's own definition.
enum class Manual { kNone, kPage, kBash, kZsh, kFish };
enum class Stage { kMarkdown, kHtml, kDom, kStyle, kBoxes, kLayout, kPaint, kSteps };

struct Options {
    Command command = Command::kExport;
    Manual manual = Manual::kNone;       // asked for instead of a command on decks
    std::vector<std::string> named;      // decks and folders, as they were given
    std::vector<std::string> all_decks;  // of them
    std::vector<std::string> decks;      // those that this run is about: a shard has some of all
    std::vector<std::string> themes;     // names or sheets, of `ghreveal themes`; none: the bundled
    std::string output;                  // -o; empty: beside the deck
    exporter::OutputOptions outputs;
    // All that an export's bytes depend on but for files, in one text.
    std::string request;
    std::vector<std::string> option_names;  // all that the command has, without their dashes
    std::set<std::string> given;            // those that were given
    std::string dependencies;               // --deps: a file; may be empty
    batch::DependencyFormat dependency_format = batch::DependencyFormat::kMake;
    std::string notes_word;                // of --notes, as it was given
    bool drafts = false;                   // of folders: also the decks that say `draft: true`
    bool index = false;                    // --index
    std::optional<exporter::Shard> shard;  // --shard
    int output_number = 1;                 // which of the outputs that ghreveal.yml lists
    int port = 0;                          // of `preview`; 0: any
    bool opens_browser = false;            // the same
    int threads = 1;
    bool force = false;  // write what is unchanged, over text files that others made, too
    bool strict = false;
    bool quiet = false;
    bool verbose = false;
    Stage stage = Stage::kLayout;
    std::optional<check::MessageFormat> messages;  // nothing: by what standard error is
    check::LintOptions lint;
    std::string baseline;      // a file of findings that are not told again; may be empty
    std::string new_baseline;  // the file that they are written to; may be empty
    bool online = false;       // `check` may fetch
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

// "1280x720", "16:9" (720 px high), "A4" (across) -> px; throws std::invalid_argument with the
// sentence to show.
Size parse_page_size(const std::string&);

}  // namespace ghreveal::cli
