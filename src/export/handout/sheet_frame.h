// Where things go on a handout's sheets, and how large slides get there. px of the paper.
#pragma once

#include <optional>

#include "export/handout/handout_options.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

inline constexpr Px kColumnGap = 16;
// Lines of notes have about 60 to 75 characters (Bringhurst §2.1.2), fewer only on narrow paper.
inline constexpr Px kShortestLine = 350;
inline constexpr Px kLongestLine = 410;

// As many columns of such lines as a width has room for, one at least.
int columns_of_text(Px width);

struct SheetFrame {
    Size paper;
    Rect head;
    Rect body;  // a whole number of the notes' lines high
    Rect foot;
};

// Without the binding, which moves the frame page by page.
SheetFrame sheet_frame(const HandoutOptions&, Orientation);

// Columns and rows of equal slides, each with its caption below it.
struct SlideGrid {
    SheetFrame frame;
    int columns = 1;
    int rows = 1;
    Size slide;       // as it is shown
    Px column_width;  // the slides' places are this wide
    Px column_x(int column) const { return frame.body.x + column * (column_width + kColumnGap); }
};

// Slides that leave room for a line beside them, where the grid's own columns are too short for
// one; nothing when they are not, or the paper is too narrow for both.
std::optional<Size> slide_beside_text(const SlideGrid&);

struct GridRequest {
    Size slide;  // its shape
    int at_least = 6;
    int least_columns = 1;
    Px least_width = 0;  // of more columns than these
};

// Of all grids of so many slides the one whose slides are largest; on paper turned as it is asked
// for, else as it suits.
SlideGrid slide_grid(const HandoutOptions&, const GridRequest&);
// One column less or more wide than the slides make it: a grid of these columns.
SlideGrid grid_of_columns(const HandoutOptions&, Orientation, const GridRequest&, int columns);

// The slide and its caption, in lines of the notes.
Px cell_height(const SlideGrid&);

}  // namespace ghreveal::exporter
