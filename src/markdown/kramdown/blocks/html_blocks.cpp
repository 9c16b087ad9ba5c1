// Blocks of HTML in Markdown. What is in them is raw HTML, unless `markdown="1"` (or "block",
// "span") asks for more.
#include <algorithm>

#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/html_tag.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

class HtmlBlockReader {
public:
    HtmlBlockReader(KramdownDocument& document, Scanner& source, int depth)
        : document_(document), source_(source), depth_(depth) {}

    // Reads the element whose start tag is at the source's place.
    void take_element(Element& element, HtmlTag tag, bool inside_raw) {
        source_.move_to(source_.position() + tag.size);
        element.value = std::move(tag.name);
        element.attributes = std::move(tag.attributes);
        if (element.value == "script" || element.value == "style") {
            element.content = ContentModel::kRaw;
            return take_verbatim(element);
        }
        element.is_closed = tag.is_closed || has_no_content(element.value);
        element.content = take_markdown_attribute(element);
        if (element.content == ContentModel::kBlock) {
            skip_trailing_space();
        }
        if (element.is_closed) {
            return;
        }
        take_content(element);
        if (!inside_raw) {
            skip_trailing_space();
        }
    }

private:
    // `markdown="…"` says what the element holds; it is not an attribute of the page's element.
    ContentModel take_markdown_attribute(Element& element) const {
        const std::string* written = find_attribute(element.attributes, "markdown");
        const std::string wanted = written != nullptr                   ? *written
                                   : document_.options.parse_block_html ? "1"
                                                                        : "0";
        std::erase_if(element.attributes, [](const auto& one) { return one.first == "markdown"; });
        if (wanted == "block") {
            return ContentModel::kBlock;
        }
        if (wanted == "span") {
            return ContentModel::kSpan;
        }
        return wanted == "1" ? content_model(element.value) : ContentModel::kRaw;
    }

    void skip_trailing_space() {
        if (!source_.at_end() && ascii::is_blank(source_.line())) {
            source_.skip_line();
        }
    }

    void add_text(Element& parent, std::string_view text, ElementType type, Origin origin) {
        if (text.empty()) {
            return;
        }
        Element* last = parent.last_child();
        if (last == nullptr || !last->is(type)) {
            last = &document_.pool.make(type, origin);
            parent.children.push_back(last);
        }
        last->value += text;
    }

    // Takes everything up to the element's end tag as it is; gives the text.
    Text take_up_to_end_tag(const Element& element) {
        const std::string& bytes = source_.text().bytes();
        const std::size_t begin = source_.position();
        const std::size_t end = std::min(find_end_tag(bytes, begin, element.value), bytes.size());
        source_.move_to(end);
        if (const auto tag = match_end_tag(source_.rest())) {
            source_.move_to(end + tag->size);
        }
        return source_.text().slice(begin, end);
    }

    void take_verbatim(Element& element) {
        const Origin origin = source_.origin();
        add_text(element, take_up_to_end_tag(element).bytes(), ElementType::kVerbatim, origin);
    }

    void take_content(Element& element) {
        if (element.content == ContentModel::kBlock) {
            parse_blocks(document_, element, source_, depth_ + 1);
        } else if (element.content == ContentModel::kSpan) {
            Element& text = document_.pool.make(ElementType::kRawText, source_.origin());
            text.text = take_up_to_end_tag(element);
            element.children.push_back(&text);
        } else {
            take_raw(element);
        }
    }

    // Raw HTML up to the element's end tag.
    void take_raw(Element& element) {
        while (!source_.at_end()) {
            const std::string_view rest = source_.rest();
            const std::size_t next = std::min(rest.find('<'), rest.size());
            add_text(element, rest.substr(0, next), ElementType::kText, source_.origin());
            source_.move_to(source_.position() + next);
            if (!source_.at_end() && take_markup(element)) {
                return;
            }
        }
    }

