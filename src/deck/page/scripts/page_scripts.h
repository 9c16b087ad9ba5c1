// A page's scripts: nothing of them is run, but what they load and set is read.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "dom/document.h"
#include "media/site.h"
#include "support/limits.h"

namespace ghreveal::deck {

struct PageScript {
    std::string address;  // empty: it is in the page
    std::string text;     // comments are blanks, so that all else stays where it is
    int line = 0;         // of its element
};

// In document order, without those that hold a section's Markdown.
std::vector<PageScript> page_scripts(const dom::Node& html);
// The same. Where none in the page hands reveal.js its settings, the site's file that does has its
// text too.
std::vector<PageScript> page_scripts(const dom::Node& html, const media::Site&, const Limits&);

std::vector<std::string_view> texts_of(const std::vector<PageScript>&);

// The calls that hand reveal.js its settings.
inline constexpr std::array<std::string_view, 4> kRevealCalls{
    "Reveal.initialize", "new Reveal", "deck.initialize", "Reveal.configure"};

}  // namespace ghreveal::deck
