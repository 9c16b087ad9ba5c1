#include "export/handout/automatic_layout.h"

#include <algorithm>
#include <array>
#include <optional>

#include "export/handout/flowing_notes.h"
#include "export/handout/sheet_builder.h"
#include "export/handout/sheet_plan.h"
#include "export/handout/slide_bands.h"

namespace ghreveal::exporter {

namespace {

constexpr int kSlidesOnSheet = 6;
constexpr int kSlidesOnWideSheet = 4;  // across, with notes
constexpr int kSlidesOnSmallSheet = 2;
constexpr Px kLeastForNotes = 180;  // a column's width
constexpr int kRuledBelow = 4;
constexpr Px kGap = kGridLine;                  // between bands
constexpr Px kLeastUnderSlide = 3 * kGridLine;  // a column under a slide that is worth while
constexpr double kHighestRow = 0.62;            // of the sheet
constexpr Px kNowhere = 1e9;
constexpr double kMostWhite = 0.3;  // of the sheet, left at its foot rather than breaking a note

// What may be given up for fewer sheets: the size of slides, of what a column allows, and notes in
// one piece, beside slides that stand at a sheet's foot.
struct Economy {
    double share = 1;
    bool breaks_at_foot = false;
};
struct Offer {
    Economy economy;
    double worth = 1;  // taken for this share of the sheets that it takes without
};
// From the best looking on. Slides are small only where sheets would be half empty.
constexpr std::array<Offer, 3> kOffers{Offer{{1, true}, 0.999}, Offer{{0.85, false}, 0.6},
                                       Offer{{0.7, false}, 0.6}};

class AutomaticLayout {
public:
    AutomaticLayout(pages::Session& session, const std::vector<HandoutSlide>& slides,
                    const HandoutOptions& options)
        : slides_(slides),
          options_(options),
          builder_(session, options),
          grid_(chosen_grid(session)),
          aside_(room_aside()),
          width_(aside_ ? text_width(*aside_) : std::min(grid_.column_width, kLongestLine)),
          plan_(grid_.frame.body, kGap),
          largest_slide_(grid_.slide) {
        if (options.with_notes) {
            notes_ = lay_out_notes(session, {.width = width_,
                                             .picture_height = grid_.frame.body.height / 2,
                                             .sheets = options.notes_sheets});
        }
    }

    Handout compose() {
        plan(best_economy());
        plan_.balance();
        plan_.draw([this] { builder_.begin_sheet(); });
        return builder_.take(grid_.frame.paper);
    }

private:
    Economy best_economy() {
        Economy best;
        if (notes_.empty()) {
            return best;
        }
        plan(best);
        auto sheets = static_cast<double>(plan_.sheet_count());
        for (const Offer& offer : kOffers) {
            if (sheets <= 1 || (aside_ && offer.economy.share < 1)) {
                break;
            }
            plan(offer.economy);
            if (const auto taken = static_cast<double>(plan_.sheet_count());
                taken <= sheets * offer.worth) {
                best = offer.economy;
                sheets = taken;
            }
        }
        return best;
    }

    void plan(const Economy& economy) {
        economy_ = economy;
        grid_.slide = {largest_slide_.width * economy.share, largest_slide_.height * economy.share};
        plan_ = SheetPlan(grid_.frame.body, kGap);
        std::vector<SlideHeights> heights;
        for (const HandoutSlide& shown : slides_) {
            heights.push_back(heights_of(shown));
        }
        const Px body = grid_.frame.body.height;
        const std::size_t columns =
            options_.lines == RuledLines::kBeside ? 1 : static_cast<std::size_t>(grid_.columns);
        for (const Band& band : slide_bands(heights, {columns, kGap, body * kHighestRow})) {
            if (band.count > 1) {
                add_row(band);
            } else {
                add_block(slides_[band.first], band.height);
            }
        }
    }

    SlideGrid chosen_grid(pages::Session& session) const {
        const deck::Deck& deck = session.deck();
        const auto noted =
            std::count_if(slides_.begin(), slides_.end(), [&](const HandoutSlide& shown) {
                return options_.with_notes && !deck.slides[shown.slide].notes_html.empty();
            });
        const bool has_notes = noted > 0;
        const bool has_steps =
            std::any_of(slides_.begin(), slides_.end(),
                        [](const HandoutSlide& shown) { return !shown.steps.empty(); });
        const bool needs_room = has_notes || has_steps || options_.lines == RuledLines::kBeside;
        const int count = static_cast<int>(std::max<std::size_t>(slides_.size(), 1));
        GridRequest request{.slide = session.page_geometry().page,
                            .at_least = std::min(kSlidesOnSheet, count)};
        if (needs_room) {
            const bool is_small = sheet_frame(options_, Orientation::kPortrait).body.width <
                                  2 * kLeastForNotes + kColumnGap;
            request.at_least = is_small ? kSlidesOnSmallSheet : kSlidesOnSheet;
            request.least_columns = is_small ? 1 : 2;
            request.least_width = kLeastForNotes;
        }
        // A third column would make the lines of notes short, where most slides have some.
        if (options_.orientation == Orientation::kLandscape && 2 * noted > count &&
            request.at_least > kSlidesOnWideSheet) {
            request.at_least = kSlidesOnWideSheet;
            request.least_width = kShortestLine;
        }
        SlideGrid grid = slide_grid(options_, request);
        if (has_notes) {
            grid.slide = slide_beside_text(grid).value_or(grid.slide);
        }
        return grid;
    }

