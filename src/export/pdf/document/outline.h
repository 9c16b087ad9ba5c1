// A document's outline (PDF 32000-1 §12.3.3): what viewers show beside the pages.
#pragma once

#include <string>
#include <vector>

#include "export/pdf/file/pdf_file.h"

namespace ghreveal::exporter {

struct OutlineItem {
    int parent = 0;  // the number of an item before it, from 1; 0: none
    std::string title;
    std::string destination;
};

// Gives the outline's object; 0: there is none.
int write_outline(const std::vector<OutlineItem>&, PdfFile&);

}  // namespace ghreveal::exporter
