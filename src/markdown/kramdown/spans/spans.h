// kramdown's span rules: what stands inside a paragraph, a heading, a cell.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "markdown/kramdown/document.h"

namespace ghreveal::markdown::kramdown {

// Which rules apply: in `<code>` and the like only HTML is read.
enum class SpanRules : std::uint8_t { kAll, kHtmlOnly };

// Where a span may end: `test` is asked at each of these characters.
struct SpanStop {
    std::string_view characters;
    std::function<bool()> test;
};

// Reads the spans of one text into elements.
class SpanReader {
public:
    SpanReader(KramdownDocument& document, const Text& text, Element& root)
        : document_(document), text_(text), tree_(&root) {}

    // Reads everything.
    void read_all();
    // Reads into `element` up to where `stop` says so, which is where it leaves the reader; gives
    // false, at any place, when there is no such place.
    bool read(Element& element, const SpanStop& stop, SpanRules rules = SpanRules::kAll);

    KramdownDocument& document() { return document_; }
    std::string_view bytes() const { return text_.bytes(); }
    std::string_view rest() const { return bytes().substr(position_); }
    std::size_t position() const { return position_; }
    void move_to(std::size_t position) { position_ = position; }
    Origin origin() const { return text_.origin_at(position_); }
    // The character before the place, as a byte; a line end at the text's beginning.
    char before() const { return position_ == 0 ? '\n' : bytes()[position_ - 1]; }

    Element& tree() { return *tree_; }
    bool is_inside(ElementType type) const;
    bool may_nest() const;

    Element& add(ElementType type, std::string value = "");
    Element& make(ElementType type);
    void add_text(std::string_view);
    // Adds `size` bytes of the text as they are and moves behind them.
    void take_text(std::size_t size);

private:
    void run_rules(SpanRules);
    bool is_candidate(std::size_t position, SpanRules) const;

    KramdownDocument& document_;
    const Text& text_;
    Element* tree_;
    std::vector<Element*> ancestors_;
    std::size_t position_ = 0;
};

void parse_spans(KramdownDocument&, Element& into, const Text&);

// Each takes what begins at the reader's place, if it is its own, and gives true.
bool take_emphasis(SpanReader&);
bool take_code_span(SpanReader&);
bool take_span_html(SpanReader&);
bool take_quote(SpanReader&);
bool take_inline_math(SpanReader&);
bool take_span_extension(SpanReader&);
bool take_entity(SpanReader&);
bool take_typographic_symbol(SpanReader&);
bool take_line_break(SpanReader&);
bool take_escaped_character(SpanReader&);
bool take_strikethrough(SpanReader&);

// Whether an `{::nomarkdown type="…"}` is meant for HTML.
bool is_for_html(const InlineAttributes& options);

}  // namespace ghreveal::markdown::kramdown
