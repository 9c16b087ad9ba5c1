#include "deck/page/code_blocks.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "dom/copy.h"
#include "dom/parse.h"
#include "support/ascii.h"

namespace ghreveal::deck {

namespace {

// What data-trim leaves of a text: the lines [begin, end) without the blank ones around them, each
// without the indentation that all share.
struct TrimmedBlock {
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
    std::size_t indentation = 0;
};

TrimmedBlock trimmed_block(std::string_view text) {
    const std::vector<std::string_view> lines = ascii::split(text, '\n');
    const auto has_text = [](std::string_view line) { return !ascii::is_blank(line); };
    const auto first = std::find_if(lines.begin(), lines.end(), has_text);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), has_text).base();
    if (first == lines.end()) {
        return {};
    }
    const auto offset = [&](std::string_view line) {
        return static_cast<std::size_t>(line.data() - text.data());
    };
    TrimmedBlock block{offset(*first), offset(last[-1]) + last[-1].size(), text.size()};
    for (auto line = first; line != last; ++line) {
        if (has_text(*line)) {
            block.indentation = std::min(block.indentation, line->find_first_not_of(ascii::kSpace));
        }
    }
    return block;
}

void replace_content(dom::Document& document, dom::Node& code, const std::string& text) {
    const int line = code.first_child != nullptr ? code.first_child->line : code.line;
    document.remove_children(code);
    dom::Node& node = document.create_text(text);
    node.line = line;
    node.file = code.file;
    document.append_child(code, node);
}

const dom::Node* template_in(const dom::Node& code) {
    for (const dom::Node* child = code.first_child; child != nullptr; child = child->next) {
        const std::string* type = child->is_element("script") ? child->attribute("type") : nullptr;
        if (type != nullptr && *type == "text/template") {
            return child;
        }
    }
    return nullptr;
}

void remove_comments(dom::Document& document, dom::Node& code) {
    std::vector<dom::Node*> comments;
    dom::for_each(code, [&](dom::Node& node) {
        if (node.is_element(dom::kComment)) {
            comments.push_back(&node);
        }
    });
    for (dom::Node* comment : comments) {
        document.remove(*comment);
    }
}

void take_template(dom::Document& document, dom::Node& code) {
    if (const dom::Node* held = template_in(code)) {
        replace_content(document, code, dom::text_content(*held));
    }
}

// reveal.js's plugin shows elements as they are written, unless they are there to be elements.
void show_markup(dom::Document& document, dom::Node& code) {
    if (code.attribute("data-noescape") == nullptr && code.first_child != nullptr &&
        !dom::has_only_text(code)) {
        replace_content(document, code, dom::inner_markup_as_text(code));
    }
}

// Before reveal.js 3.4: the blanks around the text alone, those before its first line too.
TrimmedBlock stripped_block(std::string_view text) {
    const std::string_view kept = ascii::trimmed(text);
    const std::size_t begin =
        kept.empty() ? 0 : static_cast<std::size_t>(kept.data() - text.data());
    return {begin, begin + kept.size(), 0};
}

// Elements in the code stay, and its texts together are trimmed.
void trim(dom::Node& code, RevealVersion version) {
    constexpr RevealVersion kTrimsIndentation{3, 4};
    if (code.attribute("data-trim") == nullptr) {
        return;
    }
    const std::string text = dom::text_content(code);
    const TrimmedBlock block =
        version < kTrimsIndentation ? stripped_block(text) : trimmed_block(text);
    std::size_t at = 0;
    std::size_t column = 0;
    dom::for_each(code, [&](dom::Node& node) {
        if (!node.is_text()) {
            return;
        }
        std::string kept;
        for (const char c : std::string_view(node.text)) {
            column = at == block.begin ? 0 : column;
            if (at >= block.begin && at < block.end && (column >= block.indentation || c == '\n')) {
                kept += c;
            }
            column = c == '\n' ? 0 : column + 1;
            ++at;
        }
        node.text = kept;
    });
}

std::vector<dom::Node*> blocks_of_code(dom::Node& section) {
    std::vector<dom::Node*> blocks;
    dom::for_each(section, [&](dom::Node& node) {
        if (node.is_element("code") && node.parent->is_element("pre")) {
            blocks.push_back(&node);
        }
    });
    return blocks;
}

void remove_attribute(dom::Node& node, std::string_view name) {
    std::erase_if(node.attributes,
                  [&](const dom::Attribute& attribute) { return attribute.name == name; });
}

// The blocks of steps lie over one another: each has the attribute of its own step.
void split_steps(dom::Document& document, dom::Node& code, std::vector<CoveredBlock>& covered) {
    const std::string* lines = code.attribute("data-line-numbers");
    if (lines == nullptr || lines->find('|') == std::string::npos || code.first_child == nullptr) {
        return;
    }
    std::string_view rest = *lines;
    std::vector<std::string> steps;
    for (std::size_t bar = rest.find('|'); bar != rest.npos; bar = rest.find('|')) {
        steps.emplace_back(rest.substr(0, bar));
        rest.remove_prefix(bar + 1);
    }
    steps.emplace_back(rest);
    const std::string* written = code.attribute("data-fragment-index");
    int index = 0;
    const bool has_index =
        written != nullptr &&
        std::from_chars(written->data(), written->data() + written->size(), index).ec ==
            std::errc{};
    remove_attribute(code, "data-fragment-index");
    dom::Node* before = &code;
    for (std::size_t step = 1; step < steps.size(); ++step) {
        dom::Node& copy = dom::copy_of(document, code);
        copy.set_attribute("data-line-numbers", steps[step]);
        copy.add_class("fragment");
        if (has_index) {
            copy.set_attribute("data-fragment-index", std::to_string(index++));
        }
        document.append_child(*code.parent, copy);
        covered.push_back({before, &copy});
        before = &copy;
    }
    code.set_attribute("data-line-numbers", steps.front());
}

// The plugin's class for what stands around code; 4.1 writes it over the author's, so that a
// fragment is none.
void mark_wrapper(dom::Node& wrapper, RevealVersion version) {
    constexpr const char* kClass = "code-wrapper";
    if (version == RevealVersion{4, 1}) {
        wrapper.set_attribute("class", kClass);
    } else if (version.major >= 4) {
        wrapper.add_class(kClass);
    }
}

}  // namespace

std::vector<CoveredBlock> prepare_code(Deck& deck, dom::Node& section) {
    std::vector<CoveredBlock> covered;
    for (dom::Node* code : blocks_of_code(section)) {
        mark_wrapper(*code->parent, deck.version);
        take_template(deck.document, *code);
        if (deck.code_colouring == CodeColouring::kHighlightJs) {
            show_markup(deck.document, *code);
        }
        remove_comments(deck.document, *code);
        trim(*code, deck.version);
        split_steps(deck.document, *code, covered);
    }
    return covered;
}

void trim_code(dom::Node& section, RevealVersion version) {
    for (dom::Node* code : blocks_of_code(section)) {
        trim(*code, version);
    }
}

}  // namespace ghreveal::deck
