// What the rules of kramdown share while they read one deck.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown/element.h"

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
    explicit WorkBudget(std::size_t bytes) : left_(bytes * kLooksPerByte + kFree) {}
    // Gives false once everything is used up; unclosed markup is text from then on.
    bool spend(std::size_t bytes) {
        left_ -= bytes < left_ ? bytes : left_;
        return left_ > 0;
    }
    bool is_spent() const { return left_ == 0; }

private:
    static constexpr std::size_t kLooksPerByte = 4;
    static constexpr std::size_t kFree = 1u << 20;
    std::size_t left_;
};

// Blocks in blocks, or spans in spans: deeper ones are text (stops stack overflow).
inline constexpr int kDeepestNesting = 100;

struct KramdownDocument {
    explicit KramdownDocument(std::size_t bytes) : budget(bytes) {}

    ElementPool pool;
    WorkBudget budget;
    std::map<std::string, InlineAttributes> attribute_definitions;
    std::map<std::string, LinkDefinition> links;
    std::map<std::string, AbbreviationDefinition> abbreviations;
    std::map<std::string, std::size_t> footnote_index;
    std::vector<FootnoteDefinition> footnotes;
};

}  // namespace ghreveal::markdown::kramdown
