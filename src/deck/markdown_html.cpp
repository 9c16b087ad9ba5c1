#include "deck/markdown_html.h"

#include "deck/kramdown_blocks.h"
#include "deck/kramdown_html.h"
#include "deck/kramdown_tree.h"

namespace ghreveal::deck {

MarkdownHtml markdown_to_html(const SourceLines& lines) {
    const Text text(lines);
    KramdownDocument document(text.bytes().size());
    Element& root = document.pool.make(ElementType::kRoot, {});
    parse_blocks(document, root, text, 0);
    finish_tree(document, root);
    return {write_html(document, root), document.budget.is_spent()};
}

}  // namespace ghreveal::deck
