// Which reveal.js a page was written for.
#pragma once

#include <optional>
#include <string_view>

#include "deck/deck.h"

namespace ghreveal::deck {

// "4.1.0", "3.8", "5": nothing for text that does not begin so.
std::optional<RevealVersion> parse_version(std::string_view text);

// By the addresses of the page's sheets and scripts, else by the first words of the reveal.js that
// stands beside it; 3.5 where neither says.
RevealVersion version_of_page(const dom::Node& html, const media::Site&, const Limits&);

}  // namespace ghreveal::deck
