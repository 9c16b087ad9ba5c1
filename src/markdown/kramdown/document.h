// What the rules of kramdown share while they read one deck.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown/element.h"
#include "markdown/kramdown/kramdown.h"
#include "support/limits.h"

namespace ghreveal::markdown::kramdown {

struct LinkDefinition {
    std::string address;
    std::optional<std::string> title;
    Element* boundary = nullptr;  // carries the attribute list below the definition
};

struct FootnoteDefinition {
    std::string name;
    Element* content = nullptr;
    Element* boundary = nullptr;
};

struct AbbreviationDefinition {
    std::string title;
    Element* boundary = nullptr;
};

// Stops markup that is opened over and over and never closed: reading it costs the square of its
// length. Each byte of a text may be looked at this often in search of an end.
class WorkBudget {
public:
    WorkBudget(std::size_t bytes, const Limits& limits)
        : left_(bytes * limits.markdown_looks_per_byte + limits.markdown_free_looks) {}
    // Gives false once everything is used up; unclosed markup is text from then on.
    bool spend(std::size_t bytes) {
        left_ -= bytes < left_ ? bytes : left_;
        return left_ > 0;
    }
    bool is_spent() const { return left_ == 0; }

private:
    std::size_t left_;
};

struct KramdownDocument {
    KramdownDocument(std::size_t bytes, const Limits& bounds, const Options& asked)
        : limits(bounds), options(asked), budget(bytes, bounds) {}

    const Limits& limits;
    Options options;  // the deck may change them
    ElementPool pool;
    WorkBudget budget;
    std::map<std::string, InlineAttributes> attribute_definitions;
    std::map<std::string, LinkDefinition> links;
    std::map<std::string, AbbreviationDefinition> abbreviations;
    std::map<std::string, std::size_t> footnote_index;
    std::vector<FootnoteDefinition> footnotes;
    std::vector<UnknownReference> unknown_references;
};

}  // namespace ghreveal::markdown::kramdown
