#include "export/handout/fixed_layout.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "export/handout/flowing_notes.h"
#include "export/handout/sheet_builder.h"

namespace ghreveal::exporter {

namespace {

constexpr int kMostWithNotes = 3;  // slides on a sheet that have their notes with them

struct SheetShares {
    std::size_t slides = 0;
    std::size_t on_sheet = 1;
    std::size_t columns = 1;
};

// How many slides each sheet has. The last two share their rows, so that none is nearly empty.
std::vector<std::size_t> slides_on_sheets(const SheetShares& shares) {
    std::vector<std::size_t> counts(shares.slides / shares.on_sheet, shares.on_sheet);
    if (const std::size_t rest = shares.slides % shares.on_sheet; rest > 0) {
        counts.push_back(rest);
    }
    if (counts.size() > 1) {
        const std::size_t both = shares.on_sheet + counts.back();
        const std::size_t rows = (both + shares.columns - 1) / shares.columns;
        const std::size_t first = std::min(shares.on_sheet, (rows + 1) / 2 * shares.columns);
        counts[counts.size() - 2] = first;
        counts.back() = both - first;
    }
    return counts;
}

// A slide's place with what belongs to it.
struct Slot {
    Rect picture;
    std::vector<Rect> notes;  // columns; none: the notes come after the slides
};

class FixedLayout {
public:
    FixedLayout(pages::Session& session, const std::vector<HandoutSlide>& slides,
                const HandoutOptions& options)
        : session_(session),
          slides_(slides),
          options_(options),
          builder_(session, options),
          has_room_for_notes_(options.per_page <= kMostWithNotes &&
                              (has_notes() || options.lines != RuledLines::kNone)),
          grid_(chosen_grid()) {
        width_ = has_room_for_notes_ && options.per_page > 1 ? width_beside()
                                                             : text_width(grid_.frame.body);
        if (options.with_notes) {
            notes_ = lay_out_notes(session, {.width = width_,
                                             .picture_height = grid_.frame.body.height / 2,
                                             .sheets = options.notes_sheets});
        }
    }

    Handout compose() {
        std::vector<WaitingNote> later;
        Px bottom = 0;
        std::size_t next = 0;
        for (const std::size_t count : sheet_counts()) {
            builder_.begin_sheet();
            std::vector<WaitingNote> rests;
            for (std::size_t place = 0; place < count; ++place, ++next) {
                bottom = add_slide(slides_[next], static_cast<int>(place), rests);
            }
            if (!has_room_for_notes_) {
                later.insert(later.end(), rests.begin(), rests.end());
            } else {
                flow_notes(rests, {grid_.frame.body, notes_, width_}, builder_);
            }
        }
        flow_notes(later, {grid_.frame.body, notes_, width_, bottom + 2 * kGridLine}, builder_);
        return builder_.take(grid_.frame.paper);
    }

private:
    bool has_notes() const {
        return options_.with_notes &&
               std::any_of(slides_.begin(), slides_.end(), [&](const HandoutSlide& shown) {
                   return !session_.deck().slides[shown.slide].notes_html.empty();
               });
    }

    // Notes after the slides go on on the last sheet, which is not made fuller then.
    std::vector<std::size_t> sheet_counts() const {
        const auto on_sheet = static_cast<std::size_t>(options_.per_page);
        const bool has_notes_after = !has_room_for_notes_ && !notes_.empty();
        const auto columns = static_cast<std::size_t>(columns_of_slides());
        return slides_on_sheets({slides_.size(), on_sheet, has_notes_after ? on_sheet : columns});
    }
    int columns_of_slides() const {
        return has_room_for_notes_ && grid_.rows > 1 ? 1 : grid_.columns;
    }

    // With notes beside them slides are in the left one of two columns; two on a sheet across have
    // theirs below.
    SlideGrid chosen_grid() const {
        const GridRequest request{.slide = session_.page_geometry().page,
                                  .at_least = options_.per_page};
        if (!has_room_for_notes_) {
            return slide_grid(options_, request);
        }
        const bool suits_across = options_.per_page == 2;
        const Orientation orientation = options_.orientation.value_or(
            suits_across ? Orientation::kLandscape : Orientation::kPortrait);
        if (options_.per_page == 1) {
            return grid_of_columns(options_, orientation, request, 1);
        }
        if (suits_across && orientation == Orientation::kLandscape) {
            return grid_of_columns(options_, orientation, request, 2);
        }
        GridRequest rows = request;
        rows.at_least = 2 * options_.per_page;
        return grid_of_columns(options_, orientation, rows, 2);
    }