    // Where notes stand beside their slides only, as lines under them would be short: from the
    // body's left and top.
    std::optional<Rect> room_aside() const {
        if (!options_.with_notes || !slide_beside_text(grid_)) {
            return {};
        }
        const Rect& body = grid_.frame.body;
        const Px used = grid_.slide.width + kColumnGap;
        return Rect{body.x + used, 0, body.width - used, body.height};
    }

    // The slide, its caption and its steps.
    Px slide_height(const HandoutSlide& shown) const {
        return whole_lines(cell_height(grid_) + builder_.steps_height(shown, grid_.slide.width));
    }
    static Px ruled_height() { return whole_lines(kRuledBelow * kRuledDistance); }

    SlideHeights heights_of(const HandoutSlide& shown) const {
        const Px slide = slide_height(shown);
        const auto note = notes_.find(shown.slide);
        if (note == notes_.end()) {
            const Px lines = options_.lines == RuledLines::kBelow ? ruled_height() : 0;
            return {slide + lines, slide + lines};
        }
        const Px height = whole_lines(note->second.height);
        if (aside_) {
            const auto columns = static_cast<double>(text_columns(*aside_, width_).size());
            return {kNowhere, beside_height(shown, slide, std::max(slide, height / columns))};
        }
        const Px columns = grid_.columns;
        return {slide + height, beside_height(shown, slide, (height + slide) / columns)};
    }

    // How high a slide is with its note poured around it, `about` when that is more than a sheet.
    Px beside_height(const HandoutSlide& shown, Px slide, Px about) const {
        const Px body = grid_.frame.body.height;
        if (about > body) {
            return whole_lines(about);
        }
        const std::vector<WaitingNote> note{{shown.slide, 0, ""}};
        for (Px height = std::max(slide, whole_lines(about)); height <= body; height += kGridLine) {
            if (pour(note, columns_around(slide, 0, height), body, notes_).rest.empty()) {
                return height;
            }
        }
        return whole_lines(about) + kGridLine;
    }

    Rect column(int index, Px top, Px height) const {
        return {grid_.column_x(index), top, width_, height};
    }
    std::vector<Rect> columns(Px top, Px height) const {
        std::vector<Rect> all;
        all.reserve(static_cast<std::size_t>(grid_.columns));
        for (int i = 0; i < grid_.columns; ++i) {
            all.push_back(column(i, top, height));
        }
        return all;
    }
    // The first below the slide, where it is worth while or there is no other.
    std::vector<Rect> columns_around(Px slide, Px top, Px height) const {
        if (aside_) {
            return text_columns({aside_->x, top, aside_->width, height}, width_);
        }
        std::vector<Rect> all = columns(top, height);
        if (height - slide >= kLeastUnderSlide || all.size() == 1) {
            all.front() = column(0, top + slide, std::max(0.0, height - slide));
        } else {
            all.erase(all.begin());
        }
        return all;
    }

    // Where there is nothing but notes: below where they began, or in more columns.
    std::vector<Rect> columns_alone(Px top, Px height) const {
        if (!aside_) {
            return columns(top, height);
        }
        const Rect& body = grid_.frame.body;
        std::vector<Rect> all = text_columns({body.x, top, body.width, height}, width_);
        return all.size() > 1 ? all : columns_around(0, top, height);
    }

    // Slides that make room for lines beside them are narrower than their columns, and no text
    // below them has these: the outer ones stand at the body's edges.
    Px cell_x(int index) const {
        if (!aside_ || grid_.columns < 2) {
            return grid_.column_x(index);
        }
        const Rect& body = grid_.frame.body;
        return body.x + index * (body.width - grid_.slide.width) / (grid_.columns - 1);
    }

    void add_cell(const HandoutSlide& shown, int index, Px top) {
        builder_.add_slide(shown, {cell_x(index), top}, grid_.slide);
    }

    void add_row(const Band& band) {
        if (band.height > plan_.room() && !plan_.is_fresh()) {
            plan_.begin_sheet();
        }
        plan_.add({band.height, true, [this, band](Px top) {
                       for (std::size_t i = 0; i < band.count; ++i) {
                           const HandoutSlide& shown = slides_[band.first + i];
                           const int index = static_cast<int>(i);
                           add_cell(shown, index, top);
                           add_below(shown, column(index, top + slide_height(shown),
                                                   band.height - slide_height(shown)));
                       }
                   }});
    }

