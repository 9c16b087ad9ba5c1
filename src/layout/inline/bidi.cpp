#include "layout/inline/bidi.h"

#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "support/unicode/utf8.h"

namespace ghreveal::layout {

namespace {

using style::UnicodeBidi;

// The characters that stand for an inline box's `unicode-bidi` (CSS Writing Modes 4 §2.4.2).
struct Controls {
    std::u32string_view begin;
    std::u32string_view end;
};

Controls controls_of(const style::ComputedStyle& style) {
    const bool rtl = is_right_to_left(style.text());
    switch (style.box().unicode_bidi) {
        case UnicodeBidi::kNormal:
            return {};
        case UnicodeBidi::kEmbed:
            return {rtl ? U"\u202B" : U"\u202A", U"\u202C"};
        case UnicodeBidi::kIsolate:
            return {rtl ? U"\u2067" : U"\u2066", U"\u2069"};
        case UnicodeBidi::kBidiOverride:
            return {rtl ? U"\u202E" : U"\u202D", U"\u202C"};
        case UnicodeBidi::kIsolateOverride:
            return {rtl ? U"\u2068\u202E" : U"\u2068\u202D", U"\u202C\u2069"};
        case UnicodeBidi::kPlaintext:
            return {U"\u2068", U"\u2069"};
    }
    return {};
}

bool may_run_right_to_left(const boxes::Box& container, const InlineContent& content) {
    return is_right_to_left(container.style->text()) || text::may_run_right_to_left(content.text) ||
           std::any_of(content.items.begin(), content.items.end(), [](const InlineItem& item) {
               return item.kind == InlineItemKind::kOpen &&
                      is_right_to_left(item.box->style->text());
           });
}

// Collects one paragraph after the other: forced line breaks end them.
class ParagraphReader {
public:
    ParagraphReader(const boxes::Box& container, InlineContent& content)
        : container_(*container.style), content_(content) {
        content_.levels.resize(content_.text.size());
        begin_paragraph(0);
    }

    void read_all() {
        for (const InlineItem& item : content_.items) {
            read(item);
        }
        end_paragraph();
    }

private:
    void read(const InlineItem&);
    void read_text(std::uint32_t begin, std::uint32_t end);
    void begin_paragraph(std::uint32_t at);
    void end_paragraph();
    void append(char32_t character, std::uint32_t byte, std::uint32_t length) {
        characters_ += character;
        places_.push_back({byte, length});
    }
    void append_controls(std::u32string_view controls) {
        for (const char32_t control : controls) {
            append(control, 0, 0);
        }
    }

    struct Place {
        std::uint32_t byte = 0;
        std::uint32_t length = 0;  // 0 for controls, which are not in the text
    };

    const style::ComputedStyle& container_;
    InlineContent& content_;
    std::u32string characters_;
    std::vector<Place> places_;  // by character
    std::vector<Controls> open_;
    std::uint32_t paragraph_begin_ = 0;
};

// CSS Writing Modes 4 §2.4.2: what goes on from the paragraph before is opened again.
void ParagraphReader::begin_paragraph(std::uint32_t at) {
    paragraph_begin_ = at;
    characters_.clear();
    places_.clear();
    const UnicodeBidi kind = container_.box().unicode_bidi;
    if (kind == UnicodeBidi::kBidiOverride || kind == UnicodeBidi::kIsolateOverride) {
        append_controls(is_right_to_left(container_.text()) ? U"\u202E" : U"\u202D");
    }
    for (const Controls& controls : open_) {
        append_controls(controls.begin);
    }
}

void ParagraphReader::end_paragraph() {
    std::optional<text::Direction> direction;
    if (container_.box().unicode_bidi != UnicodeBidi::kPlaintext) {
        direction = is_right_to_left(container_.text()) ? text::Direction::kRightToLeft
                                                        : text::Direction::kLeftToRight;
    }
    const text::ParagraphLevels found = text::bidi_levels(characters_, direction);
    for (std::size_t i = 0; i < characters_.size(); ++i) {
        std::fill_n(content_.levels.begin() + places_[i].byte, places_[i].length, found.levels[i]);
    }
    content_.paragraphs.push_back({paragraph_begin_, found.paragraph});
}

void ParagraphReader::read_text(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end;) {
        const auto [code_point, length] = utf8::decode(content_.text, at);
        at += static_cast<std::uint32_t>(length);
        if (code_point == U'\n') {
            end_paragraph();
            begin_paragraph(at);
        } else {
            append(code_point, at - static_cast<std::uint32_t>(length),
                   static_cast<std::uint32_t>(length));
        }
    }
}

void ParagraphReader::read(const InlineItem& item) {
    switch (item.kind) {
        case InlineItemKind::kText:
        case InlineItemKind::kAtomic:
            read_text(item.begin, item.end);
            break;
        case InlineItemKind::kOpen:
            open_.push_back(controls_of(*item.box->style));
            append_controls(open_.back().begin);
            break;
        case InlineItemKind::kClose:
            append_controls(open_.back().end);
            open_.pop_back();
            break;
        case InlineItemKind::kLineBreak:
            end_paragraph();
            begin_paragraph(item.end);
            break;
        case InlineItemKind::kFloat:
        case InlineItemKind::kPositioned:
            break;
    }
}

}  // namespace

void find_levels(const boxes::Box& container, InlineContent& content) {
    if (may_run_right_to_left(container, content)) {
        ParagraphReader(container, content).read_all();
    }
}

}  // namespace ghreveal::layout
