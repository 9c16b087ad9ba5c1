#include "pages/slide_view.h"

#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::pages {

namespace {

// Icon fonts have their pictures in private use (Unicode 15 §23.5).
bool has_icons(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        const char32_t c = decoded.code_point;
        if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) {
            return true;
        }
        at += decoded.length;
    }
    return false;
}

// CSS Syntax 3 §4.3.5.
std::string css_string(std::string_view text) {
    std::string css = "\"";
    for (const char c : text) {
        if (c == '\n') {
            css += "\\a ";
            continue;
        }
        if (c == '"' || c == '\\') {
            css += '\\';
        }
        css += c;
    }
    return css + '"';
}

// Columns of numbers are right, whatever an article's other cells are.
std::string alignment_of(const style::ComputedStyle& cell) {
    switch (cell.text().text_align) {
        case style::TextAlign::kRight:
        case style::TextAlign::kEnd:
            return "right";
        case style::TextAlign::kCenter:
            return "center";
        default:
            return "";
    }
}

deck::ElementView look_of(const dom::Node& element, const style::ComputedStyle& style) {
    deck::ElementView look;
    look.is_shown = style.box().display != style::Display::kNone && style.paint().opacity > 0;
    look.is_visible = style.ink().visibility == style::Visibility::kVisible;
    look.is_struck = (style.paint().decoration_lines & style::kLineThrough) != 0;
    if (element.is_element("td") || element.is_element("th")) {
        look.text_align = alignment_of(style);
    }
    look.list_style = element.is_element("li") ? "none" : "";  // unless there is a marker
    return look;
}

std::string marker_of(const boxes::Box& marker) {
    const style::TextStyle& style = marker.style->text();
    if (marker.replaced.image) {
        return "url(" + css_string(style.list_style_image) + ")";
    }
    return marker.is_bullet ? style.list_style_type : css_string(marker.text);
}

void add_generated(const boxes::Box& text, deck::SlideView& view) {
    const bool is_before = text.source.pseudo == style::PseudoElement::kBefore;
    if (is_before || text.source.pseudo == style::PseudoElement::kAfter) {
        deck::ElementView& look = view[text.source.node];
        (is_before ? look.before : look.after) += text.text;
    }
}

void drop_what_says_nothing(std::string& generated) {
    if (has_icons(generated) || ascii::is_blank(generated)) {
        generated.clear();
    }
}

void add_boxes(const boxes::Box& box, deck::SlideView& view) {
    const dom::Node* node = box.source.node;
    if (box.kind == boxes::BoxKind::kMarker) {
        view[node].list_style = marker_of(box);
    } else if (box.kind == boxes::BoxKind::kText) {
        add_generated(box, view);
    }
    for (const boxes::Box& child : box.children) {
        add_boxes(child, view);
    }
}

}  // namespace

deck::SlideView slide_view(Session& session, std::size_t index) {
    deck::SlideView view;
    const deck::Slide& slide = session.deck().slides[index];
    const style::SlideStyles styles = session.slide_styles(index, slide.steps);
    dom::for_each(*slide.section, [&](const dom::Node& node) {
        if (node.is_element() && &node != slide.section && styles.has(node)) {
            view.insert_or_assign(&node, look_of(node, styles.of(node)));
        }
    });
    add_boxes(session.slide_boxes(index, slide.steps), view);
    for (auto& [node, look] : view) {
        drop_what_says_nothing(look.before);
        drop_what_says_nothing(look.after);
    }
    for (const deck::Fragment& block : slide.covered) {
        view[block.element].is_shown = block.step > slide.steps;
    }
    return view;
}

}  // namespace ghreveal::pages