    // Of notes. Slides get smaller where lines would be short.
    Px width_beside() {
        const std::optional<Size> slide = grid_.rows > 1 ? slide_beside_text(grid_) : std::nullopt;
        if (!slide) {
            return std::min(grid_.column_width, kLongestLine);
        }
        grid_.slide = *slide;
        return std::min(grid_.frame.body.width - slide->width - kColumnGap, kLongestLine);
    }

    // The slide alone on a sheet: on its upper half, when it has a note below it.
    Slot slot_alone(bool has_note) const {
        const Rect& body = grid_.frame.body;
        Size size = grid_.slide;
        if (has_note) {
            constexpr double kMostForSlide = 0.5;
            const Px height = std::min(size.height, body.height * kMostForSlide);
            size = {height * size.width / size.height, height};
        }
        const Px inset = has_note ? 0 : (body.width - size.width) / 2;
        Slot slot{{body.x + inset, body.y, size.width, size.height}, {}};
        const Px top = body.y + whole_lines(size.height + 2 * kGridLine);
        if (has_note && top < body.bottom()) {
            slot.notes = text_columns({body.x, top, body.width, body.bottom() - top}, width_);
        }
        return slot;
    }

    Slot slot_at(int place, const HandoutSlide& shown) const {
        if (options_.per_page == 1) {
            return slot_alone(has_room_for_notes_ && (notes_.contains(shown.slide) ||
                                                      options_.lines != RuledLines::kNone));
        }
        const Rect& body = grid_.frame.body;
        if (has_room_for_notes_ && grid_.rows == 1) {
            const Px x = grid_.column_x(place);
            const Px used = whole_lines(grid_.slide.height + 2 * kGridLine);
            return {{x, body.y, grid_.slide.width, grid_.slide.height},
                    {{x, body.y + used, width_, body.height - used}}};
        }
        const int columns = columns_of_slides();
        const int column = place % columns;
        const Px pitch = std::floor((body.height + kGridLine) / grid_.rows / kGridLine) * kGridLine;
        const Px top = body.y + place / columns * pitch;
        // What is left beside slides that their rows make smaller is shared out.
        const Px inset = has_room_for_notes_ ? 0 : (grid_.column_width - grid_.slide.width) / 2;
        Slot slot{{grid_.column_x(column) + inset, top, grid_.slide.width, grid_.slide.height}, {}};
        if (has_room_for_notes_) {
            const Px left = std::min(grid_.column_x(1), body.right() - width_);
            slot.notes = {{left, top, width_, pitch - kGridLine}};
        }
        return slot;
    }

    // Gives how far down the slide and its caption reach.
    Px add_slide(const HandoutSlide& shown, int place, std::vector<WaitingNote>& rests) {
        Slot slot = slot_at(place, shown);
        make_room_for_steps(shown, slot.picture);
        builder_.add_slide(shown, slot.picture.origin(), slot.picture.size());
        if (notes_.contains(shown.slide)) {
            PouredNotes poured =
                pour({{shown.slide, 0, ""}}, slot.notes, grid_.frame.body.height, notes_);
            builder_.add_notes(poured.strips, notes_, width_);
            for (WaitingNote& rest : poured.rest) {
                rest.heading = rest.from > 0 ? builder_.continued(shown.slide)
                                             : builder_.caption_of(shown.slide);
                rests.push_back(std::move(rest));
            }
        } else if (options_.lines != RuledLines::kNone) {
            add_ruled_lines(slot);
        }
        const Px bottom =
            slot.picture.bottom() + kGridLine + builder_.steps_height(shown, slot.picture.width);
        return grid_.frame.body.y + whole_lines(bottom - grid_.frame.body.y);
    }

    void add_ruled_lines(const Slot& slot) {
        if (slot.notes.empty()) {
            return;
        }
        const Rect& first = slot.notes.front();
        builder_.add_ruled_lines({first.x, first.y,
                                  std::max(first.right(), slot.notes.back().right()) - first.x,
                                  first.height});
    }

    // The picture gets smaller by what is below it.
    void make_room_for_steps(const HandoutSlide& shown, Rect& picture) const {
        const Px steps = builder_.steps_height(shown, picture.width);
        if (steps > 0) {
            const double scale = picture.height / (picture.height + steps);
            picture.width *= scale;
            picture.height *= scale;
        }
    }

    pages::Session& session_;
    const std::vector<HandoutSlide>& slides_;
    const HandoutOptions& options_;
    SheetBuilder builder_;
    bool has_room_for_notes_;
    SlideGrid grid_;
    Px width_ = 0;  // of notes
    LaidOutNotes notes_;
};

}  // namespace

Handout fixed_layout(pages::Session& session, const std::vector<HandoutSlide>& slides,
                     const HandoutOptions& options) {
    return FixedLayout(session, slides, options).compose();
}

}  // namespace ghreveal::exporter
