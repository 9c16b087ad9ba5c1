// A page's content as Cairo writes it -> the same with what is content marked as such, and all else
// as decoration (PDF 32000-1 §14.6, §14.8.2.2).
#pragma once

#include <string_view>
#include <vector>

#include "export/pdf/content/content_marks.h"
#include "export/pdf/content/content_pieces.h"
#include "export/pdf/file/cairo_document.h"

namespace ghreveal::exporter {

// The pieces are found by where they begin, and followed by the number of their glyphs; what Cairo
// left out, because it shows nowhere, has no mark.
MarkedContent mark_content(std::string_view content, const std::vector<ContentPiece>&,
                           const FormBox& form_box);

}  // namespace ghreveal::exporter
