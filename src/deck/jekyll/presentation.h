// Whether a page of a site is a deck.
#pragma once

#include <string_view>

#include "deck/deck.h"
#include "deck/jekyll/page_address.h"
#include "deck/jekyll/site_configuration.h"

namespace ghreveal::deck::jekyll {

// Whether the layout that the front matter names, or one of those around it, loads reveal.js.
bool has_presentation_layout(const SitePage&, const SiteConfiguration&);

// Of `_presentations` all pages are decks, of other collections those with a presentation layout;
// of pages elsewhere those too, and those whose text shows gh-reveal's or reveal-md's hand. `text`:
// the whole file.
bool is_presentation(const SitePage&, std::string_view text, Format, const SiteConfiguration&);

}  // namespace ghreveal::deck::jekyll
