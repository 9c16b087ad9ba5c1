// Files inside a document that belong to all of it (ISO 32000-2 §14.13, as PDF/A-3 has it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/pdf/file/pdf_file.h"

namespace ghreveal::exporter {

enum class Relationship : std::uint8_t {
    kSource,      // what the document was made from
    kSupplement,  // what that needs
};

struct Attachment {
    std::string name;  // a path, with "/"
    std::string bytes;
    Relationship relationship = Relationship::kSupplement;
};

// The catalog's entries; empty without any.
struct AttachmentEntries {
    std::string catalog;  // "/AF[…]"
    std::string names;    // of the name tree, "/EmbeddedFiles …"
};
AttachmentEntries write_attachments(const std::vector<Attachment>&, PdfFile&);

// A formula's MathML as a file of its own, which its element names as associated: the object's
// number.
int write_mathml(std::string_view mathml, PdfFile&);

}  // namespace ghreveal::exporter
