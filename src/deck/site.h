// Where a deck's site is: the nearest folder upward with a `_config.yml` (format.md §1).
#pragma once

#include <filesystem>
#include <string>

#include "media/site.h"

namespace ghreveal::deck {

// `deck_file` may be "-" (standard input): then the working folder is the deck's.
media::Site find_site(const std::string& deck_file);

}  // namespace ghreveal::deck
