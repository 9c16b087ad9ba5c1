#include <fmt/format.h>

#include "boxes/box.h"
#include "cli/commands.h"
#include "deck/deck.h"
#include "layout/fragment.h"
#include "pages/session.h"
#include "paint/display_list.h"
#include "style/style_engine.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace {

std::string slide_heading(const deck::Slide& slide) {
    return fmt::format("slide {} (lines {}-{})\n", to_string(slide.index), slide.first_line,
                       slide.last_line);
}

std::string dump_steps(const deck::Slide& slide) {
    std::string text = fmt::format("  {} states\n", slide.steps + 1);
    for (const deck::Fragment& fragment : slide.fragments) {
        text +=
            fmt::format("  step {}: <{}> line {} \"{}\"\n", fragment.step, fragment.element->name,
                        fragment.element->line, dom::text_content(*fragment.element));
    }
    return text;
}

// The slide's last state, which has everything in it.
std::string dump_slide(pages::Session& session, std::size_t index, Stage stage) {
    const deck::Slide& slide = session.deck().slides[index];
    switch (stage) {
        case Stage::kDom:
            return dom::dump(*slide.section);
        case Stage::kStyle:
            return style::dump(slide, session.slide_styles(index, slide.steps));
        case Stage::kBoxes:
            return boxes::dump(session.slide_boxes(index, slide.steps));
        case Stage::kPaint:
            return paint::dump(session.display_list(index, session.laid_out(index, slide.steps)));
        case Stage::kSteps:
            return dump_steps(slide);
        case Stage::kMarkdown:
        case Stage::kHtml:
        case Stage::kLayout:
            break;
    }
    return layout::dump(session.laid_out(index, slide.steps).section.fragment);
}

}  // namespace

std::string inspect_deck(const Options& options, const std::string& deck_path,
                         Diagnostics& diagnostics, Timings& timings) {
    if (options.stage == Stage::kHtml || options.stage == Stage::kMarkdown) {
        const Limits& limits = options.exporting.limits;
        const std::string text =
            read_file(deck_path, limits.source_bytes, {deck_path, 0}, SpecialFiles::kRead);
        const deck::ReadOptions reading{.limits = limits};
        return options.stage == Stage::kHtml
                   ? deck::deck_html(text, deck_path, reading, diagnostics)
                   : deck::deck_markdown(text, deck_path, reading, diagnostics);
    }
    pages::Session session(deck_path, options.exporting, diagnostics, timings);
    std::string text;
    for (const std::size_t index : session.selected_slides()) {
        text += slide_heading(session.deck().slides[index]);
        text += dump_slide(session, index, options.stage);
    }
    return text;
}

}  // namespace ghreveal::cli
