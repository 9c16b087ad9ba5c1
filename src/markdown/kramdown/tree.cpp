// The second pass over kramdown's tree, once every definition is known: raw text becomes spans,
// attribute lists are applied, headings get their ids, abbreviations are marked.
#include "markdown/kramdown/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dom/parse.h"
#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/heading_id.h"
#include "markdown/kramdown/spans/spans.h"
#include "markdown/kramdown/table_of_contents.h"
#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::markdown::kramdown {

namespace {

// Every text of a heading, entities as their characters.
void collect_heading_text(const Element& element, std::string& text) {
    switch (element.type) {
        case ElementType::kText:
        case ElementType::kCode:
        case ElementType::kMath:
            text += element.value;
            return;
        case ElementType::kSymbol:
            text += decoded_entity(element.value);
            return;
        default:
            for (const Element* child : element.children) {
                collect_heading_text(*child, text);
            }
    }
}

class TreeFinisher {
public:
    explicit TreeFinisher(KramdownDocument& document) : document_(document) {}

    void finish(Element& element) {
        std::vector<Element*> children;
        for (Element* child : element.children) {
            finish_child(*child, children);
        }
        element.children = std::move(children);
    }

private:
    void finish_child(Element& child, std::vector<Element*>& children) {
        switch (child.type) {
            case ElementType::kRawText:
                parse_spans(document_, child, child.text);
                children.insert(children.end(), child.children.begin(), child.children.end());
                return;
            case ElementType::kBoundary:
                return;
            case ElementType::kBlank:
                if (children.empty() || !children.back()->is(ElementType::kBlank)) {
                    children.push_back(&child);
                }
                return;
            default:
                finish(child);
                if (child.inline_attributes) {
                    apply_attributes(document_, child.attributes, *child.inline_attributes);
                }
                children.push_back(&child);
        }
    }

    KramdownDocument& document_;
};

// Gives headings the ids they have none of, in the deck's order.
class HeadingIds {
public:
    explicit HeadingIds(const Options& options) : options_(options) {}

    void give(Element& element) {
        for (Element* child : element.children) {
            if (child->is(ElementType::kHeading) && options_.auto_ids) {
                give_id(*child);
            }
            if (child->is(ElementType::kDefinitionList)) {
                give_ids_to_terms(*child);
            }
            give(*child);
        }
    }

private:
    void give_id(Element& heading) {
        if (find_attribute(heading.attributes, "id") != nullptr) {
            return;
        }
        std::string text;
        collect_heading_text(heading, text);
        std::string id = options_.auto_id_prefix + heading_id(text);
        const int used = used_ids_[id]++;
        if (used > 0) {
            id += fmt::format("-{}", used);
        }
        heading.attributes.emplace_back("id", id);
    }

    // `{:auto_ids}` and `{:auto_ids-prefix-}` on a definition list; kramdown's own rule, not GFM's.
    static void give_ids_to_terms(Element& list) {
        if (!list.inline_attributes) {
            return;
        }
        const auto& references = list.inline_attributes->references;
        const auto asked = std::find_if(
            references.begin(), references.end(),
            [](const std::string& reference) { return reference.starts_with("auto_ids"); });
        if (asked == references.end()) {
            return;
        }
        const std::string prefix = asked->size() > 9 ? asked->substr(9) : "";
        for (Element* term : list.children) {
            if (term->is(ElementType::kTerm) && find_attribute(term->attributes, "id") == nullptr) {
                std::string text;
                collect_heading_text(*term, text);
                term->attributes.emplace_back("id", prefix + term_id(text));
            }
        }
    }

    // ASCII letters on, without other signs than digits, blanks and hyphens.
    static std::string term_id(std::string_view text) {
        std::string id;
        for (const char c : text) {
            if (ascii::is_letter(c) || (!id.empty() && (ascii::is_digit(c) || c == '-'))) {
                id += ascii::to_lower(c);
            } else if (!id.empty() && c == ' ') {
                id += '-';
            }
        }
        return id;
    }

    const Options& options_;
    std::map<std::string, int> used_ids_;
};

// GFM: a backslash at a line's end breaks it, or each line end does; but not inside HTML.
class LineBreakPass {
public:
    explicit LineBreakPass(KramdownDocument& document)
        : document_(document), line_break_(document.options.hard_wrap ? "\n" : "\\\n") {}

