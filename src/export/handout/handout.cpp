#include "export/handout/handout.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "export/handout/article_layout.h"
#include "export/handout/automatic_layout.h"
#include "export/handout/fixed_layout.h"
#include "export/handout/handout_cover.h"
#include "export/handout/sheet_builder.h"
#include "export/pdf/document/document_facts.h"
#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/pdf_document.h"
#include "export/sheets/sheet_text.h"

namespace ghreveal::exporter {

namespace {

std::string filled_in(std::string text,
                      const std::vector<std::pair<std::string, std::string>>& values) {
    for (const auto& [name, value] : values) {
        const std::string placeholder = "{" + name + "}";
        for (std::size_t at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size())) {
            text.replace(at, placeholder.size(), value);
        }
    }
    return text;
}

// Parts left|middle|right; a single part stands left.
void draw_head(const Rect& room, const std::string& text, text::Shaper& shaper,
               paint::DisplayList& out) {
    constexpr Px kHeadSize = 11.5;
    std::size_t begin = 0;
    for (const Align align : {Align::kLeft, Align::kCentre, Align::kRight}) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        if (const std::string part = text.substr(begin, end - begin); !part.empty()) {
            draw_text_in(room, {.text = part, .font = handout_font(kHeadSize), .align = align},
                         shaper, out);
        }
        if (end == text.size()) {
            return;
        }
        begin = end + 1;
    }
}

void add_heads(pages::Session& session, const HandoutOptions& options, const SheetFrame& frame,
               std::vector<HandoutPage>& pages) {
    const deck::Metadata& metadata = session.deck().metadata;
    for (std::size_t i = options.cover ? 1 : 0; i < pages.size(); ++i) {
        const std::vector<std::pair<std::string, std::string>> values{
            {"title", plain_text(metadata.title)},   {"subtitle", plain_text(metadata.subtitle)},
            {"author", plain_text(metadata.author)}, {"date", metadata.date},
            {"page", std::to_string(i + 1)},         {"pages", std::to_string(pages.size())}};
        text::Shaper& shaper = session.parts().shaper;
        draw_head(frame.head, filled_in(options.header, values), shaper, pages[i].content);
        draw_head(frame.foot, filled_in(options.footer, values), shaper, pages[i].content);
    }
}

// Everything moves away from the side that is bound: left, on the backs of sheets right.
void make_room_for_binding(const HandoutOptions& options, std::vector<HandoutPage>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const bool is_back = options.duplex && i % 2 == 1;
        if (options.binding <= 0 || is_back) {
            continue;
        }
        const Point by{options.binding, 0};
        paint::DisplayList& content = pages[i].content;
        content.insert(content.begin(), paint::PushTransform{Transform::translation(by)});
        content.push_back(paint::Pop{});
        for (HandoutPlace& place : pages[i].places) {
            place.at.x += by.x;
        }
    }
}

}  // namespace

Handout make_handout(pages::Session& session, const std::vector<HandoutSlide>& slides,
                     const HandoutOptions& options) {
    Handout handout = options.article        ? article_layout(session, slides, options)
                      : options.per_page > 0 ? fixed_layout(session, slides, options)
                                             : automatic_layout(session, slides, options);
    const bool is_wide = handout.paper.width > handout.paper.height;
    const SheetFrame frame =
        sheet_frame(options, is_wide ? Orientation::kLandscape : Orientation::kPortrait);
    if (options.cover) {
        add_cover(session, frame, handout.pages);
    }
    add_heads(session, options, frame, handout.pages);
    make_room_for_binding(options, handout.pages);
    return handout;
}

namespace {

// Each slide with its caption and its notes, whatever stands where on the sheets. Its steps, if
// they are shown, are shown before it or after it, and read once.
void add_reading(const deck::Deck& deck, const Handout& handout, Reading& reading) {
    ContentUses uses;
    for (std::size_t i = 0; i < handout.pages.size(); ++i) {
        add_uses(handout.pages[i].content, i, uses);
    }
    StructureTree& tree = reading.tree();
    add_cover_reading(deck, handout, uses, reading);
    for (const HandoutPage& page : handout.pages) {
        for (const HandoutPlace& place : page.places) {
            const deck::Slide& slide = deck.slides[place.slide];
            const StructureTree::Element section = tree.add(StructureTree::kDocument, "Sect");
            tree.add_entry(section, "/T" + text_string(outline_title(deck, slide)));
            if (slide.section != nullptr) {
                reading.add(*slide.section, section, uses);
                reading.add_line({slide.section, paint::ContentPart::kCaption},
                                 tree.add(section, "P"), uses);
            }
            const auto note = handout.notes.find(place.slide);
            if (note != handout.notes.end()) {
                reading.add(*note->second.section, section, uses);
            }
        }
    }
    reading.add_other_links(StructureTree::kDocument, uses);
}

}  // namespace

void write_handout(pages::Session& session, const Handout& handout, const PdfFormat& format,
                   const std::function<void(std::string_view)>& sink) {
    const deck::Deck& deck = session.deck();
    PdfDocument pdf(deck.file, deck.metadata, {.page_size = handout.paper, .format = format}, sink);
    const std::vector<HandoutPage>& pages = handout.pages;
    pdf.set_destination_names([&](int slide) {
        const auto index = static_cast<std::size_t>(slide);
        const std::vector<std::size_t>& shown = session.selected_slides();
        return std::find(shown.begin(), shown.end(), index) == shown.end()
                   ? std::string()
                   : destination_name(deck.slides[index]);
    });
    add_reading(deck, handout, pdf.reading());
    std::map<int, int> outline_of_stack;  // by h: the item of its first slide
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pdf.begin_page(pages[i].label.empty() ? std::to_string(i + 1) : pages[i].label);
        for (const HandoutPlace& place : pages[i].places) {
            const deck::Slide& slide = deck.slides[place.slide];
            const auto stack = outline_of_stack.find(slide.index.h);
            pdf.add_destination(destination_name(slide), place.at);
            const int item = pdf.add_outline_item(
                stack != outline_of_stack.end() ? stack->second : PdfDocument::kOutlineRoot,
                outline_title(deck, slide), destination_name(slide));
            outline_of_stack.try_emplace(slide.index.h, item);
        }
        pdf.draw(pages[i].content);
        pdf.end_page();
    }
    if (format.archival != Archival::kNone) {
        pdf.associate_mathml(
            std::make_unique<math::MathmlWriter>(deck.math.macros, session.parts().limits));
    }
    pdf.finish();
}

}  // namespace ghreveal::exporter
