// What a handout is asked to be.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/geometry.h"

namespace ghreveal::exporter {

enum class Orientation : std::uint8_t { kPortrait, kLandscape };

enum class RuledLines : std::uint8_t { kNone, kBeside, kBelow };

struct HandoutOptions {
    Size paper{793.7, 1122.52};              // px, upright
    std::optional<Orientation> orientation;  // nothing: what makes the slides larger
    int per_page = 0;                        // 1, 2, 3, 4, 6, 8 or 9; 0: what suits
    bool article = false;                    // text and notes, no slides
    Px margin = 37.8;                        // px on all sides: 10 mm
    Px binding = 0;                          // more on the inner side
    bool duplex = false;                     // the inner side is right on even pages
    RuledLines lines = RuledLines::kNone;    // to write on
    bool with_notes = true;
    bool ink_saver = true;
    bool cover = false;
    // Parts left|middle|right with {title}, {subtitle}, {author}, {date}, {page}, {pages}.
    std::string header = "{title}||{date}";
    std::string footer = "||{page} / {pages}";
    std::vector<std::filesystem::path> notes_sheets;
};

}  // namespace ghreveal::exporter