    void add_below(const HandoutSlide& shown, const Rect& room) {
        if (notes_.contains(shown.slide)) {
            const std::vector<WaitingNote> note{{shown.slide, 0, ""}};
            builder_.add_notes(pour(note, {room}, room.height, notes_).strips, notes_, width_);
        } else if (options_.lines == RuledLines::kBelow) {
            builder_.add_ruled_lines(
                {room.x, room.y, grid_.column_width, std::min(room.height, ruled_height())});
        }
    }

    // A slide with its note beside it and, when there is much of it, below both.
    void add_block(const HandoutSlide& shown, Px height) {
        const Rect& body = grid_.frame.body;
        const Px slide = slide_height(shown);
        if (!notes_.contains(shown.slide)) {
            if (height > plan_.room() && !plan_.is_fresh()) {
                plan_.begin_sheet();
            }
            add_single(shown, height);
            return;
        }
        if (height > plan_.room() && !plan_.is_fresh() && !begins_at_foot(height, slide)) {
            plan_.begin_sheet();
        }
        const Px here = std::min(height, plan_.room());
        const std::vector<WaitingNote> note{{shown.slide, 0, ""}};
        std::vector<Rect> around = columns_around(slide, 0, here);
        PouredNotes poured = pour(note, around, body.height, notes_);
        if (!poured.rest.empty()) {
            around.back().height -= kGridLine;  // for the mark
            poured = pour(note, around, body.height, notes_);
        }
        const bool turns = !poured.rest.empty();
        plan_.add({here, !turns, [this, &shown, around, poured, turns](Px top) {
                       add_cell(shown, 0, top);
                       add_strips(poured.strips, top);
                       if (turns) {
                           add_turn_mark(around.back(), top);
                       } else if (options_.lines == RuledLines::kBeside) {
                           add_lines_under(around.back(), poured.bottom, top);
                       }
                   }});
        add_rest(shown, std::move(poured.rest));
    }

    // Whether a slide whose note goes on on the next sheet stands on this one.
    bool begins_at_foot(Px height, Px slide) const {
        const Px body = grid_.frame.body.height;
        const Px room = plan_.room();
        if (economy_.breaks_at_foot && (aside_ || grid_.columns > 1)) {
            return room >= slide;  // there is a column beside it
        }
        const bool breaks = height > body || (room >= slide && room > body * kMostWhite);
        return breaks && room >= slide + 2 * kGridLine;
    }

    void add_single(const HandoutSlide& shown, Px height) {
        plan_.add(
            {height, true, [this, &shown, height](Px top) {
                 add_cell(shown, 0, top);
                 const Px slide = slide_height(shown);
                 add_below(shown, column(0, top + slide, height - slide));
                 if (options_.lines == RuledLines::kBeside) {
                     const Px left = grid_.column_x(1);
                     builder_.add_ruled_lines({left, top, grid_.frame.body.right() - left, slide});
                 }
             }});
    }

    // What of a note has found no place beside its slide.
    void add_rest(const HandoutSlide& shown, std::vector<WaitingNote> rest) {
        const Px full = grid_.frame.body.height;
        while (!rest.empty()) {
            plan_.begin_sheet();
            std::vector<Rect> all = columns_alone(kGridLine, full - kGridLine);
            PouredNotes poured = pour_balanced(rest, all, full, notes_);
            if (!poured.rest.empty()) {
                all.back().height -= kGridLine;
                poured = pour(rest, all, full, notes_);
            }
            const bool turns = !poured.rest.empty();
            plan_.add({turns ? full : poured.bottom, false,
                       [this, &shown, all, strips = poured.strips, turns](Px top) {
                           builder_.add_heading(
                               {grid_.frame.body.x, top, grid_.frame.body.width, kGridLine},
                               builder_.continued(shown.slide));
                           add_strips(strips, top);
                           if (turns) {
                               add_turn_mark(all.back(), top);
                           }
                       }});
            rest = std::move(poured.rest);
        }
    }

    // Pieces are planned from their own top.
    void add_strips(std::vector<PlacedStrip> strips, Px top) {
        for (PlacedStrip& strip : strips) {
            strip.at.y += top;
        }
        builder_.add_notes(strips, notes_, width_);
    }
    void add_turn_mark(Rect last_column, Px top) {
        // Its own line is below what the column was given.
        last_column.y += top;
        last_column.height += kGridLine;
        builder_.add_turn_mark(last_column);
    }
    void add_lines_under(const Rect& last_column, Px bottom, Px top) {
        builder_.add_ruled_lines({last_column.x, top + bottom, last_column.width,
                                  std::max(0.0, last_column.bottom() - bottom)});
    }

    const std::vector<HandoutSlide>& slides_;
    const HandoutOptions& options_;
    SheetBuilder builder_;
    SlideGrid grid_;
    std::optional<Rect> aside_;
    Px width_;  // of notes
    SheetPlan plan_;
    Size largest_slide_;
    Economy economy_;
    LaidOutNotes notes_;
};

}  // namespace

Handout automatic_layout(pages::Session& session, const std::vector<HandoutSlide>& slides,
                         const HandoutOptions& options) {
    return AutomaticLayout(session, slides, options).compose();
}

}  // namespace ghreveal::exporter
