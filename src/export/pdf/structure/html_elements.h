// What HTML's elements are in a document's structure (HTML §4, PDF 32000-1 §14.8.4).
#pragma once

#include <string>
#include <string_view>

#include "dom/document.h"

namespace ghreveal::exporter {

enum class ElementRole : std::uint8_t {
    kInline,  // nothing of its own, in the middle of a text
    kBlock,   // nothing of its own, between texts
    kHeading,
    kParagraph,
    kCodeBlock,
    kCode,
    kBlockQuote,
    kQuote,
    kList,
    kListItem,
    kTerms,  // dl
    kTerm,
    kDescription,
    kTable,
    kCaption,
    kRowGroup,
    kRow,
    kCell,
    kLink,
    kPicture,
    kFormula,
    kReference,  // to a footnote
};

ElementRole role_of(const dom::Node& element);

// What stands for a picture, a frame or a film in words; empty: it is there for the looks.
std::string alternative_text(const dom::Node& element);

// `title` or `aria-label`; empty: none.
std::string label_of(const dom::Node& element);

// With white space collapsed.
std::string words_of(const dom::Node& element);

// How a list numbers its items, as PDF names it ("/Decimal").
std::string_view list_numbering(const dom::Node& list);

}  // namespace ghreveal::exporter
