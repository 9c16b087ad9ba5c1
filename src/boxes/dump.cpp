#include <fmt/format.h>

#include <array>

#include "boxes/box.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

namespace {

constexpr std::array<const char*, 16> kKindNames{
    "block", "inline", "text", "break", "replaced",     "flex",   "grid-container", "table",
    "grid",  "group",  "row",  "cell",  "column-group", "column", "orthogonal",     "marker"};

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string source_name(const style::StyleSource& source) {
    std::string name = source.node == nullptr ? "" : source.node->name;
    if (source.pseudo == style::PseudoElement::kBefore) {
        name += "::before";
    } else if (source.pseudo == style::PseudoElement::kAfter) {
        name += "::after";
    } else if (source.pseudo == style::PseudoElement::kFirstLine) {
        name += "::first-line";
    }
    return source.is_anonymous ? "(" + name + ")" : "<" + name + ">";
}

void dump_box(const Box& box, int depth, std::string& out) {
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ');
    out += kKindNames[static_cast<std::size_t>(box.kind)];
    const bool is_text = box.kind == BoxKind::kText || box.kind == BoxKind::kMarker;
    out += is_text ? " " + (box.is_bullet ? box.style->text().list_style_type : quoted(box.text))
                   : " " + source_name(box.source);
    if (box.is_floating()) {
        out += " floating";
    } else if (box.is_absolutely_positioned()) {
        out += " positioned";
    }
    if (box.kind == BoxKind::kReplaced) {
        out += fmt::format(" {}x{}{}", box.replaced.natural.width, box.replaced.natural.height,
                           box.replaced.image ? "" : " placeholder");
    }
    if (box.kind == BoxKind::kTableCell && (box.column_span != 1 || box.row_span != 1)) {
        out += fmt::format(" spans {}x{}", box.column_span, box.row_span);
    }
    out += '\n';
    for (const Box& child : box.children) {
        dump_box(child, depth + 1, out);
    }
}

}  // namespace

std::string dump(const Box& box) {
    std::string out;
    dump_box(box, 0, out);
    return out;
}

}  // namespace ghreveal::boxes