    // Takes what begins with "<"; gives whether it was the element's end tag.
    bool take_markup(Element& element) {
        const std::string_view rest = source_.rest();
        if (const auto end = match_end_tag(rest)) {
            const bool same = end->name == element.value;  // of known elements, in lower case
            if (!same) {
                add_text(element, rest.substr(0, end->size), ElementType::kText, source_.origin());
            }
            source_.move_to(source_.position() + end->size);
            return same;
        }
        if (auto tag = match_start_tag(rest)) {
            if (depth_ >= document_.limits.markdown_nesting) {
                add_text(element, rest.substr(0, tag->size), ElementType::kText, source_.origin());
                source_.move_to(source_.position() + tag->size);
                return false;
            }
            Element& child = document_.pool.make(ElementType::kHtml, source_.origin());
            element.children.push_back(&child);
            ++depth_;
            take_element(child, std::move(*tag), true);
            --depth_;
            return false;
        }
        if (!take_comment(element)) {
            add_text(element, "<", ElementType::kText, source_.origin());
            source_.move_to(source_.position() + 1);
        }
        return false;
    }

    bool take_comment(Element& element) {
        const std::string_view rest = source_.rest();
        if (!rest.starts_with("<!--") && !rest.starts_with("<?")) {
            return false;
        }
        const std::size_t comment = match_comment(rest);
        const std::size_t size = comment > 0 ? comment : match_instruction(rest);
        if (size == 0) {
            document_.budget.spend(rest.size());
            if (!document_.budget.is_spent()) {
                return false;
            }
            // Too many comments that never end: the rest is raw text.
            add_text(element, rest, ElementType::kText, source_.origin());
            source_.move_to(source_.text().bytes().size());
            return true;
        }
        Element& child = document_.pool.make(
            comment > 0 ? ElementType::kComment : ElementType::kVerbatim, source_.origin());
        child.value = rest.substr(0, size);
        element.children.push_back(&child);
        source_.move_to(source_.position() + size);
        return true;
    }

    KramdownDocument& document_;
    Scanner& source_;
    int depth_;
};

bool take_block_comment(BlockReader& reader) {
    const std::string_view rest = reader.source.rest();
    const std::size_t size = match_comment(rest);
    if (size == 0) {
        reader.document.budget.spend(rest.size());
        return false;
    }
    Element& comment = reader.document.pool.make(ElementType::kComment, reader.source.origin());
    comment.value = rest.substr(0, size);
    reader.tree.children.push_back(&comment);
    reader.source.move_to(reader.source.position() + size);
    if (!reader.source.at_end() && ascii::is_blank(reader.source.line())) {
        reader.source.skip_line();
    }
    return true;
}

}  // namespace

bool take_html_block(BlockReader& reader) {
    const std::string_view rest = reader.source.rest();
    const std::size_t start = std::min(rest.find_first_not_of(' '), rest.size());
    if (start > 3 || start == rest.size() || rest[start] != '<') {
        return false;
    }
    if (rest.starts_with("<!--") && !reader.document.budget.is_spent()) {
        return take_block_comment(reader);
    }
    if (const auto end = match_end_tag(rest.substr(start)); end && !is_span_element(end->name)) {
        const bool ends_tree = reader.tree.is(ElementType::kHtml) && reader.tree.value == end->name;
        if (ends_tree) {
            reader.source.move_to(reader.source.position() + start + end->size);
            reader.found_end_tag = true;
        }
        return false;
    }
    auto tag = match_start_tag(rest.substr(start));
    if (!tag || is_span_element(tag->name)) {
        return false;
    }
    Element& element = reader.add(ElementType::kHtml);
    reader.source.move_to(reader.source.position() + start);
    const bool inside_raw =
        reader.tree.is(ElementType::kHtml) && reader.tree.content == ContentModel::kRaw;
    HtmlBlockReader(reader.document, reader.source, reader.depth)
        .take_element(element, std::move(*tag), inside_raw);
    return true;
}

}  // namespace ghreveal::markdown::kramdown
