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

}  // namespace ghreveal::boxes
