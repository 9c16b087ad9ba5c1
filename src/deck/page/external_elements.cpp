#include "deck/page/external_elements.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "dom/parse.h"
#include "support/file.h"
#include "support/rules.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck {

namespace {

constexpr std::string_view kInside = "data-external";
constexpr std::string_view kInPlace = "data-external-replace";
constexpr std::string_view kOfGenerator = "data-html";
constexpr std::array kAttributes{kInPlace, kInside, kOfGenerator};

// Of those that name a file, the one that counts; null when the element has none.
const std::string* file_attribute(const dom::Node& element) {
    for (const std::string_view name : kAttributes) {
        if (const std::string* address = element.attribute(name)) {
            return address;
        }
    }
    return nullptr;
}

dom::SourceMap marks_of_lines(std::string_view text, int file) {
    dom::SourceMap marks;
    int line = 1;
    for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
        marks.push_back({begin, line++, file});
        if (text.find('\n', begin) == text.npos) {
            break;
        }
    }
    return marks;
}

void load_into(Deck& deck, dom::Node& element, const std::string& address,
               const ReadOptions& options, Diagnostics& diagnostics) {
    dom::Document& document = deck.document;
    document.remove_children(element);
    if (const auto html = read_named_file(deck, element, address, options, diagnostics)) {
        const dom::SourceMap marks = marks_of_lines(html->text, document.add_file(html->path));
        dom::parse_fragment(document, element, html->text, element.name, options.limits,
                            {&marks, 0});
    }
}

void replace_by_content(dom::Document& document, dom::Node& element) {
    while (element.first_child != nullptr) {
        dom::Node& child = *element.first_child;
        document.remove(child);
        document.insert_before(element, child);
    }
    document.remove(element);
}

}  // namespace

std::optional<NamedFile> read_named_file(Deck& deck, dom::Node& element, const std::string& address,
                                         const ReadOptions& options, Diagnostics& diagnostics) {
    const SourcePosition where = dom::position_of(element, deck.file);
    const auto file = media::resolve_file(deck.site, address);
    if (file && is_file(*file)) {
        return NamedFile{file->string(),
                         utf8::sanitized(read_file(*file, options.limits.source_bytes, where))};
    }
    diagnostics.warn(Rule::kMissingFile, where, fmt::format("the file '{}' is not there", address),
                     file ? fmt::format("looked for {}", file->string())
                          : "only files of the deck's own site are read");
    deck.document.remove_children(element);
    deck.document.append_child(element,
                               deck.document.create_text("The file " + address + " is not there."));
    return std::nullopt;
}

void load_external_elements(Deck& deck, const ReadOptions& options, Diagnostics& diagnostics) {
    std::vector<dom::Node*> elements;
    dom::for_each(*deck.slides_element, [&](dom::Node& node) {
        if (node.is_element() && file_attribute(node) != nullptr) {
            elements.push_back(&node);
        }
    });
    for (dom::Node* element : elements) {
        const bool is_replaced = element->attribute(kInPlace) != nullptr;
        const std::string address = *file_attribute(*element);
        if (address.empty()) {
            continue;
        }
        load_into(deck, *element, address, options, diagnostics);
        if (is_replaced) {
            replace_by_content(deck.document, *element);
        }
    }
}

}  // namespace ghreveal::deck
