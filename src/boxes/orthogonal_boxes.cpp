#include "boxes/orthogonal_boxes.h"

#include <map>
#include <memory>
#include <utility>

#include "boxes/anonymous_boxes.h"
#include "boxes/writing_frame.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

namespace {

using style::Display;
using style::StylePtr;
using style::WritingMode;

WritingMode mode_of(const Box& box) {
    return box.style->text().writing_mode;
}

// What has no frame of its own: it is a part of lines, of a table, or has no lines.
bool is_part_of_frame(const Box& box) {
    switch (box.kind) {
        case BoxKind::kBlock:
        case BoxKind::kFlex:
        case BoxKind::kGrid:
        case BoxKind::kTableWrapper:
            return false;
        default:
            return true;
    }
}

// The picture's point that stands at the same point of its box (CSS Images 3 §5.5).
void turn_object_position(style::BoxStyle& box, WritingMode frame) {
    const auto from_end = [](css::LengthPercentage position) {
        position.px = -position.px;
        position.percent = 100 - position.percent;
        return position;
    };
    const auto x = box.object_position_x;
    const auto y = box.object_position_y;
    const bool is_from_bottom = frame == WritingMode::kSidewaysLr;
    const bool is_from_right =
        frame == WritingMode::kVerticalRl || frame == WritingMode::kSidewaysRl;
    box.object_position_x = is_from_bottom ? from_end(y) : y;
    box.object_position_y = is_from_right ? from_end(x) : x;
}

void turn_sides(style::BoxStyle& box, WritingMode frame) {
    std::swap(box.width, box.height);
    std::swap(box.min_width, box.min_height);
    std::swap(box.max_width, box.max_height);
    std::swap(box.overflow_x, box.overflow_y);
    if (box.aspect_ratio) {
        box.aspect_ratio = 1 / *box.aspect_ratio;
    }
    box.margin = into_frame(box.margin, frame);
    box.padding = into_frame(box.padding, frame);
    box.border_width = into_frame(box.border_width, frame);
    box.border_style = into_frame(box.border_style, frame);
    box.offset = into_frame(box.offset, frame);
    turn_object_position(box, frame);
}

// In its own frame the box stands alone: where it is, is decided around it.
Display alone(Display display) {
    switch (display) {
        case Display::kFlex:
        case Display::kInlineFlex:
            return Display::kInlineFlex;
        case Display::kGrid:
        case Display::kInlineGrid:
            return Display::kInlineGrid;
        case Display::kTable:
        case Display::kInlineTable:
            return Display::kInlineTable;
        default:
            return Display::kInlineBlock;
    }
}

StylePtr style_alone(const style::ComputedStyle& style) {
    auto box = std::make_shared<style::BoxStyle>(style.box());
    box->display = alone(box->display);
    box->position = style::Position::kStatic;
    box->float_side = style::Float::kNone;
    auto changed = std::make_shared<style::ComputedStyle>(style);
    changed->box_group = std::move(box);
    return changed;
}

StylePtr with_mode(const style::ComputedStyle& style, WritingMode mode) {
    auto text = std::make_shared<style::TextStyle>(style.text());
    text->writing_mode = mode;
    auto changed = std::make_shared<style::ComputedStyle>(style);
    changed->text_group = std::move(text);
    return changed;
}

class Turner {
public:
    void turn(Box&, WritingMode frame);

private:
    StylePtr turned(const StylePtr&, WritingMode frame);
    void turn_inside(Box&, WritingMode frame);
    void hold(Box&, WritingMode frame);
    void hold_content(Box& cell, WritingMode frame);

    std::map<std::pair<StylePtr, WritingMode>, StylePtr> styles_;  // that were turned already
};

StylePtr Turner::turned(const StylePtr& style, WritingMode frame) {
    if (!is_vertical(frame)) {
        return style;
    }
    StylePtr& found = styles_[{style, frame}];
    if (!found) {
        auto box = std::make_shared<style::BoxStyle>(style->box());
        turn_sides(*box, frame);
        auto changed = std::make_shared<style::ComputedStyle>(*style);
        changed->box_group = std::move(box);
        if (style->text().border_collapse == style::BorderCollapse::kCollapse) {
            // Their colours are chosen by layout.
            auto paint = std::make_shared<style::PaintStyle>(style->paint());
            paint->border_color = into_frame(paint->border_color, frame);
            changed->paint_group = std::move(paint);
        }
        found = std::move(changed);
    }
    return found;
}

void Turner::turn_inside(Box& box, WritingMode frame) {
    box.style = turned(box.style, frame);
    if (is_vertical(frame)) {
        std::swap(box.replaced.natural.width, box.replaced.natural.height);
        box.replaced.ratio = box.replaced.ratio > 0 ? 1 / box.replaced.ratio : 0;
    }
    for (Box& child : box.children) {
        turn(child, frame);
    }
    if (box.first_line) {
        auto shape = std::make_shared<Box>(*box.first_line);
        turn_inside(*shape, frame);
        box.first_line = std::move(shape);
    }
}

void Turner::hold(Box& box, WritingMode frame) {
    Box holder;
    holder.kind = BoxKind::kOrthogonal;
    holder.source = box.source;
    holder.style = with_mode(*turned(box.style, frame), frame);
    turn_inside(box, mode_of(box));
    box.style = style_alone(*box.style);
    holder.children.push_back(std::move(box));
    box = std::move(holder);
}

// A cell is a part of its table; its lines are in a box of their own.
void Turner::hold_content(Box& cell, WritingMode frame) {
    Box content = anonymous_box(BoxKind::kBlock, Display::kBlock, cell);
    content.children = std::exchange(cell.children, {});
    content.first_line = std::exchange(cell.first_line, nullptr);
    hold(content, frame);
    cell.children.push_back(std::move(content));
    cell.style = turned(cell.style, frame);
}

void Turner::turn(Box& box, WritingMode frame) {
    // They are placed when all is turned back.
    const WritingMode around = box.is_absolutely_positioned() ? WritingMode::kHorizontal : frame;
    if (box.kind == BoxKind::kTableCell && mode_of(box) != around) {
        hold_content(box, around);
    } else if (!is_part_of_frame(box) && mode_of(box) != around) {
        hold(box, around);
    } else {
        turn_inside(box, around);
    }
}

}  // namespace

bool is_inline_across(const style::ComputedStyle& style, const style::ComputedStyle& parent) {
    return style.box().display == Display::kInline &&
           style.text().writing_mode != parent.text().writing_mode;
}

void turn_vertical_boxes(Box& root) {
    Turner().turn(root, WritingMode::kHorizontal);
}

}  // namespace ghreveal::boxes
