// What layout needs besides the boxes.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>

#include "media/loader.h"
#include "style/style_engine.h"
#include "support/error.h"
#include "support/limits.h"
#include "text/hyphenation.h"
#include "text/shape.h"

namespace ghreveal::layout {

struct LayoutCache;

// What layout needs besides the slide; lives as long as the export of a deck.
struct LayoutContext {
    text::Shaper& shaper;
    media::ImageLoader& images;
    Diagnostics& diagnostics;
    std::string file;  // of the deck, for messages
    Limits limits{};
    // Boxes laid out and measured so far, each time they are: what tests count instead of time.
    std::uint64_t work = 0;
    // Those of the slide being laid out. Set by lay_out_section for the time it works, as the cache
    // is (layout/layout_cache.h).
    const style::SlideStyles* styles = nullptr;
    LayoutCache* cache = nullptr;
    text::Hyphenator hyphenator{};
    std::set<std::string, std::less<>> unknown_languages{};  // said to have no patterns
};

}  // namespace ghreveal::layout
