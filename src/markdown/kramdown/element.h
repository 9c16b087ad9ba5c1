// The tree that kramdown makes of Markdown, before it is written as HTML.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "markdown/kramdown/text.h"

namespace ghreveal::markdown::kramdown {

enum class ElementType : std::uint8_t {
    // blocks
    kRoot,
    kBlank,
    kParagraph,
    kHeading,
    kBlockquote,
    kCodeBlock,
    kRule,
    kUnorderedList,
    kOrderedList,
    kListItem,
    kDefinitionList,
    kTerm,
    kDefinition,
    kTable,
    kTableHead,
    kTableBody,
    kTableFoot,
    kRow,
    kCell,
    kBoundary,  // what ends a block and is not shown: an attribute list, a definition, `^`
    kRawText,   // text whose spans are yet to be read
    // blocks and spans
    kHtml,
    kVerbatim,  // `{::nomarkdown}`, processing instructions
    kComment,
    kMath,
    // spans
    kText,
    kLink,
    kImage,
    kBreak,
    kCode,
    kFootnote,
    kEmphasis,
    kStrong,
    kSymbol,  // a typographic symbol or an entity, as HTML
    kAbbreviation,
};

// What may stand in an HTML element.
enum class ContentModel : std::uint8_t { kRaw, kSpan, kBlock };
enum class Category : std::uint8_t { kBlock, kSpan };
enum class Alignment : std::uint8_t { kDefault, kLeft, kCenter, kRight };
// What a kBoundary was; attribute lists below a definition belong to it.
enum class Boundary : std::uint8_t { kNone, kMarker, kAttributes, kDefinition };

using AttributeList = std::vector<std::pair<std::string, std::string>>;

// `{: .class #id name="value" reference}`
struct InlineAttributes {
    AttributeList attributes;
    std::vector<std::string> references;
};

struct Element {
    ElementType type = ElementType::kRoot;
    Category category = Category::kBlock;
    ContentModel content = ContentModel::kBlock;
    Boundary boundary = Boundary::kNone;
    bool is_transparent = false;  // a paragraph without <p>
    bool is_closed = false;       // an HTML start tag that ends with "/"
    bool first_as_paragraph = false;
    bool is_standalone = false;  // an image with `{:standalone}`
    int level = 0;               // of a heading
    Origin origin;
    std::string value;  // text, code, an HTML element's name
    Text text;          // of kRawText
    AttributeList attributes;
    std::optional<InlineAttributes> inline_attributes;
    std::vector<Alignment> alignments;  // of a table's columns
    std::vector<Element*> children;

    bool is(ElementType other) const { return type == other; }
    Element* last_child() const { return children.empty() ? nullptr : children.back(); }
};

// Owns the elements; their addresses stay.
class ElementPool {
public:
    Element& make(ElementType type, Origin origin) {
        Element& element = elements_.emplace_back();
        element.type = type;
        element.origin = origin;
        return element;
    }
    std::size_t size() const { return elements_.size(); }
    // Drops the elements made since there were `size` of them: markup that turned out to be text.
    void shrink_to(std::size_t size) {
        while (elements_.size() > size) {
            elements_.pop_back();
        }
    }

private:
    std::deque<Element> elements_;
};

// Sets an attribute: a class is added to those there, any other value replaces.
void set_attribute(AttributeList&, const std::string& name, const std::string& value);
const std::string* find_attribute(const AttributeList&, std::string_view name);

}  // namespace ghreveal::markdown::kramdown
