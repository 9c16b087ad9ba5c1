// Fonts that the deck's own sheets ask for and that are not at hand: its text has others than its
// author sees.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "style/sheets/sheet_loader.h"
#include "style/style_block.h"
#include "text/font_book.h"

namespace ghreveal::style {

class MissingFonts {
public:
    // What an @font-face of the sheets names is told of with its file.
    MissingFonts(const text::FontBook&, const std::vector<LoadedSheet>&, Diagnostics&);

    // Tells of a list of families of which none is there but generic ones, once for each.
    void check(const StyleBlock&);

private:
    void check(const std::vector<std::string>& families, const SourcePosition&);

    const text::FontBook& fonts_;
    Diagnostics& diagnostics_;
    std::unordered_set<std::string> told_;  // in lower case, as those below
    std::unordered_set<std::string> with_face_;
};

}  // namespace ghreveal::style
