// The program's own copies of what reveal.js and its plugins bring, by reveal.js's version.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "deck/deck.h"

namespace ghreveal::style {

// reveal.js's own sheet, with its reset.
std::filesystem::path reveal_sheet(deck::RevealVersion);

// A bundled theme as that version has it; nothing when there is none of the name.
std::optional<std::filesystem::path> bundled_theme(std::string_view name, deck::RevealVersion);

// What stands for a sheet of reveal.js, its themes, its code colours or icons that a page names by
// `address`; nothing for any other sheet.
std::optional<std::filesystem::path> stand_in_sheet(std::string_view address, deck::RevealVersion);

// Whether the file is one of the program's own themes.
bool is_bundled(const std::filesystem::path& theme);

}  // namespace ghreveal::style
