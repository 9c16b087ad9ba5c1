#include "markdown/kramdown/kramdown.h"

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/html.h"
#include "markdown/kramdown/tree.h"

namespace ghreveal::markdown::kramdown {

namespace {

void note_unknown_references_below(KramdownDocument& document, const Element& element) {
    if (element.inline_attributes) {
        note_unknown_references(document, *element.inline_attributes, element.origin);
    }
    for (const Element* child : element.children) {
        note_unknown_references_below(document, *child);
    }
}

}  // namespace

MarkdownHtml markdown_to_html(const SourceLines& lines, const Limits& limits,
                              const Options& options) {
    const Text text(lines);
    KramdownDocument document(text.bytes().size(), limits, options);
    Element& root = document.pool.make(ElementType::kRoot, {});
    parse_blocks(document, root, text, 0);
    note_unknown_references_below(document, root);
    finish_tree(document, root);
    HtmlText html = write_html(document, root);
    return {std::move(html), document.budget.is_spent(), std::move(document.unknown_references)};
}

std::string quote_of_name(const std::string& name) {
    const bool is_number = !name.empty() && name.find_first_not_of("0123456789") == name.npos;
    return decoded_entity((is_number ? "&#" : "&") + name + ";");
}

}  // namespace ghreveal::markdown::kramdown
