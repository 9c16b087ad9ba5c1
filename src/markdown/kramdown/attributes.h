// kramdown's attribute lists: `{: .class #id name="value" reference}`.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/kramdown/document.h"

namespace ghreveal::markdown::kramdown {

// What stands between `{:` and `}` of a list that `text` begins with, and the bytes of the whole.
struct BracedList {
    std::string_view name;  // of a definition, `{:name: …}`
    std::string_view content;
    std::size_t size = 0;
};

// A list, or with a name a definition of one; nothing for an extension (`{::`) or its end (`{:/`).
std::optional<BracedList> match_attribute_list(std::string_view text);
// The same alone on its line, indented by 3 spaces at most.
std::optional<BracedList> match_attribute_line(std::string_view line);

// Adds what `content` lists.
void parse_attribute_list(std::string_view content, InlineAttributes&);
// Notes the references that neither a definition nor kramdown gives a meaning.
void note_unknown_references(KramdownDocument&, const InlineAttributes&, Origin);
// Sets the attributes on an element; references are looked up in the document.
void apply_attributes(const KramdownDocument&, AttributeList&, const InlineAttributes&);

// `{::name attributes}` or `{::name attributes /}` at the text's beginning.
struct ExtensionTag {
    std::string_view name;
    std::string_view attributes;
    bool is_closed = false;
    std::size_t size = 0;
};
std::optional<ExtensionTag> match_extension(std::string_view text);
// The bytes of `{:/}` or `{:/name}` at the text's beginning; 0 when there is none.
std::size_t match_extension_end(std::string_view text, std::string_view name);

// An element's name characters: letters, digits, "_", "-".
std::size_t match_name(std::string_view text);

// `{::options name="value"}`, as far as they have an effect.
void set_options(Options&, const AttributeList&);

}  // namespace ghreveal::markdown::kramdown
