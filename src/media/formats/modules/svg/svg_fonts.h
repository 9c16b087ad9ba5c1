// The fonts that librsvg and Pango set an SVG's text in: ours, as anywhere on a slide, so that it
// is the same on every machine.
#pragma once

#include <string>

#include "media/formats/modules/svg/svg_tree.h"

namespace ghreveal::media {

// What a thread draws with; kept for all pictures whose text names the same families.
struct SvgFonts {
    std::string key;
    bool are_of_system = false;  // ours lack some of the text's characters
};

// Which fonts serve the text. `sheets` name the bundled faces in @font-face rules.
SvgFonts choose_fonts(const SvgText&, const std::vector<std::string>& sheets);
// Has this thread's Pango use them from now on.
void use_fonts(const SvgFonts&);

}  // namespace ghreveal::media
