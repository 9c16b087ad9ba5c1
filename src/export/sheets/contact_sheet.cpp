#include "export/sheets/contact_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "export/pdf/document/document_facts.h"
#include "export/sheets/placed_page.h"
#include "export/sheets/sheet_text.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kMargin = 32;
constexpr Px kGap = 20;
constexpr Px kCaptionSize = 12;
constexpr Px kCaptionHeight = 22;
constexpr Px kStackMark = 3;  // the bar that joins the slides of a stack
constexpr Color kStack{74, 144, 217, 1};

struct Grid {
    Size page;  // px
    int columns = 1;
    int rows = 1;  // on a page
    Size cell;     // the slide with its caption
};

int columns_for(std::size_t slides) {
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(static_cast<double>(slides)))), 1, 5);
}

Grid grid_for(std::size_t slides, Size slide, const ContactSheetOptions& options) {
    Grid grid;
    grid.columns = options.columns > 0 ? options.columns : columns_for(slides);
    const double aspect = slide.height / slide.width;
    const auto cell_of = [&](Px width) { return Size{width, width * aspect + kCaptionHeight}; };
    const auto count = static_cast<int>(slides);
    if (!options.paper) {
        grid.cell = cell_of(options.slide_width);
        grid.rows = std::max(1, (count + grid.columns - 1) / grid.columns);
        grid.page = {2 * kMargin + grid.columns * (grid.cell.width + kGap) - kGap,
                     2 * kMargin + grid.rows * (grid.cell.height + kGap) - kGap};
        return grid;
    }
    grid.page = *options.paper;
    const Px width = grid.page.width - 2 * kMargin + kGap;
    grid.cell = cell_of(std::max(16.0, width / grid.columns - kGap));
    grid.rows = std::max(
        1, static_cast<int>((grid.page.height - 2 * kMargin + kGap) / (grid.cell.height + kGap)));
    return grid;
}

class Sheet {
public:
    Sheet(const Grid& grid, text::Shaper& shaper) : grid_(grid), shaper_(shaper) {}

    void begin_page(paint::DisplayList& out) const {
        out.push_back(paint::FillRect{{{0, 0, grid_.page.width, grid_.page.height}, {}, {}, {}, {}},
                                      kSheetPaper});
    }

    void add(const SheetCell& shown, int place, paint::DisplayList& out) const {
        const int column = place % grid_.columns;
        const int row = place / grid_.columns;
        const Rect cell{kMargin + column * (grid_.cell.width + kGap),
                        kMargin + row * (grid_.cell.height + kGap), grid_.cell.width,
                        grid_.cell.height};
        const Rect target{cell.x, cell.y, cell.width, cell.height - kCaptionHeight};
        const std::size_t first = out.size();
        place_page(*shown.page, shown.page_size, target, PlacedLinks::kLeaveOut, out);
        make_part_of({shown.section, paint::ContentPart::kPicture}, first, out);
        draw_frame(target, 0.75, kSheetFrame, out);
        draw_text_in({cell.x, cell.bottom() - kCaptionHeight, cell.width, kCaptionHeight},
                     {.text = shown.caption,
                      .font = sheet_font(kCaptionSize),
                      .content = {shown.section, paint::ContentPart::kCaption}},
                     shaper_, out);
        if (shown.joins_next) {
            const Px end = column + 1 < grid_.columns ? kGap : kGap / 2;
            out.push_back(paint::FillRect{
                {{cell.right(), target.y + target.height / 2, end, kStackMark}, {}, {}, {}, {}},
                kStack});
        }
    }

private:
    Grid grid_;
    text::Shaper& shaper_;
};

bool are_in_one_stack(const deck::Slide& one, const deck::Slide& other) {
    return one.index.in_stack && other.index.in_stack && one.index.h == other.index.h;
}

}  // namespace

std::vector<SheetCell> sheet_cells(const deck::Deck& deck, const std::vector<SheetSlide>& slides,
                                   Size slide_page_size) {
    std::vector<SheetCell> cells;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        const deck::Slide& slide = deck.slides[slides[i].slide];
        cells.push_back(
            {slides[i].page, slide_page_size,
             fmt::format("{}  {}", deck::to_string(slide.index), outline_title(deck, slide)),
             slide.section,
             i + 1 < slides.size() && are_in_one_stack(slide, deck.slides[slides[i + 1].slide])});
    }
    return cells;
}

ContactSheet contact_sheet(const std::vector<SheetCell>& cells, const ContactSheetOptions& options,
                           text::Shaper& shaper) {
    const Grid grid = grid_for(cells.size(), cells.at(0).page_size, options);
    const Sheet sheet(grid, shaper);
    ContactSheet result{grid.page, {}, {}};
    const int on_page = grid.columns * grid.rows;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int place = static_cast<int>(i) % on_page;
        if (place == 0) {
            result.pages.emplace_back();
            sheet.begin_page(result.pages.back());
        }
        sheet.add(cells[i], place, result.pages.back());
        result.slides.push_back({cells[i].section, cells[i].caption});
    }
    return result;
}

}  // namespace ghreveal::exporter
