#include "export/handout/sheet_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "export/notes/note_strip.h"
#include "export/pdf/document/document_facts.h"
#include "export/sheets/ink_saver.h"
#include "export/sheets/sheet_text.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kCaptionSize = 11.5;
constexpr Color kRuled{190, 190, 190, 1};
constexpr Color kFrame{170, 170, 170, 1};
constexpr Px kFrameWidth = 0.75;

constexpr std::size_t kStepsInRow = 4;
constexpr Px kStepGap = 6;

// Small pictures in rows, all together no higher than the slide above them.
struct StepGrid {
    std::size_t columns = kStepsInRow;
    Size step;
    Px height = 0;
};

StepGrid step_grid(std::size_t count, Px width, Size slide) {
    StepGrid grid;
    const double ratio = slide.height / slide.width;
    for (;; ++grid.columns) {
        const auto columns = static_cast<double>(grid.columns);
        const auto rows = std::ceil(static_cast<double>(count) / columns);
        const Px step = std::max(1.0, (width - (columns - 1) * kStepGap) / columns);
        grid.step = {step, step * ratio};
        grid.height = kStepGap + rows * (grid.step.height + kStepGap);
        if (rows <= 1 || grid.height <= width * ratio) {
            return grid;
        }
    }
}

}  // namespace

text::FontSpec handout_font(Px size, int weight) {
    static const auto families = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{"Source Sans Pro", "sans-serif"});
    return {.families = families, .size = size, .weight = weight, .slant = text::Slant::kUpright};
}

SheetBuilder::SheetBuilder(pages::Session& session, const HandoutOptions& options)
    : deck_(session.deck()),
      shaper_(session.parts().shaper),
      options_(options),
      slide_size_(session.page_geometry().page) {}

std::string SheetBuilder::caption_of(std::size_t slide) const {
    return fmt::format("{}  {}", page_label(deck_, deck_.slides[slide]),
                       outline_title(deck_, deck_.slides[slide]));
}

void SheetBuilder::place(const paint::DisplayList& page, const Rect& target, PlacedLinks links) {
    if (options_.ink_saver) {
        place_page(with_less_ink(page, slide_size_), slide_size_, target, links, out());
    } else {
        place_page(page, slide_size_, target, links, out());
    }
    draw_frame(target, kFrameWidth, kFrame, out());
}

void SheetBuilder::add_slide(const HandoutSlide& shown, Point at, Size size) {
    const Rect target{at.x, at.y, size.width, size.height};
    place(*shown.page, target, PlacedLinks::kKeep);
    add_place_once({shown.slide, at});
    const std::string label = page_label(deck_, deck_.slides[shown.slide]);
    const paint::TextLine number =
        paint::text_line(label, handout_font(kCaptionSize, 600), shaper_);
    constexpr Px kNumberGap = 6;
    Rect room{at.x, target.bottom() + 1, size.width, kGridLine};
    const paint::Content caption{deck_.slides[shown.slide].section, paint::ContentPart::kCaption};
    // The blank is for those who copy the caption or hear it.
    draw_text_in(room,
                 {.text = label + " ", .font = handout_font(kCaptionSize, 600), .content = caption},
                 shaper_, out());
    const Px left = number.width + kNumberGap;
    if (left < size.width) {
        room = room.inset({0, 0, 0, left});
        draw_text_in(room,
                     {.text = outline_title(deck_, deck_.slides[shown.slide]),
                      .font = handout_font(kCaptionSize),
                      .content = caption},
                     shaper_, out());
    }
    add_steps(shown, {at.x, target.bottom() + kGridLine}, size.width);
}

Px SheetBuilder::steps_height(const HandoutSlide& shown, Px width) const {
    if (shown.steps.empty()) {
        return 0;
    }
    return step_grid(shown.steps.size(), width, slide_size_).height;
}

void SheetBuilder::add_steps(const HandoutSlide& shown, Point at, Px width) {
    const StepGrid grid = step_grid(shown.steps.size(), width, slide_size_);
    for (std::size_t i = 0; i < shown.steps.size(); ++i) {
        const auto column = static_cast<double>(i % grid.columns);
        const std::size_t rows_above = i / grid.columns;
        const auto row = static_cast<double>(rows_above);
        place(*shown.steps[i],
              {at.x + column * (grid.step.width + kStepGap),
               at.y + kStepGap + row * (grid.step.height + kStepGap), grid.step.width,
               grid.step.height},
              PlacedLinks::kLeaveOut);
    }
}

void SheetBuilder::add_notes(const std::vector<PlacedStrip>& strips, const LaidOutNotes& notes,
                             Px width) {
    for (const PlacedStrip& placed : strips) {
        if (!placed.heading.empty()) {
            add_heading({placed.at.x, placed.at.y - kGridLine, width, kGridLine}, placed.heading);
        }
        const NoteStrip& strip = placed.strip;
        notes_.try_emplace(placed.slide, notes.at(placed.slide).source);
        out().push_back(paint::PushTransform{Transform::translation(placed.at) *
                                             Transform::scaling(strip.scale, strip.scale)});
        const paint::DisplayList part =
            strip_of(notes.at(placed.slide).page, strip.top, strip.bottom);
        out().insert(out().end(), part.begin(), part.end());
        out().push_back(paint::Pop{});
    }
}

void SheetBuilder::add_place_once(const HandoutPlace& place) {
    if (placed_.insert(place.slide).second) {
        sheets_.back().places.push_back(place);
    }
}

void SheetBuilder::add_heading(const Rect& room, const std::string& text) {
    constexpr Px kHeadingSize = 13.333;
    draw_text_in(room, {.text = text, .font = handout_font(kHeadingSize, 600)}, shaper_, out());
}

void SheetBuilder::add_ruled_lines(const Rect& room) {
    for (Px y = room.y + kRuledDistance; y <= room.bottom(); y += kRuledDistance) {
        out().push_back(paint::FillRect{{{room.x, y, room.width, 0.75}, {}, {}, {}, {}}, kRuled});
    }
}

void SheetBuilder::add_turn_mark(const Rect& column) {
    draw_text_in({column.x, column.bottom() - kGridLine, column.width, kGridLine},
                 {.text = "continued on the next sheet",
                  .font = handout_font(kCaptionSize),
                  .align = Align::kRight},
                 shaper_, out());
}

}  // namespace ghreveal::exporter
