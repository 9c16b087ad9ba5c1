// HTML tags as kramdown sees them in Markdown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markdown/kramdown/element.h"

namespace ghreveal::markdown::kramdown {

struct HtmlTag {
    std::string name;  // lower case when HTML knows it
    AttributeList attributes;
    bool is_closed = false;  // ends with "/>"
    std::size_t size = 0;
};

// The start tag that `text` begins with.
std::optional<HtmlTag> match_start_tag(std::string_view text);
// The end tag that `text` begins with: its name and size.
std::optional<HtmlTag> match_end_tag(std::string_view text);
// The bytes of `<!-- … -->` or `<? … ?>` at the text's beginning; 0 when there is none.
std::size_t match_comment(std::string_view text);
// What a browser shows of a comment: it ends at "<!-->" or "<!--->" already (HTML §13.2.5.44).
std::string_view shown_of_comment(std::string_view comment);
std::size_t match_instruction(std::string_view text);
// Where `</name` and `>` begin at or after `from`, without regard to case; npos if nowhere.
std::size_t find_end_tag(std::string_view text, std::size_t from, std::string_view name);

// Elements that stand in a paragraph: they begin no block.
bool is_span_element(std::string_view lower_case_name);
// Elements that kramdown refuses inside a paragraph.
bool is_block_element(std::string_view lower_case_name);
bool has_no_content(std::string_view lower_case_name);
bool is_known_element(std::string_view lower_case_name);
ContentModel content_model(std::string_view lower_case_name);

// Whether a line begins with a tag that ends a paragraph, a quotation or a list item: one of a
// block element, 3 spaces before it at most.
bool begins_html_block(std::string_view line);

}  // namespace ghreveal::markdown::kramdown
