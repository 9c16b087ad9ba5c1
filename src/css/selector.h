// Selectors as data (Selectors 4, the part that design.md lists).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "css/tokenizer.h"
#include "support/limits.h"

namespace ghreveal::css {

enum class AttributeMatch : std::uint8_t {
    kPresent,
    kEquals,
    kWord,
    kDash,
    kPrefix,
    kSuffix,
    kSubstring
};

struct AttributeTest {
    std::string name;
    AttributeMatch match = AttributeMatch::kPresent;
    std::string value;
    bool ignore_case = false;
};

struct Selector;

struct PseudoClass {
    enum class Kind : std::uint8_t {
        kRoot,
        kEmpty,
        kLink,
        kFirstChild,
        kLastChild,
        kOnlyChild,
        kNthChild,
        kNthLastChild,
        kFirstOfType,
        kLastOfType,
        kOnlyOfType,
        kNthOfType,
        kNthLastOfType,
        kNot,
        kIs,
        kHas,    // `arguments` begin at kScope, and lead from there
        kScope,  // the element that :has() is asked of; the root elsewhere
        kLang,   // `words`
        kDir,    // `words`
        kChecked,
        kDefined,
        kDisabled,
        kEnabled,
        kOpen,
        kOptional,
        kPlaceholderShown,
        kReadOnly,
        kReadWrite,
        kRequired,
        kNever,  // what paper never is: :hover, :focus, :visited …
    };
    Kind kind = Kind::kNever;
    int step = 0;  // an+b
    int offset = 0;
    // :not(), :is(), :has(), `&`; of :nth-child(), what follows `of`, empty: all. Shared by copies,
    // as `&` in `&` would double them.
    std::shared_ptr<const std::vector<Selector>> arguments;
    std::vector<std::string> words{};  // of :lang() and :dir(), in lower case
};

// Everything between combinators: `a.b#c[d]:e`.
struct Compound {
    std::string tag;  // lower case; empty or "*": any
    std::string id;
    std::vector<std::string> classes;
    std::vector<AttributeTest> attributes;
    std::vector<PseudoClass> pseudo_classes;
};

enum class Combinator : std::uint8_t { kDescendant, kChild, kNextSibling, kLaterSibling };
enum class SelectedPart : std::uint8_t {
    kElement,
    kBefore,
    kAfter,
    kMarker,
    kFirstLetter,
    kFirstLine,
    kOther
};
// Those before kOther have styles.
constexpr std::size_t index_of(SelectedPart part) {
    return static_cast<std::size_t>(part);
}
inline constexpr std::size_t kStyledParts = index_of(SelectedPart::kOther);

// `compounds` from right to left; combinators[i] stands between compounds[i + 1] and compounds[i].
struct Selector {
    std::vector<Compound> compounds;
    std::vector<Combinator> combinators;
    SelectedPart part = SelectedPart::kElement;
    // ids, classes (with attributes and pseudo-classes), types; 10 bits each (Selectors 4 §17).
    std::uint32_t specificity = 0;
};

using SelectorList = std::vector<Selector>;

struct SelectorOptions {
    const Limits& limits;
    // What `&` stands for, and what selectors without one are inside of (CSS Nesting 1 §3); null:
    // the rule is not in another.
    std::shared_ptr<const SelectorList> parent;
    // Whether :is() and :where() leave out what is not valid.
    bool is_forgiving = true;
};

// A selector list; nothing when any of it is not valid, as CSS drops the whole rule then.
// So it does when one goes past the Limits.
std::optional<SelectorList> parse_selectors(std::span<const Token>, const SelectorOptions&);
inline std::optional<SelectorList> parse_selectors(std::span<const Token> tokens,
                                                   const Limits& limits = {}) {
    return parse_selectors(tokens, SelectorOptions{limits, nullptr});
}

}  // namespace ghreveal::css
