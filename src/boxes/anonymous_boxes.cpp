#include "boxes/anonymous_boxes.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "boxes/box_styles.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

namespace {

bool has_horizontal_edges(const Box& box) {
    const auto& style = box.style->box();
    const auto is_zero = [](const css::SizeValue& margin) {
        return margin.is_auto() || (margin.length && *margin.length == css::LengthPercentage{});
    };
    return style.border_width != Edges{} || style.padding != css::Sides<css::LengthPercentage>{} ||
           !is_zero(style.margin.left) || !is_zero(style.margin.right);
}

bool is_in_flow_block(const Box& box) {
    return !box.is_inline_level() && !box.is_out_of_flow() && !box.is_outside_marker();
}

constexpr std::string_view kWhiteSpace = " \t\r\n\f";

bool is_space_text(const Box& box) {
    const auto white_space = box.style->text().white_space;
    if (preserves_spaces(white_space)) {
        return box.text.empty();
    }
    const bool keeps_lines = white_space == style::WhiteSpace::kPreLine;
    return box.text.find_first_not_of(keeps_lines ? " \t\r\f" : kWhiteSpace) == std::string::npos;
}

// Moves children [first, last) of a run into `out`: in an anonymous block when there is something
// to show, else only what is out of flow.
void append_run(std::vector<Box>& run, const Box& parent, std::vector<Box>& out,
                bool (*vanishes)(const Box&)) {
    const auto shows = [vanishes](const Box& box) {
        return box.is_inline_level() && !vanishes(box);
    };
    if (std::any_of(run.begin(), run.end(), shows)) {
        Box block = anonymous_box(BoxKind::kBlock, style::Display::kBlock, parent);
        block.children = std::move(run);
        out.push_back(std::move(block));
    } else {
        for (Box& box : run) {
            if (!box.is_inline_level()) {
                out.push_back(std::move(box));
            }
        }
    }
    run.clear();
}

// Puts runs of children for which `joins` is true into anonymous blocks; not those that vanish.
template <typename Joins>
void wrap_runs(Box& parent, Joins&& joins, bool (*vanishes)(const Box&)) {
    std::vector<Box> children;
    std::vector<Box> run;
    for (Box& child : parent.children) {
        if (joins(child)) {
            run.push_back(std::move(child));
            continue;
        }
        append_run(run, parent, children, vanishes);
        children.push_back(std::move(child));
    }
    append_run(run, parent, children, vanishes);
    parent.children = std::move(children);
}

Box part_of(const Box& inline_box) {
    Box part;
    part.kind = BoxKind::kInline;
    part.style = inline_box.style;
    part.source = inline_box.source;
    return part;
}

}  // namespace

bool is_collapsible_space(const Box& box) {
    if (box.kind == BoxKind::kText) {
        return is_space_text(box);
    }
    return box.kind == BoxKind::kInline && !has_horizontal_edges(box) &&
           std::all_of(box.children.begin(), box.children.end(), is_collapsible_space);
}

bool is_white_space(const Box& box) {
    return is_collapsible_space(box) ||
           (box.kind == BoxKind::kText &&
            box.text.find_first_not_of(kWhiteSpace) == std::string::npos);
}

Box anonymous_box(BoxKind kind, style::Display display, const Box& parent) {
    Box box;
    box.kind = kind;
    box.style = style::anonymous_style(*parent.style, display);
    box.source = parent.source;
    box.source.is_anonymous = true;
    return box;
}

void wrap_inline_runs(Box& container) {
    if (std::none_of(container.children.begin(), container.children.end(), is_in_flow_block)) {
        return;
    }
    wrap_runs(
        container,
        [](const Box& child) { return child.is_inline_level() || child.is_out_of_flow(); },
        is_collapsible_space);
}

void wrap_item_text(Box& container) {
    wrap_runs(
        container,
        [](const Box& child) {
            return child.kind == BoxKind::kText || child.kind == BoxKind::kLineBreak ||
                   child.kind == BoxKind::kInline;
        },
        is_white_space);
}

void append_inline(Box&& inline_box, std::vector<Box>& out) {
    if (std::none_of(inline_box.children.begin(), inline_box.children.end(), is_in_flow_block)) {
        out.push_back(std::move(inline_box));
        return;
    }
    const bool keeps_empty_parts = has_horizontal_edges(inline_box);
    std::vector<Box> children = std::move(inline_box.children);
    Box part = part_of(inline_box);
    part.has_first_edge = inline_box.has_first_edge;
    part.has_last_edge = false;
    const auto append_part = [&] {
        if (!part.children.empty() || keeps_empty_parts) {
            out.push_back(std::move(part));
        }
        part = part_of(inline_box);
        part.has_first_edge = false;
        part.has_last_edge = false;
    };
    for (Box& child : children) {
        if (is_in_flow_block(child)) {
            append_part();
            out.push_back(std::move(child));
        } else {
            part.children.push_back(std::move(child));
        }
    }
    part.has_last_edge = inline_box.has_last_edge;
    append_part();
}

}  // namespace ghreveal::boxes
