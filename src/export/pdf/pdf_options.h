// What a PDF of slides is asked to be.
#pragma once

#include <cstdint>

namespace ghreveal::exporter {

// Which of a slide's pages says what stands on several of them.
enum class TaggedStep : std::uint8_t { kFirst, kLast };

// What archives ask of a document (ISO 19005-2 and -3, level A).
enum class Archival : std::uint8_t {
    kNone,
    kPdfA2,
    kPdfA3,  // may have files attached
};

// Of every kind of PDF.
struct PdfFormat {
    Archival archival = Archival::kNone;
    double image_dpi = 300;  // pictures have no more pixels an inch; 0: all that they have
};

struct PdfOptions {
    bool annotate_notes = false;  // each page has its slide's notes
    TaggedStep tagged_step = TaggedStep::kFirst;
    bool fullscreen = false;  // viewers show it so when they open it
    bool transitions = true;  // from slide to slide, as the deck has them
    PdfFormat format;
};

}  // namespace ghreveal::exporter
