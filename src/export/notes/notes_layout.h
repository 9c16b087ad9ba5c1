// Speaker notes laid out for paper, by the same engine as slides.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "export/sheets/sliced_page.h"
#include "pages/session.h"

namespace ghreveal::exporter {

struct LaidOutNote {
    paint::DisplayList page;  // from its top left, px
    Px height = 0;
    std::vector<Unbreakable> parts;
};

// By index into the deck's slides; those without notes are missing. `sheets` are applied after
// themes/base/notes.css. Throws Error for a sheet that cannot be read.
std::map<std::size_t, LaidOutNote> lay_out_notes(pages::Session&, Px width,
                                                 const std::vector<std::filesystem::path>& sheets);

}  // namespace ghreveal::exporter
