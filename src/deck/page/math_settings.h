// How a page's scripts would find and set formulas: reveal.js's math plugin, MathJax by itself,
// KaTeX with auto-render. Without any of them TeX is plain text, as in a browser.
#pragma once

#include <yaml-cpp/yaml.h>

#include "deck/deck.h"
#include "deck/page/scripts/page_scripts.h"

namespace ghreveal::deck {

// Fills Deck::math from the page's scripts.
void read_math_settings(Deck&, const std::vector<PageScript>&, const ReadOptions&);

// Macros and delimiters from a map as reveal.js's plugins, MathJax and auto-render take it; a
// deck's front matter has one under `math`.
void read_math_map(const YAML::Node&, math::Settings&);

}  // namespace ghreveal::deck
