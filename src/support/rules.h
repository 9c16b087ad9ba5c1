// The rules that diagnostics go by: each has a name to silence it by, and a level. docs/rules
// has a page for each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal {

enum class Level : std::uint8_t { kOff, kNote, kWarning, kError };

enum class Rule : std::uint8_t {
    kFailure,
    kEncoding,
    kFrontMatter,
    kNoSlides,
    kEmptySlide,
    kUnknownKey,
    kDuplicateKey,
    kInvalidValue,
    kUnknownKeyword,
    kKeywordWithoutEffect,
    kBrokenMarkup,
    kLiquid,
    kMissingFile,
    kMissingFont,
    kUnknownTheme,
    kDuplicateId,
    kDeadLink,
    kMissingPicture,
    kUndecodablePicture,
    kPictureFeature,
    kMissingAlt,
    kMissingLanguage,
    kReadingOrder,
    kNetwork,
    kUnknownAttribute,
    kUnknownElement,
    kUnknownIcon,
    kUnknownLanguage,
    kDiagram,
    kFormula,
    kCssUnsupported,
    kCssImport,
    kNoGlyph,
    kScriptContent,
    kLeftOut,
    kContrast,
    kTextTooSmall,
    kTooMuchText,
    kOverflow,
    kOverflowSide,
    kRevealVersion,
    kLimit,
};

struct RuleFacts {
    Rule rule;
    std::string_view name;  // in kebab case
    Level level;            // when nothing else is said
    std::string_view summary;
};

// In the order of the enumerators.
std::span<const RuleFacts> all_rules();
const RuleFacts& facts_of(Rule);
std::optional<Rule> rule_of_name(std::string_view name);
std::vector<std::string> rule_names();
std::string_view name_of(Level);
std::optional<Level> level_of_name(std::string_view);

}  // namespace ghreveal
