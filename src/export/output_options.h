// Which files an export writes, and how they look.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "export/handout/handout_options.h"
#include "export/notes/notes_files.h"
#include "export/pdf/pdf_options.h"
#include "export/shard.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

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
    bool presenter = false;
    bool presenter_pdfpc = false;  // pdfpc's file for the presenter's PDF
    PdfOptions pdf_options;
    NotesFormat notes_format = NotesFormat::kMarkdown;
    HandoutOptions handout_options;       // but for the paper
    std::set<std::string> handout_given;  // options of it that the command line has
    bool notes_pages = false;             // without effect: notes always have pages
    bool fragments_given = false;
    int width = 0;     // of PNGs, in pixels; 0: by the others
    int height = 0;    // the same
    double scale = 1;  // pixels a px, when neither is given
    int thumbnail_width = 320;
    int columns = 0;             // of contact sheets; 0: what suits
    std::optional<Size> paper;   // upright, px; nothing: the default
    std::optional<Shard> shard;  // nothing: all of the work
};

}  // namespace ghreveal::exporter
