#include "boxes/content/first_line.h"

#include <algorithm>

#include "boxes/anonymous_boxes.h"
#include "boxes/box_styles.h"
#include "boxes/content/text_transform.h"
#include "style/properties/ink_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

namespace {

using style::ComputedStyle;
using style::StylePtr;

// Whose values are compared: of the block that has the pseudo-element, of the pseudo-element, and
// of the block container that has the line.
template <typename Group>
struct Inheritance {
    const Group& block;
    const Group& line;
    const Group& container;
};

// What is inherited by way of the pseudo-element, which is the innermost of all around the line: of
// what it sets, whatever has the container's value has its value instead.
template <typename Group, typename... Fields>
void take_inherited(Group& own, const Inheritance<Group>& from, Fields... fields) {
    const auto take = [&](auto field) {
        const bool is_set = !(from.line.*field == from.block.*field);
        if (is_set && own.*field == from.container.*field) {
            own.*field = from.line.*field;
        }
    };
    (take(fields), ...);
}

class FirstLineSetter {
public:
    FirstLineSetter(const Box& block, const Box& container, const StylePtr& line)
        : block_(block), container_(container), line_(line) {}

    // The block container whose first line is the block's; null: there is none.
    static Box* container_of(Box& block) {
        for (Box& child : block.children) {
            if (child.is_out_of_flow() || child.is_outside_marker()) {
                continue;
            }
            if (child.is_inline_level()) {
                return &block;
            }
            return child.kind == BoxKind::kBlock ? container_of(child) : nullptr;
        }
        return nullptr;
    }

    Box shaped() const {
        Box shape;
        shape.kind = container_.kind;
        shape.source = container_.source;
        shape.style = on_line(*container_.style);
        // Its own box has what is not inherited: background, decoration.
        Box line;
        line.kind = BoxKind::kInline;
        line.style = with_display(*line_, style::Display::kInline);
        line.source = {block_.source.node, style::PseudoElement::kFirstLine, false};
        for (const Box& child : container_.children) {
            if (!child.is_outside_marker()) {
                line.children.push_back(restyled(child));
            }
        }
        shape.children.push_back(std::move(line));
        return shape;
    }

private:
    StylePtr on_line(const ComputedStyle& own) const {
        auto text = std::make_shared<style::TextStyle>(own.text());
        using Text = style::TextStyle;
        take_inherited<Text>(*text, {block_.style->text(), line_->text(), container_.style->text()},
                             &Text::font, &Text::line_height, &Text::letter_spacing,
                             &Text::word_spacing, &Text::font_features);
        auto ink = std::make_shared<style::InkStyle>(own.ink());
        using Ink = style::InkStyle;
        take_inherited<Ink>(*ink, {block_.style->ink(), line_->ink(), container_.style->ink()},
                            &Ink::color, &Ink::text_shadow, &Ink::text_fill_color);
        auto style = std::make_shared<ComputedStyle>(own);
        style->text_group = std::move(text);
        style->ink_group = std::move(ink);
        return style;
    }

    Box restyled(const Box& box) const {
        if (box.kind != BoxKind::kInline && box.kind != BoxKind::kText &&
            box.kind != BoxKind::kLineBreak) {
            return box;  // it has lines of its own
        }
        Box shape = box;
        shape.children.clear();
        shape.style = on_line(*box.style);
        if (box.kind == BoxKind::kText) {
            take_text(shape, box);
        }
        for (const Box& child : box.children) {
            shape.children.push_back(restyled(child));
        }
        return shape;
    }

    // A text without a colour of its own is painted in the pseudo-element's.
    void take_text(Box& shape, const Box& text) const {
        const bool is_set = !(line_->ink() == block_.style->ink());
        if (is_set && text.style->ink() == container_.style->ink()) {
            shape.source.node = block_.source.node;
            shape.source.pseudo = style::PseudoElement::kFirstLine;
        }
        // The lines below go on where this one ends: in the same bytes.
        std::string transformed =
            transformed_text(text.text, line_->text().text_transform, *block_.source.node);
        if (transformed.size() == text.text.size()) {
            shape.text = std::move(transformed);
        }
    }

    const Box& block_;
    const Box& container_;
    const StylePtr& line_;
};

}  // namespace

void set_first_line(Box& block, const StylePtr& first_line) {
    Box* container = FirstLineSetter::container_of(block);
    if (container != nullptr && !container->first_line) {
        container->first_line =
            std::make_shared<const Box>(FirstLineSetter(block, *container, first_line).shaped());
    }
}

}  // namespace ghreveal::boxes
