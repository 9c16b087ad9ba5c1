#include <algorithm>
#include <charconv>
#include <iterator>

#include "boxes/anonymous_boxes.h"
#include "boxes/box.h"
#include "boxes/box_styles.h"
#include "boxes/content/first_letter.h"
#include "boxes/content/first_line.h"
#include "boxes/content/generated_content.h"
#include "boxes/content/text_transform.h"
#include "boxes/form_controls.h"
#include "boxes/orthogonal_boxes.h"
#include "boxes/replaced_boxes.h"
#include "boxes/ruby.h"
#include "boxes/table_fixup.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "style/svg/lost_properties.h"

namespace ghreveal::boxes {

namespace {

using style::Display;
using style::PseudoElement;

BoxKind kind_of(Display display) {
    switch (display) {
        case Display::kInline:
            return BoxKind::kInline;
        case Display::kFlex:
        case Display::kInlineFlex:
            return BoxKind::kFlex;
        case Display::kGrid:
        case Display::kInlineGrid:
            return BoxKind::kGrid;
        case Display::kTable:
        case Display::kInlineTable:
            return BoxKind::kTableGrid;
        case Display::kTableRowGroup:
        case Display::kTableHeaderGroup:
        case Display::kTableFooterGroup:
            return BoxKind::kTableRowGroup;
        case Display::kTableRow:
            return BoxKind::kTableRow;
        case Display::kTableCell:
            return BoxKind::kTableCell;
        case Display::kTableColumnGroup:
            return BoxKind::kTableColumnGroup;
        case Display::kTableColumn:
            return BoxKind::kTableColumn;
        default:
            return BoxKind::kBlock;
    }
}

// Whether the children are flex or grid items (CSS Flexbox 1 §4, CSS Grid 1 §6).
bool makes_items(BoxKind kind) {
    return kind == BoxKind::kFlex || kind == BoxKind::kGrid;
}

int span_attribute(const dom::Node& node, std::string_view name, int most_spanned) {
    const std::string* text = node.attribute(name);
    if (text == nullptr) {
        return 1;
    }
    // HTML "rules for parsing non-negative integers", clamped: a negative one is none.
    unsigned value = 1;
    const auto result = std::from_chars(text->data(), text->data() + text->size(), value);
    const auto most = static_cast<unsigned>(most_spanned);
    if (result.ec == std::errc::result_out_of_range) {
        return most_spanned;
    }
    const unsigned least = name == "rowspan" ? 0 : 1;
    return result.ec == std::errc{} ? static_cast<int>(std::clamp(value, least, most)) : 1;
}

void take_spans(Box& box, int most) {
    const dom::Node& node = *box.source.node;
    if (box.kind == BoxKind::kTableCell) {
        box.column_span = span_attribute(node, "colspan", most);
        box.row_span = span_attribute(node, "rowspan", most);
    } else if (box.kind == BoxKind::kTableColumn || box.kind == BoxKind::kTableColumnGroup) {
        box.column_span = span_attribute(node, "span", most);
    }
}

// A closed <details> shows its summary only (HTML §4.11.1).
bool is_hidden_in_details(const dom::Node& node, const dom::Node& parent) {
    return parent.is_element("details") && parent.attribute("open") == nullptr &&
           !node.is_element("summary");
}

// What an element's children have to know of it.
struct Parent {
    const dom::Node& node;
    const style::StylePtr& style;
    bool children_are_items = false;
    style::StylePtr text_style = nullptr;  // made when the first text needs it
};

class BoxBuilder {
public:
    BoxBuilder(const style::SlideStyles& styles, const BoxContext& context)
        : styles_(styles), context_(context) {
        if (styles.counter_styles) {
            state_.counter_styles = *styles.counter_styles;
        }
    }

    Box build_root(const dom::Node&);

private:
    void append_node(const dom::Node&, Parent&, std::vector<Box>& out);
    // `node`: the text node that it is the text of; null: of none.
    void append_text(const std::string& text, const dom::Node* node, Parent&,
                     std::vector<Box>& out);
    const std::string& shown_text(const dom::Node& text) const;
    void append_element(const dom::Node&, const Parent&, std::vector<Box>& out);
    void append_box_of(const dom::Node&, style::StylePtr, Display, std::vector<Box>& out);
    void append_children(const dom::Node&, Parent&, std::vector<Box>& out);
    void append_child_nodes(const dom::Node&, Parent&, std::vector<Box>& out);
    void append_pseudo(PseudoElement, const style::StylePtr&, const Parent&, std::vector<Box>& out);
    void append_finished(Box&&, std::vector<Box>& out);
    void set_parts_apart(Box&) const;

