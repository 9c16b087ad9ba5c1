#include "markdown/kramdown/kramdown.h"

#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/html.h"
#include "markdown/kramdown/tree.h"

namespace ghreveal::markdown::kramdown {

MarkdownHtml markdown_to_html(const SourceLines& lines, const Limits& limits,
                              const Options& options) {
    const Text text(lines);
    KramdownDocument document(text.bytes().size(), limits, options);
    Element& root = document.pool.make(ElementType::kRoot, {});
    parse_blocks(document, root, text, 0);
    finish_tree(document, root);
    return {write_html(document, root), document.budget.is_spent()};
}

std::string quote_of_name(const std::string& name) {
    const bool is_number = !name.empty() && name.find_first_not_of("0123456789") == name.npos;
    return decoded_entity((is_number ? "&#" : "&") + name + ";");
}

}  // namespace ghreveal::markdown::kramdown
