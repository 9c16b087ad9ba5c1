// Which files of a folder are decks.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "deck/jekyll/site_configuration.h"

namespace ghreveal::deck::jekyll {

// As deck::kind_of_file, of a file of this site: who asks for many reads its settings once.
FileKind kind_of_file(std::string_view text, const std::string& file, const SiteConfiguration&);

}  // namespace ghreveal::deck::jekyll
