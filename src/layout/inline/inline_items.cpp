#include "layout/inline/inline_items.h"

#include <algorithm>

#include "layout/inline/bidi.h"
#include "layout/inline/inline_shaping.h"
#include "style/properties/text_style.h"
#include "support/limit_names.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;
using style::WhiteSpace;

constexpr std::string_view kObjectReplacement = "\uFFFC";

// How a text's white space is treated (CSS Text 3 §3).
struct SpaceRules {
    bool collapses_spaces = true;
    bool keeps_line_breaks = false;
};

SpaceRules rules_of(WhiteSpace white_space) {
    switch (white_space) {
        case WhiteSpace::kNormal:
        case WhiteSpace::kNoWrap:
            return {true, false};
        case WhiteSpace::kPreLine:
            return {true, true};
        case WhiteSpace::kPre:
        case WhiteSpace::kPreWrap:
        case WhiteSpace::kBreakSpaces:
            return {false, true};
    }
    return {};
}

class Collector {
public:
    explicit Collector(InlineContent& out) : out_(out) {}

    void collect_children(const Box& parent) {
        for (const Box& child : parent.children) {
            collect(child, *parent.style);
        }
    }

private:
    void collect(const Box&, const style::ComputedStyle& parent_style);
    void append_text(const Box&);
    void append_space(WhiteSpace);
    void append_object(InlineItemKind kind, const Box& box,
                       const style::ComputedStyle& parent_style) {
        const auto begin = position();
        out_.text += kObjectReplacement;
        out_.items.push_back({kind, &box, &parent_style, begin, position()});
        after_space_ = false;
    }
    void append_mark(InlineItemKind kind, const Box& box,
                     const style::ComputedStyle& parent_style) {
        out_.items.push_back({kind, &box, &parent_style, position(), position()});
    }
    std::uint32_t position() const { return static_cast<std::uint32_t>(out_.text.size()); }

    InlineContent& out_;
    // A collapsible space here would be at a line's beginning or after another one, and so vanish.
    bool after_space_ = true;
    bool may_break_there_ = true;  // after that space
};

// CSS Text 3 §4.1.1: of two spaces the second one vanishes, but a line may still break there.
void Collector::append_space(WhiteSpace white_space) {
    const bool wraps = wraps_lines(white_space);
    if (!after_space_) {
        out_.text += ' ';
        after_space_ = true;
        may_break_there_ = wraps;
    } else if (wraps && !may_break_there_) {
        out_.text += kZeroWidthSpace;
        may_break_there_ = true;
    }
}

void Collector::collect(const Box& box, const style::ComputedStyle& parent_style) {
    if (box.is_outside_marker()) {
        return;
    }
    if (box.is_absolutely_positioned()) {
        append_mark(InlineItemKind::kPositioned, box, parent_style);
    } else if (box.is_floating()) {
        append_mark(InlineItemKind::kFloat, box, parent_style);
    } else if (box.kind == BoxKind::kText) {
        append_text(box);
    } else if (box.kind == BoxKind::kLineBreak) {
        append_mark(InlineItemKind::kLineBreak, box, parent_style);
        after_space_ = true;
    } else if (box.kind == BoxKind::kInline) {
        append_mark(InlineItemKind::kOpen, box, parent_style);
        collect_children(box);
        append_mark(InlineItemKind::kClose, box, parent_style);
    } else {
        append_object(InlineItemKind::kAtomic, box, parent_style);
    }
}

void Collector::append_text(const Box& box) {
    const SpaceRules rules = rules_of(box.style->text().white_space);
    const auto begin = position();
    for (const char c : box.text) {
        const bool is_line_break = c == '\n';
        if (is_line_break && rules.keeps_line_breaks) {
            out_.text += '\n';
            after_space_ = true;
            may_break_there_ = true;
        } else if (c == ' ' || c == '\t' || is_line_break || c == '\r' || c == '\f') {
            if (!rules.collapses_spaces) {
                out_.text += c == '\t' ? '\t' : ' ';
                after_space_ = false;
            } else {
                append_space(box.style->text().white_space);
            }
        } else {
            out_.text += c;
            after_space_ = false;
        }
    }
    if (position() > begin) {
        out_.items.push_back({InlineItemKind::kText, &box, box.style.get(), begin, position()});
    }
}

}  // namespace

text::BidiLevel InlineContent::paragraph_level(std::uint32_t byte) const {
    const auto after = std::upper_bound(
        paragraphs.begin(), paragraphs.end(), byte,
        [](std::uint32_t at, const BidiParagraph& paragraph) { return at < paragraph.begin; });
    return after == paragraphs.begin() ? text::BidiLevel{0} : std::prev(after)->level;
}

InlineContent inline_content(const Box& container, LayoutContext& context) {
    InlineContent content;
    Collector(content).collect_children(container);
    if (content.text.size() > context.limits.paragraph_bytes) {
        const dom::Node* node = container.source.node;
        throw Error(node == nullptr ? SourcePosition{context.file, 0}
                                    : dom::position_of(*node, context.file),
                    "a paragraph is too long", limit_hint(context.limits, "paragraph-bytes"));
    }
    find_levels(container, content);
    shape_pieces(content, context);
    return content;
}

}  // namespace ghreveal::layout
