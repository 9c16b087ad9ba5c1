#include "boxes/box_styles.h"

#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

using style::Display;

Display blockified(Display display) {
    switch (display) {
        case Display::kInline:
        case Display::kInlineBlock:
            return Display::kBlock;
        case Display::kInlineFlex:
            return Display::kFlex;
        case Display::kInlineGrid:
            return Display::kGrid;
        case Display::kInlineTable:
            return Display::kTable;
        default:
            return is_table_part(display) ? Display::kBlock : display;
    }
}

bool is_table_part(Display display) {
    switch (display) {
        case Display::kTableRowGroup:
        case Display::kTableHeaderGroup:
        case Display::kTableFooterGroup:
        case Display::kTableRow:
        case Display::kTableCell:
        case Display::kTableColumnGroup:
        case Display::kTableColumn:
        case Display::kTableCaption:
            return true;
        default:
            return false;
    }
}

bool preserves_spaces(style::WhiteSpace white_space) {
    return white_space == style::WhiteSpace::kPre || white_space == style::WhiteSpace::kPreWrap ||
           white_space == style::WhiteSpace::kBreakSpaces;
}

bool is_out_of_flow(const style::ComputedStyle& style) {
    const auto& box = style.box();
    return box.float_side != style::Float::kNone || box.position == style::Position::kAbsolute ||
           box.position == style::Position::kFixed;
}

style::StylePtr with_display(const style::ComputedStyle& style, Display display) {
    auto box = std::make_shared<style::BoxStyle>(style.box());
    box->display = display;
    auto changed = std::make_shared<style::ComputedStyle>(style);
    changed->box_group = std::move(box);
    return changed;
}

namespace {

// Of two opposite sides, how far from the first one; the second counts where that is auto.
css::LengthPercentage offset_from(const css::SizeValue& first, const css::SizeValue& second) {
    if (first.length) {
        return *first.length;
    }
    const css::LengthPercentage other = second.length.value_or(css::LengthPercentage{});
    return {-other.px, -other.percent};
}

css::LengthPercentage sum(const css::LengthPercentage& a, const css::LengthPercentage& b) {
    return {a.px + b.px, a.percent + b.percent};
}

style::StylePtr moved_with_inline(const style::StylePtr& style,
                                  const css::Sides<css::SizeValue>& offset) {
    const css::LengthPercentage x = offset_from(offset.left, offset.right);
    const css::LengthPercentage y = offset_from(offset.top, offset.bottom);
    if (x == css::LengthPercentage{} && y == css::LengthPercentage{}) {
        return style;
    }
    auto box = std::make_shared<style::BoxStyle>(style->box());
    const bool has_own = box->position == style::Position::kRelative;
    const auto own = [&](const css::SizeValue& first, const css::SizeValue& second) {
        return has_own ? offset_from(first, second) : css::LengthPercentage{};
    };
    box->offset = {css::SizeValue::of(sum(y, own(box->offset.top, box->offset.bottom))),
                   {},
                   {},
                   css::SizeValue::of(sum(x, own(box->offset.left, box->offset.right)))};
    box->position = style::Position::kRelative;
    auto changed = std::make_shared<style::ComputedStyle>(*style);
    changed->box_group = std::move(box);
    return changed;
}

bool is_moved_with_inlines(const style::ComputedStyle& style) {
    if (style.box().float_side != style::Float::kNone) {
        return true;
    }
    switch (display_in_context(style)) {
        case Display::kBlock:
        case Display::kFlowRoot:
        case Display::kListItem:
        case Display::kFlex:
        case Display::kGrid:
        case Display::kTable:
            return true;
        default:
            return false;
    }
}

}  // namespace

Display display_in_context(const style::ComputedStyle& style) {
    const Display display = style.box().display;
    return is_out_of_flow(style) ? blockified(display) : display;
}

style::StylePtr moved_with_inlines(const dom::Node& node, style::StylePtr style,
                                   const style::SlideStyles& styles) {
    const style::Position position = style->box().position;
    if (position == style::Position::kAbsolute || position == style::Position::kFixed ||
        !is_moved_with_inlines(*style)) {
        return style;
    }
    for (const dom::Node* around = node.parent; around != nullptr; around = around->parent) {
        const style::ComputedStyle& outer = styles.of(*around);
        if (outer.box().display != Display::kInline || is_out_of_flow(outer)) {
            break;
        }
        if (outer.box().position == style::Position::kRelative) {
            style = moved_with_inline(style, outer.box().offset);
        }
    }
    return style;
}

}  // namespace ghreveal::boxes
