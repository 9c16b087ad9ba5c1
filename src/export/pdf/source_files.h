// The files that a deck is made of, to go with its PDF.
#pragma once

#include <vector>

#include "export/pdf/document/attachments.h"
#include "pages/session.h"

namespace ghreveal::exporter {

// The deck, its includes, style sheets and pictures, named as they lie in the site; of what comes
// from the web and from standard input nothing. Throws Error for a file that cannot be read.
std::vector<Attachment> source_files(pages::Session&);

}  // namespace ghreveal::exporter
