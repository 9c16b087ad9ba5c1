#include "markdown/kramdown/kramdown.h"

#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/html.h"
#include "markdown/kramdown/tree.h"

namespace ghreveal::markdown::kramdown {

MarkdownHtml markdown_to_html(const SourceLines& lines, const Limits& limits) {
    const Text text(lines);
    KramdownDocument document(text.bytes().size(), limits);
    Element& root = document.pool.make(ElementType::kRoot, {});
    parse_blocks(document, root, text, 0);
    finish_tree(document, root);
    return {write_html(document, root), document.budget.is_spent()};
}

}  // namespace ghreveal::markdown::kramdown