    const style::SlideStyles& styles_;
    const BoxContext& context_;
    DocumentState state_;
    bool has_vertical_text_ = false;
};

// The style that an element's box has in its surroundings: items of flex containers are
// block-level whatever their display type.
style::StylePtr style_in_context(const style::StylePtr& style, bool is_item) {
    const Display display = style->box().display;
    return is_item && blockified(display) != display ? with_display(*style, blockified(display))
                                                     : style;
}

void BoxBuilder::append_text(const std::string& text, const dom::Node* node, Parent& parent,
                             std::vector<Box>& out) {
    if (text.empty()) {
        return;
    }
    if (!parent.text_style) {
        parent.text_style = style::anonymous_style(*parent.style, Display::kInline);
    }
    Box box;
    box.kind = BoxKind::kText;
    box.style = parent.text_style;
    box.source = {&parent.node, PseudoElement::kNone, true, node};
    box.text = transformed_text(text, parent.style->text().text_transform, parent.node);
    out.push_back(std::move(box));
}

const std::string& BoxBuilder::shown_text(const dom::Node& text) const {
    if (context_.texts != nullptr) {
        if (const auto other = context_.texts->find(&text); other != context_.texts->end()) {
            return other->second;
        }
    }
    return text.text;
}

void BoxBuilder::append_node(const dom::Node& node, Parent& parent, std::vector<Box>& out) {
    if (is_hidden_in_details(node, parent.node)) {
        return;
    }
    if (node.is_text()) {
        append_text(shown_text(node), &node, parent, out);
    } else {
        append_element(node, parent, out);
    }
}

void BoxBuilder::append_pseudo(PseudoElement pseudo, const style::StylePtr& given,
                               const Parent& parent, std::vector<Box>& out) {
    if (!given || !given->box().has_content || given->box().display == Display::kNone) {
        return;
    }
    Box box;
    box.style = style_in_context(given, parent.children_are_items);
    box.kind = kind_of(display_in_context(*box.style));
    box.source = {&parent.node, pseudo, false};
    state_.counters.enter_element();
    update_counters(*box.style, state_.counters);
    append_content(box, state_, context_);
    for (Box& child : box.children) {
        child.text = transformed_text(child.text, box.style->text().text_transform, parent.node);
    }
    state_.counters.leave_element();
    if (box.style->box().display == Display::kContents) {
        std::move(box.children.begin(), box.children.end(), std::back_inserter(out));
    } else {
        append_finished(std::move(box), out);
    }
}

void BoxBuilder::append_child_nodes(const dom::Node& node, Parent& parent, std::vector<Box>& out) {
    if (const std::string* text = control_text(node)) {
        append_text(*text, nullptr, parent, out);
        return;
    }
    if (node.is_element("select")) {
        const dom::Node* option = shown_option(node);
        append_text(option == nullptr ? "" : dom::text_content(*option), nullptr, parent, out);
        return;
    }
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        append_node(*child, parent, out);
    }
}

void BoxBuilder::append_children(const dom::Node& node, Parent& parent, std::vector<Box>& out) {
    const style::ElementStyles& styles = styles_.entry(node);
    append_pseudo(PseudoElement::kBefore, styles.before, parent, out);
    if (!styles.is_closed) {
        append_child_nodes(node, parent, out);
    }
    append_pseudo(PseudoElement::kAfter, styles.after, parent, out);
}

// Makes the box's children legal for its kind and hands it to its parent.
void BoxBuilder::append_finished(Box&& box, std::vector<Box>& out) {
    switch (box.kind) {
        case BoxKind::kInline:
            wrap_stray_table_parts(box);
            append_inline(std::move(box), out);
            return;
        case BoxKind::kTableGrid:
            complete_table(box);
            break;
        case BoxKind::kTableRowGroup:
            complete_row_group(box);
            break;
        case BoxKind::kTableRow:
            complete_row(box);
            break;
        case BoxKind::kTableColumn:
            box.children.clear();
            break;
        case BoxKind::kTableColumnGroup:
            std::erase_if(box.children,
                          [](const Box& child) { return child.kind != BoxKind::kTableColumn; });
            break;
        case BoxKind::kFlex:
        case BoxKind::kGrid:
            wrap_stray_table_parts(box);
            wrap_item_text(box);
            break;
        default:
            wrap_stray_table_parts(box);
            wrap_inline_runs(box);
            set_parts_apart(box);
            break;
    }
    out.push_back(std::move(box));
}

// CSS Pseudo-Elements 4 §2.2: of block containers, not of what is anonymous in them.
void BoxBuilder::set_parts_apart(Box& box) const {
    const bool is_elements_own = box.source.pseudo == PseudoElement::kNone &&
                                 !box.source.is_anonymous && styles_.has(*box.source.node);
    if (!is_elements_own || (box.kind != BoxKind::kBlock && box.kind != BoxKind::kTableCell)) {
        return;
    }
    const style::ElementStyles& styles = styles_.entry(*box.source.node);
    if (styles.first_letter) {
        set_first_letter_apart(box, styles.first_letter);
    }
    if (styles.first_line) {
        set_first_line(box, styles.first_line);
    }
}

void BoxBuilder::append_box_of(const dom::Node& node, style::StylePtr style, Display display,
                               std::vector<Box>& out) {
    has_vertical_text_ |= style->text().writing_mode != style::WritingMode::kHorizontal;
    Box box;
    box.style = std::move(style);
    box.source = {&node, PseudoElement::kNone, false};
    if (node.is_element("br")) {
        box.kind = BoxKind::kLineBreak;
        out.push_back(std::move(box));
        return;
    }
    if (auto content = replaced_content(node, *box.style, context_)) {
        if (content->is_inline_svg) {
            style::report_lost_properties(node, styles_, context_.file, context_.diagnostics);
        }
        box.kind = BoxKind::kReplaced;
        box.replaced = std::move(*content);
        out.push_back(std::move(box));
        return;
    }
    box.kind = kind_of(display);
    take_spans(box, context_.limits.table_span);
    Parent parent{node, box.style, makes_items(box.kind)};
    if (display == Display::kListItem) {
        add_marker(box, {styles_.entry(node).marker, state_, context_});
    }
    append_children(node, parent, box.children);
    if (node.is_element("ruby") && box.kind == BoxKind::kInline) {
        box.children = ruby_pairs(box, std::move(box.children));
    }
    append_finished(std::move(box), out);
}

void BoxBuilder::append_element(const dom::Node& node, const Parent& parent,
                                std::vector<Box>& out) {
    if (!styles_.has(node)) {
        return;
    }
    style::StylePtr style =
        style_in_context(styles_.entry(node).element, parent.children_are_items);
    if (is_inline_across(*style, *parent.style)) {
        style = with_display(*style, Display::kInlineBlock);
    }
    const Display display = display_in_context(*style);
    if (display == Display::kNone) {
        return;
    }
    state_.counters.enter_element();
    update_counters(node, *style, state_.counters);
    if (display == Display::kContents) {
        Parent passing{node, style, parent.children_are_items};
        append_children(node, passing, out);
    } else if (node.is_element("wbr")) {
        // HTML "Rendering" §15.3.5: as if it held U+200B.
        Parent holder{node, style};
        append_text("\u200b", nullptr, holder, out);
    } else {
        append_box_of(node, moved_with_inlines(node, std::move(style), styles_), display, out);
    }
    state_.counters.leave_element();
}

Box BoxBuilder::build_root(const dom::Node& node) {
    Box root;
    root.style = styles_.entry(node).element;
    root.source = {&node, PseudoElement::kNone, false};
    has_vertical_text_ = root.style->text().writing_mode != style::WritingMode::kHorizontal;
    const Display display = blockified(root.style->box().display);
    root.kind =
        display == Display::kFlex || display == Display::kGrid ? kind_of(display) : BoxKind::kBlock;
    Parent parent{node, root.style, makes_items(root.kind)};
    state_.counters.enter_element();
    update_counters(node, *root.style, state_.counters);
    append_children(node, parent, root.children);
    std::vector<Box> finished;
    append_finished(std::move(root), finished);
    if (has_vertical_text_) {
        turn_vertical_boxes(finished.front());
    }
    return std::move(finished.front());
}

}  // namespace

Box build_boxes(const dom::Node& root, const style::SlideStyles& styles,
                const BoxContext& context) {
    Box box = BoxBuilder(styles, context).build_root(root);
#ifndef NDEBUG
    check_legal(box);
#endif
    return box;
}

}  // namespace ghreveal::boxes
