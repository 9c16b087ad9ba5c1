// HTML inside a paragraph: Markdown goes on in it, except in <code> and the like.
#include <algorithm>

#include "markdown/kramdown/html_tag.h"
#include "markdown/kramdown/spans/spans.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

bool take_comment(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    const std::size_t size = reader.document().budget.is_spent() ? 0 : match_comment(rest);
    if (size == 0) {
        reader.document().budget.spend(rest.starts_with("<!--") ? rest.size() : 0);
        return false;
    }
    reader.add(ElementType::kComment, std::string(rest.substr(0, size)));
    reader.move_to(reader.position() + size);
    return true;
}

// Whether Markdown is read inside the element; `markdown="…"` may say so.
bool reads_markdown(const Element& tree, Element& element, const Options& options) {
    const bool raw_tree = tree.is(ElementType::kHtml) && tree.content == ContentModel::kRaw;
    const bool raw_model = content_model(element.value) == ContentModel::kRaw;
    bool reads = !raw_tree && !raw_model && options.parse_span_html;
    const std::string* written = find_attribute(element.attributes, "markdown");
    if (written != nullptr) {
        reads = *written == "span" || (*written == "1" && !raw_model) ||
                (*written != "0" && *written != "1" && reads);
        std::erase_if(element.attributes, [](const auto& one) { return one.first == "markdown"; });
    }
    return reads;
}

void take_content(SpanReader& reader, Element& element) {
    const auto ends_here = [&] {
        const auto end = match_end_tag(reader.rest());
        return end && end->name == element.value;
    };
    const SpanRules rules =
        element.content == ContentModel::kSpan ? SpanRules::kAll : SpanRules::kHtmlOnly;
    if (reader.read(element, {"<", ends_here}, rules)) {
        reader.move_to(reader.position() + match_end_tag(reader.rest())->size);
        return;
    }
    // It is never closed: the rest of the text is in it.
    Element* last = element.last_child();
    if (last == nullptr || !last->is(ElementType::kText)) {
        last = &reader.make(ElementType::kText);
        element.children.push_back(last);
    }
    last->value += reader.rest();
    reader.move_to(reader.bytes().size());
}

}  // namespace

bool take_span_html(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    if (rest[0] != '<' || rest.size() < 2) {
        return false;
    }
    if (take_comment(reader)) {
        return true;
    }
    if (const auto end = match_end_tag(rest)) {
        reader.take_text(end->size);
        return true;
    }
    auto tag = match_start_tag(rest);
    if (!tag) {
        return false;
    }
    if (is_block_element(tag->name) || !reader.may_nest()) {
        reader.take_text(tag->size);
        return true;
    }
    Element& tree = reader.tree();
    Element& element = reader.add(ElementType::kHtml, std::move(tag->name));
    element.attributes = std::move(tag->attributes);
    for (auto& attribute : element.attributes) {
        std::replace(attribute.second.begin(), attribute.second.end(), '\n', ' ');
    }
    element.is_closed = tag->is_closed;
    element.content = reads_markdown(tree, element, reader.document().options) ? ContentModel::kSpan
                                                                               : ContentModel::kRaw;
    reader.move_to(reader.position() + tag->size);
    if (!tag->is_closed && !has_no_content(element.value)) {
        take_content(reader, element);
    }
    return true;
}

}  // namespace ghreveal::markdown::kramdown
