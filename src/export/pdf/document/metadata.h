// What a document says of itself: the information dictionary (PDF 32000-1 §14.3.3) and the same as
// XMP (ISO 16684-1), with what it conforms to (PDF/UA-1 §5).
#pragma once

#include <string>
#include <vector>

#include "export/pdf/pdf_options.h"

namespace ghreveal::exporter {

struct DocumentInfo {
    std::string title;
    std::string author;
    std::string subject;
    std::vector<std::string> keywords;
    std::string language;  // BCP 47
    std::string date;      // ISO 8601; empty: none
};

std::string info_dictionary(const DocumentInfo&);
std::string xmp_packet(const DocumentInfo&, Archival);

}  // namespace ghreveal::exporter
