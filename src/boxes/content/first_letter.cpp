#include "boxes/content/first_letter.h"

#include <glib.h>

#include <algorithm>
#include <optional>

#include "boxes/anonymous_boxes.h"
#include "boxes/box_styles.h"
#include "boxes/content/text_transform.h"
#include "style/properties/text_style.h"
#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::boxes {

namespace {

using style::Display;

// Punctuation that goes with the letter: opening, closing, quotation marks and other kinds.
bool is_punctuation(char32_t c) {
    switch (g_unichar_type(c)) {
        case G_UNICODE_OPEN_PUNCTUATION:
        case G_UNICODE_CLOSE_PUNCTUATION:
        case G_UNICODE_INITIAL_PUNCTUATION:
        case G_UNICODE_FINAL_PUNCTUATION:
        case G_UNICODE_OTHER_PUNCTUATION:
            return true;
        default:
            return false;
    }
}

// Bytes of a text.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};

template <typename Predicate>
std::size_t skip(std::string_view text, std::size_t at, Predicate belongs) {
    while (at < text.size()) {
        const auto [c, length] = utf8::decode(text, at);
        if (!belongs(c)) {
            break;
        }
        at += length;
    }
    return at;
}

std::optional<Extent> first_letter_of(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(ascii::kSpace), text.size());
    const std::size_t letter = skip(text, begin, is_punctuation);
    if (letter >= text.size() || ascii::is_space(text[letter])) {
        return letter > begin ? std::optional(Extent{begin, letter}) : std::nullopt;
    }
    std::size_t end = letter + utf8::decode(text, letter).length;
    end = skip(text, end, [](char32_t c) { return g_unichar_ismark(c) != 0; });
    return Extent{begin, skip(text, end, is_punctuation)};
}

Box text_box(const Box& text, std::string part) {
    Box box;
    box.kind = BoxKind::kText;
    box.style = text.style;
    box.source = text.source;
    box.text = std::move(part);
    return box;
}

class LetterSetter {
public:
    LetterSetter(const Box& block, const style::StylePtr& style) : block_(block), style_(style) {}

    // Gives whether the search ends in these boxes.
    bool set_in(std::vector<Box>& boxes) {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            Box& box = boxes[i];
            if (box.kind == BoxKind::kText) {
                if (ascii::is_blank(box.text)) {
                    continue;
                }
                cut(boxes, i);
                return true;
            }
            const bool is_passed_over = box.kind == BoxKind::kMarker || box.is_out_of_flow();
            const bool holds_first_line =
                box.kind == BoxKind::kInline || (box.kind == BoxKind::kBlock && !is_atomic(box));
            if (is_passed_over || (holds_first_line && !set_in(box.children))) {
                continue;
            }
            return true;
        }
        return false;
    }

private:
    static bool is_atomic(const Box& box) {
        const Display display = box.style->box().display;
        return display == Display::kInlineBlock || display == Display::kTableCaption;
    }

    void cut(std::vector<Box>& boxes, std::size_t at) {
        const Box text = std::move(boxes[at]);
        const auto letter = first_letter_of(text.text);
        std::vector<Box> parts;
        if (letter && letter->begin > 0) {
            parts.push_back(text_box(text, text.text.substr(0, letter->begin)));
        }
        const Extent extent = letter.value_or(Extent{});
        if (letter) {
            parts.push_back(
                letter_box(text, text.text.substr(extent.begin, extent.end - extent.begin)));
        }
        if (extent.end < text.text.size()) {
            parts.push_back(text_box(text, text.text.substr(extent.end)));
        }
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(at));
        boxes.insert(boxes.begin() + static_cast<std::ptrdiff_t>(at),
                     std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
    }

    Box letter_box(const Box& text, std::string letter) const {
        const style::BoxStyle& own = style_->box();
        const bool floats = own.float_side != style::Float::kNone;
        Box box;
        box.kind = floats ? BoxKind::kBlock : BoxKind::kInline;
        box.style = floats ? with_display(*style_, Display::kBlock)
                           : with_display(*style_, Display::kInline);
        box.source = {block_.source.node, style::PseudoElement::kFirstLetter, false};
        Box content = anonymous_box(BoxKind::kText, Display::kInline, box);
        content.source.text = text.source.text;
        content.text = transformed_text(letter, style_->text().text_transform, *block_.source.node);
        box.children.push_back(std::move(content));
        return box;
    }

    const Box& block_;
    const style::StylePtr& style_;
};

}  // namespace

void set_first_letter_apart(Box& block, const style::StylePtr& first_letter) {
    LetterSetter(block, first_letter).set_in(block.children);
}

}  // namespace ghreveal::boxes
