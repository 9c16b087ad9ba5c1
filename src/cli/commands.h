// One function a command; each handles one deck and throws Error when it cannot.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "batch/export_record.h"
#include "check/finding.h"
#include "check/source_text.h"
#include "cli/options.h"
#include "export/output_guard.h"
#include "export/targets.h"
#include "pages/session.h"
#include "support/error.h"
#include "support/timings.h"

namespace ghreveal::cli {

class Progress;

// Where the outputs of one of the decks go.
exporter::Targets targets_of(const Options&, const std::string& deck_path);

// What a deck's run tells as it goes.
struct DeckRun {
    Diagnostics& diagnostics;
    Timings& timings;
    Progress& progress;
    std::shared_ptr<const exporter::KnownFiles> decks;  // of the run
};

enum class Freshness : std::uint8_t {
    kNew,
    kUnchanged,  // nothing was written: all is as it was
};

struct Exported {
    std::string summary;  // what was written, a line each: "talk.pdf: 82 pages"
    check::Findings findings;
    batch::ExportRecord record;
    Freshness freshness = Freshness::kNew;
    int pages = 0;  // painted
};
// Writes what is asked for, each file whole or not at all; nothing when an earlier run has, and all
// that it read is as it was (--force does).
Exported export_deck(const Options&, const std::string& deck_path, const DeckRun&);
// Lays out and paints every page, and writes nothing. What stops it is a finding, too.
check::Findings check_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// Of anything but a check, what is worth a warning; the session may be null: the deck could not be
// read.
check::Findings warnings_of(const Options&, const pages::Session*, const Diagnostics&,
                            check::SourceTexts&);
// What `--stage` asks for, as text.
std::string inspect_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// The themes asked for, or all bundled ones, one a line with what its sheet says of it.
std::string list_themes(const Options&);
// Writes one page with a sample slide in each of them; gives what was written.
std::string draw_themes(const Options&, Diagnostics&, Timings&);

}  // namespace ghreveal::cli
