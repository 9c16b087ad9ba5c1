// Themes: style sheets, by name or by file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "deck/deck.h"
#include "media/site.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::style {

// Whether a theme is named by its file, not by its name.
bool is_theme_file(const std::string& name);
// The file of a theme's sheet: of a path, which is the shell's when `where` names no file and the
// site's otherwise; or of a name, from the folders `themes` of the deck, of the site, and of the
// program, as reveal.js's version has it. Throws Error naming the themes there are.
std::filesystem::path find_theme(const std::string& name, const media::Site&, const SourcePosition&,
                                 deck::RevealVersion = {});
// The names of the bundled themes, sorted.
std::vector<std::string> bundled_themes();
// What the sheet's first comment begins with: a sentence without its full stop, or "". Throws Error
// when the sheet cannot be read.
std::string theme_description(const std::filesystem::path& sheet, const Limits& = {});

}  // namespace ghreveal::style
