// Where a deck's site is: the nearest folder upward with a `_config.yml` (format.md §1).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "media/site.h"

namespace ghreveal::deck {

// `deck_file` may be "-" (standard input): then the working folder is the deck's.
media::Site find_site(const std::string& deck_file);

// The same for a page or a reveal-md deck, which no Jekyll site has to be around: the nearest
// folder upward that a project's own files mark (`.git`, `package.json`, …), since such decks name
// what stands beside their folder (`../dist/reveal.css`).
media::Site find_project(const std::string& deck_file);

// The nearest file of this name, from the deck's folder up to its site's root.
std::optional<std::filesystem::path> nearest_file(const media::Site&, std::string_view name);

}  // namespace ghreveal::deck
