// What Cairo 1.16 cannot write into a PDF, added to its bytes afterwards (libqpdf, as a module).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ghreveal::exporter {

// A text annotation (PDF 32000-1 §12.5.6.4), closed, in the page's upper right corner.
struct PageNote {
    std::size_t page = 0;  // from 0
    std::string title;     // UTF-8, as all texts here
    std::string text;
};

struct PdfAdditions {
    std::string language;     // BCP 47, of the whole document (§14.9.2); empty: not said
    std::string page_labels;  // the number tree, as PDF; empty: the document has them
    std::vector<PageNote> notes;
};

// The document with the additions; the same bytes for the same input. Throws Error.
std::string with_additions(const std::string& pdf, const PdfAdditions&);

}  // namespace ghreveal::exporter
