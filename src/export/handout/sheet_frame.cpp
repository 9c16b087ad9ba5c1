#include "export/handout/sheet_frame.h"

#include <algorithm>
#include <cmath>

#include "export/notes/notes_layout.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kHeadHeight = 18;
constexpr Px kHeadGap = 14;  // from the head to the body, from the body to the foot
constexpr Px kCaption = kGridLine;
constexpr Px kSmallestSlide = 16;

bool is_turned(const HandoutOptions& options, Orientation orientation) {
    const bool is_wide = options.paper.width > options.paper.height;
    return is_wide != (orientation == Orientation::kLandscape);
}

// As large as both a column and a row allow.
Size slide_in(const SlideGrid& grid, Size shape) {
    const Px row =
        std::floor((grid.frame.body.height + kGridLine) / grid.rows / kGridLine) * kGridLine -
        kGridLine;
    const Px height = std::max(kSmallestSlide, row - kCaption);
    const Px width =
        std::max(kSmallestSlide, std::min(grid.column_width, height * shape.width / shape.height));
    return {width, width * shape.height / shape.width};
}

SlideGrid larger(const SlideGrid& one, const SlideGrid& other) {
    constexpr Px kHair = 0.5;
    return other.slide.width > one.slide.width + kHair ? other : one;
}

}  // namespace

int columns_of_text(Px width) {
    return std::max(1, static_cast<int>((width + kColumnGap) / (kShortestLine + kColumnGap)));
}

std::optional<Size> slide_beside_text(const SlideGrid& grid) {
    constexpr double kLeastShare = 0.75;  // of the slide's size
    constexpr Px kLine = 360;             // somewhat more than the shortest
    const Px room = grid.frame.body.width - kColumnGap - kLine;
    const Size slide = grid.slide;
    if (grid.columns == 1 || grid.column_width >= kShortestLine ||
        room < slide.width * kLeastShare) {
        return {};
    }
    const Px width = std::min(slide.width, room);
    return Size{width, width * slide.height / slide.width};
}

SheetFrame sheet_frame(const HandoutOptions& options, Orientation orientation) {
    SheetFrame frame;
    frame.paper = options.paper;
    if (is_turned(options, orientation)) {
        std::swap(frame.paper.width, frame.paper.height);
    }
    const Size paper = frame.paper;
    const Px edge = std::min(options.margin, std::min(paper.width, paper.height) / 4);
    const Px binding = std::min(options.binding, paper.width / 4);
    const Px width = paper.width - 2 * edge - binding;
    frame.head = {edge, edge, width, kHeadHeight};
    frame.foot = {edge, paper.height - edge - kHeadHeight, width, kHeadHeight};
    const Px top = frame.head.bottom() + kHeadGap;
    const Px lines = std::floor((frame.foot.y - kHeadGap - top) / kGridLine);
    frame.body = {edge, top, width, std::max(1.0, lines) * kGridLine};
    return frame;
}

SlideGrid grid_of_columns(const HandoutOptions& options, Orientation orientation,
                          const GridRequest& request, int columns) {
    SlideGrid grid;
    grid.frame = sheet_frame(options, orientation);
    grid.columns = columns;
    grid.rows = (request.at_least + columns - 1) / columns;
    grid.column_width = (grid.frame.body.width - (columns - 1) * kColumnGap) / columns;
    grid.slide = slide_in(grid, request.slide);
    return grid;
}

SlideGrid slide_grid(const HandoutOptions& options, const GridRequest& request) {
    std::optional<SlideGrid> best;
    for (const Orientation orientation : {Orientation::kPortrait, Orientation::kLandscape}) {
        if (options.orientation.value_or(orientation) != orientation) {
            continue;
        }
        const int most = std::max(request.at_least, request.least_columns);
        for (int columns = request.least_columns; columns <= most; ++columns) {
            const SlideGrid grid = grid_of_columns(options, orientation, request, columns);
            if (columns > request.least_columns && grid.column_width < request.least_width) {
                break;
            }
            best = best ? larger(*best, grid) : grid;
        }
    }
    return *best;
}

Px cell_height(const SlideGrid& grid) {
    return whole_lines(grid.slide.height + kCaption);
}

}  // namespace ghreveal::exporter
