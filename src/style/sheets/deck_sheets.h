// All the sheets that apply to a deck, in cascade order: the browser's, reveal.js's, the theme's,
// the extra ones, and those in the deck itself.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "deck/deck.h"
#include "style/sheets/sheet_loader.h"
#include "style/style_engine.h"

namespace ghreveal::style {

struct DeckSheets {
    std::vector<LoadedSheet> sheets;
    // The pictures named by sheets that may read files outside the site.
    std::vector<std::filesystem::path> trusted_pictures;
    std::shared_ptr<const css::CounterStyles> counter_styles;  // of all sheets; null: none
};

// Those that the author's sheets name, with their lines.
std::vector<SheetPicture> pictures_in(const DeckSheets&);

// Registers the sheets' faces with the book. Throws Error for a sheet that cannot be read.
DeckSheets load_sheets(const deck::Deck&, const std::filesystem::path& theme,
                       const std::vector<std::filesystem::path>& extra, const StyleOptions&,
                       text::FontBook&, Diagnostics&);

}  // namespace ghreveal::style