    void apply(Element& element) {
        std::vector<Element*> children;
        for (std::size_t i = 0; i < element.children.size(); ++i) {
            Element& child = *element.children[i];
            if (child.is(ElementType::kText) &&
                child.value.find(line_break_) != std::string::npos) {
                split_at_breaks(child, i + 1 == element.children.size(), children);
                continue;
            }
            if (!child.is(ElementType::kHtml)) {
                apply(child);
            }
            children.push_back(&child);
        }
        element.children = std::move(children);
    }

private:
    void split_at_breaks(const Element& text, bool is_last, std::vector<Element*>& children) {
        std::string_view rest = text.value;
        Origin origin = text.origin;
        const auto add = [&](ElementType type, std::string value) {
            Element& part = document_.pool.make(type, origin);
            part.category = Category::kSpan;
            part.value = std::move(value);
            children.push_back(&part);
        };
        std::string_view lead;
        for (std::size_t at = rest.find(line_break_); at != rest.npos;
             at = rest.find(line_break_)) {
            add(ElementType::kText, fmt::format("{}{}", lead, rest.substr(0, at)));
            rest.remove_prefix(at + line_break_.size());
            if (!rest.empty() || !is_last) {
                add(ElementType::kBreak, "");
            }
            lead = "\n";
            ++origin.line;
        }
        add(ElementType::kText, fmt::format("{}{}", lead, rest));
    }

    KramdownDocument& document_;
    std::string_view line_break_;
};

// Marks every abbreviation in texts, longest first, where it stands as a word.
class AbbreviationPass {
public:
    explicit AbbreviationPass(KramdownDocument& document) : document_(document) {
        for (const auto& [name, definition] : document.abbreviations) {
            if (name.size() <= FixedLimits::abbreviation_bytes) {
                lengths_.insert(name.size());
                first_bytes_.insert(name[0]);
            }
        }
    }

    void apply(Element& element) {
        if (lengths_.empty()) {
            return;
        }
        const bool is_raw = element.is(ElementType::kHtml) && element.content == ContentModel::kRaw;
        std::vector<Element*> children;
        for (Element* child : element.children) {
            if (child->is(ElementType::kText) && !is_raw) {
                split(*child, children);
            } else {
                apply(*child);
                children.push_back(child);
            }
        }
        element.children = std::move(children);
    }

private:
    // The length of the abbreviation at `at`; 0 when there is none.
    std::size_t match(const std::string& text, std::size_t at) const {
        if (!first_bytes_.contains(text[at]) ||
            (at > 0 && ascii::is_word_character(text[at - 1]))) {
            return 0;
        }
        for (auto length = lengths_.rbegin(); length != lengths_.rend(); ++length) {
            const std::size_t end = at + *length;
            if (end <= text.size() &&
                (end == text.size() || !ascii::is_word_character(text[end])) &&
                document_.abbreviations.contains(text.substr(at, *length))) {
                return *length;
            }
        }
        return 0;
    }

    void split(Element& text, std::vector<Element*>& children) {
        std::string_view rest = text.value;
        Origin origin = text.origin;
        for (std::size_t at = 0; at < rest.size();) {
            const std::size_t length = match(text.value, text.value.size() - rest.size() + at);
            if (length == 0) {
                ++at;
                continue;
            }
            take(ElementType::kText, rest, at, origin, children);
            take(ElementType::kAbbreviation, rest, length, origin, children);
            at = 0;
        }
        if (rest.size() == text.value.size()) {
            children.push_back(&text);
        } else {
            take(ElementType::kText, rest, rest.size(), origin, children);
        }
    }

    // Moves the beginning of `rest` into an element of its own; `origin` goes along.
    void take(ElementType type, std::string_view& rest, std::size_t size, Origin& origin,
              std::vector<Element*>& children) {
        if (size == 0) {
            return;
        }
        Element& part = document_.pool.make(type, origin);
        part.category = Category::kSpan;
        part.value = rest.substr(0, size);
        origin.line += static_cast<int>(std::count(part.value.begin(), part.value.end(), '\n'));
        rest.remove_prefix(size);
        if (type == ElementType::kAbbreviation) {
            const AbbreviationDefinition& definition = document_.abbreviations.at(part.value);
            if (definition.boundary->inline_attributes) {
                apply_attributes(document_, part.attributes,
                                 *definition.boundary->inline_attributes);
            }
            if (!definition.title.empty()) {
                set_attribute(part.attributes, "title", definition.title);
            }
        }
        children.push_back(&part);
    }

    KramdownDocument& document_;
    std::set<std::size_t> lengths_;
    std::set<char> first_bytes_;
};

}  // namespace

std::string decoded_entity(const std::string& html) {
    if (!html.starts_with('&')) {
        return html;
    }
    dom::Document document;
    dom::Node& node = document.create_element("span");
    dom::parse_fragment(document, node, html, "span");
    return dom::text_content(node);
}

void finish_tree(KramdownDocument& document, Element& root) {
    TreeFinisher finisher(document);
    AbbreviationPass abbreviations(document);
    finisher.finish(root);
    for (const FootnoteDefinition& note : document.footnotes) {
        finisher.finish(*note.content);
    }
    HeadingIds ids(document.options);
    ids.give(root);
    for (const FootnoteDefinition& note : document.footnotes) {
        ids.give(*note.content);
    }
    fill_table_of_contents(document, root);
    abbreviations.apply(root);
    for (const FootnoteDefinition& note : document.footnotes) {
        abbreviations.apply(*note.content);
    }
    LineBreakPass(document).apply(root);
}

}  // namespace ghreveal::markdown::kramdown
