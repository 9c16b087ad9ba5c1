#include "style/style_builder.h"

#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

bool has_line(BorderStyle style) {
    return style != BorderStyle::kNone && style != BorderStyle::kHidden;
}

template <typename T>
void set_if_changed(CopyOnWrite<T>& group, auto member, const auto& value) {
    if (!(group.get().*member == value)) {
        group.edit().*member = value;
    }
}

bool is_inline_level(Display display) {
    return display == Display::kInline || display == Display::kInlineBlock ||
           display == Display::kInlineTable || display == Display::kInlineFlex ||
           display == Display::kInlineGrid;
}

// CSS 2.1 §9.7: what floats and positioned boxes become.
Display blockified(Display display) {
    switch (display) {
        case Display::kInline:
        case Display::kInlineBlock:
        case Display::kTableRowGroup:
        case Display::kTableHeaderGroup:
        case Display::kTableFooterGroup:
        case Display::kTableRow:
        case Display::kTableCell:
        case Display::kTableColumn:
        case Display::kTableColumnGroup:
        case Display::kTableCaption:
            return Display::kBlock;
        case Display::kInlineTable:
            return Display::kTable;
        case Display::kInlineFlex:
            return Display::kFlex;
        case Display::kInlineGrid:
            return Display::kGrid;
        default:
            return display;
    }
}

// CSS Overflow 3 §3.1: where one axis scrolls, the other does as well.
void make_overflow_agree(CopyOnWrite<BoxStyle>& box) {
    const auto stays = [](Overflow overflow) {
        return overflow == Overflow::kVisible || overflow == Overflow::kClip;
    };
    const auto scrolling = [](Overflow overflow) {
        return overflow == Overflow::kVisible ? Overflow::kAuto : Overflow::kHidden;
    };
    const Overflow x = box.get().overflow_x;
    const Overflow y = box.get().overflow_y;
    if (stays(x) && !stays(y)) {
        box.edit().overflow_x = scrolling(x);
    } else if (stays(y) && !stays(x)) {
        box.edit().overflow_y = scrolling(y);
    }
}

// Compatibility Standard §4.1, CSS Overflow 4 §6.2: `display: -webkit-box` is a flex container, or,
// where it shows some lines only, a block of lines.
void settle_legacy_box(CopyOnWrite<BoxStyle>& box, bool is_legacy_box) {
    const bool is_vertical = is_legacy_box && box.get().is_legacy_vertical_box;
    if (is_vertical && box.get().line_clamp > 0) {
        box.edit().display =
            box.get().display == Display::kInlineFlex ? Display::kInlineBlock : Display::kFlowRoot;
    } else if (is_vertical) {
        box.edit().flex_direction = FlexDirection::kColumn;
    } else if (box.get().line_clamp > 0) {
        box.edit().line_clamp = 0;
    }
}

// What is inherited of currentcolor is the word (CSS Color 4 §9.1).
template <typename Group>
void color_shadows(CopyOnWrite<Group>& group, std::vector<css::Shadow> Group::*shadows,
                   const Color& current) {
    const auto& list = group.get().*shadows;
    const auto is_other = [&](const css::Shadow& shadow) {
        return shadow.is_current && !(shadow.color == current);
    };
    if (std::any_of(list.begin(), list.end(), is_other)) {
        for (css::Shadow& shadow : group.edit().*shadows) {
            shadow.color = shadow.is_current ? current : shadow.color;
        }
    }
}

// Borders that look raised or sunk are light grey where no colour is given, as in Chromium: so are
// those of <hr> and of tables with a `border`.
Color border_color(const std::optional<Color>& given, BorderStyle style, Color current) {
    constexpr Color kOfShadedBorders{238, 238, 238, 1};
    const bool is_shaded = style == BorderStyle::kInset || style == BorderStyle::kOutset ||
                           style == BorderStyle::kGroove || style == BorderStyle::kRidge;
    return given.value_or(is_shaded ? kOfShadedBorders : current);
}

}  // namespace

const StylePtr& initial_style() {
    static const StylePtr kInitial = [] {
        auto style = std::make_shared<ComputedStyle>();
        style->box_group = std::make_shared<BoxStyle>();
        style->text_group = std::make_shared<TextStyle>();
        style->paint_group = std::make_shared<PaintStyle>();
        style->ink_group = std::make_shared<InkStyle>();
        return style;
    }();
    return kInitial;
}

StyleBuilder::StyleBuilder(const ComputedStyle& parent_style)
    : parent(parent_style),
      box(initial_style()->box_group),
      text(parent_style.text_group),
      paint(initial_style()->paint_group),
      ink(parent_style.ink_group) {}

StylePtr StyleBuilder::finish() && {
    const auto& styles = box.get().border_style;
    const Edges used{has_line(styles.top) ? border_width.top : 0,
                     has_line(styles.right) ? border_width.right : 0,
                     has_line(styles.bottom) ? border_width.bottom : 0,
                     has_line(styles.left) ? border_width.left : 0};
    set_if_changed(box, &BoxStyle::border_width, used);
    settle_legacy_box(box, is_legacy_box);
    const bool out_of_flow = box.get().float_side != Float::kNone ||
                             box.get().position == Position::kAbsolute ||
                             box.get().position == Position::kFixed;
    if (out_of_flow) {
        set_if_changed(box, &BoxStyle::is_inline_level_by_itself,
                       is_inline_level(box.get().display));
        set_if_changed(box, &BoxStyle::display, blockified(box.get().display));
    }
    make_overflow_agree(box);
    if (is_sticky) {
        box.edit().offset = {};
    }
    const Color current = ink.get().color;
    color_shadows(ink, &InkStyle::text_shadow, current);
    color_shadows(paint, &PaintStyle::box_shadow, current);
    if (used != Edges{}) {
        set_if_changed(paint, &PaintStyle::border_color,
                       css::Sides<Color>{border_color(colors.border.top, styles.top, current),
                                         border_color(colors.border.right, styles.right, current),
                                         border_color(colors.border.bottom, styles.bottom, current),
                                         border_color(colors.border.left, styles.left, current)});
    }
    if (has_line(paint.get().outline_style)) {
        set_if_changed(paint, &PaintStyle::outline_width, outline_width);
        set_if_changed(paint, &PaintStyle::outline_color, colors.outline.value_or(current));
    }
    if (paint.get().decoration_lines != kNoLine) {
        set_if_changed(paint, &PaintStyle::decoration_color, colors.decoration.value_or(current));
    }
    auto style = std::make_shared<ComputedStyle>();
    style->box_group = std::move(box).take();
    style->text_group = std::move(text).take();
    style->paint_group = std::move(paint).take();
    style->ink_group = std::move(ink).take();
    return style;
}

}  // namespace ghreveal::style
