// What boxes an element makes (CSS Display 3).
#include "style/properties/box_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

// How a box stands outside and what it is inside: `block flow`, `inline flex` (CSS Display 3 §2).
enum class Outside : std::uint8_t { kBlock, kInline };
enum class Inside : std::uint8_t { kFlow, kFlowRoot, kTable, kFlex, kGrid };

struct DisplayParts {
    std::optional<Outside> outside;
    std::optional<Inside> inside;
    bool is_list_item = false;
};

std::optional<Display> display_of(const DisplayParts& parts) {
    const bool is_inline = parts.outside == Outside::kInline;
    const Inside inside = parts.inside.value_or(Inside::kFlow);
    if (parts.is_list_item) {
        const bool is_flow = inside == Inside::kFlow || inside == Inside::kFlowRoot;
        return is_flow && !is_inline ? std::optional(Display::kListItem) : std::nullopt;
    }
    switch (inside) {
        case Inside::kFlow:
            return is_inline ? Display::kInline : Display::kBlock;
        case Inside::kFlowRoot:
            return is_inline ? Display::kInlineBlock : Display::kFlowRoot;
        case Inside::kTable:
            return is_inline ? Display::kInlineTable : Display::kTable;
        case Inside::kFlex:
            return is_inline ? Display::kInlineFlex : Display::kFlex;
        case Inside::kGrid:
            return is_inline ? Display::kInlineGrid : Display::kGrid;
    }
    return std::nullopt;
}

// outside || inside || list-item
bool read_display_parts(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Outside> kOutside[]{{"block", Outside::kBlock},
                                                 {"inline", Outside::kInline}};
    static constexpr Keyword<Inside> kInside[]{{"flow", Inside::kFlow},
                                               {"flow-root", Inside::kFlowRoot},
                                               {"table", Inside::kTable},
                                               {"flex", Inside::kFlex},
                                               {"grid", Inside::kGrid}};
    DisplayParts parts;
    while (!reader.at_end()) {
        if (!(!parts.outside && (parts.outside = read_keyword(reader, kOutside))) &&
            !(!parts.inside && (parts.inside = read_keyword(reader, kInside))) &&
            !(!parts.is_list_item && (parts.is_list_item = reader.read_ident("list-item")))) {
            return false;
        }
    }
    const auto display = display_of(parts);
    if (display) {
        style.box.edit().display = *display;
    }
    return display.has_value();
}

bool read_display(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Display> kDisplays[]{
        {"none", Display::kNone},
        {"inline", Display::kInline},
        {"block", Display::kBlock},
        {"inline-block", Display::kInlineBlock},
        {"list-item", Display::kListItem},
        {"flow-root", Display::kFlowRoot},
        {"flex", Display::kFlex},
        {"-webkit-flex", Display::kFlex},
        {"-webkit-box", Display::kFlex},
        {"-webkit-inline-box", Display::kInlineFlex},
        {"-webkit-inline-flex", Display::kInlineFlex},
        {"inline-flex", Display::kInlineFlex},
        {"grid", Display::kGrid},
        {"inline-grid", Display::kInlineGrid},
        {"contents", Display::kContents},
        {"table", Display::kTable},
        {"inline-table", Display::kInlineTable},
        {"table-row-group", Display::kTableRowGroup},
        {"table-header-group", Display::kTableHeaderGroup},
        {"table-footer-group", Display::kTableFooterGroup},
        {"table-row", Display::kTableRow},
        {"table-cell", Display::kTableCell},
        {"table-column-group", Display::kTableColumnGroup},
        {"table-column", Display::kTableColumn},
        {"table-caption", Display::kTableCaption}};
    const std::size_t start = reader.position();
    style.is_legacy_box =
        reader.peek().is_ident("-webkit-box") || reader.peek().is_ident("-webkit-inline-box");
    const auto display = read_keyword(reader, kDisplays);
    if (display && reader.at_end()) {
        style.box.edit().display = *display;
        return true;
    }
    reader.rewind(start);
    return read_display_parts(style, reader);
}

constexpr Property kProperties[]{
    {"display", false, Phase::kRest, read_display,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().display = from.box().display;
     }},
};

}  // namespace

std::span<const Property> display_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
