#include "support/rules.h"

#include <algorithm>
#include <array>

namespace ghreveal {

namespace {

constexpr std::array kRules{
    RuleFacts{Rule::kFailure, "failure", Level::kError, "The deck cannot be exported."},
    RuleFacts{Rule::kEncoding, "encoding", Level::kError, "The file is not UTF-8."},
    RuleFacts{Rule::kFrontMatter, "front-matter", Level::kError,
              "The front matter or a settings file cannot be read."},
    RuleFacts{Rule::kNoSlides, "no-slides", Level::kWarning, "The deck has no slides."},
    RuleFacts{Rule::kEmptySlide, "empty-slide", Level::kWarning, "Nothing is on a slide."},
    RuleFacts{Rule::kUnknownKey, "unknown-key", Level::kWarning,
              "A key of the front matter or of a settings file is not known."},
    RuleFacts{Rule::kDuplicateKey, "duplicate-key", Level::kWarning, "A key is set twice."},
    RuleFacts{Rule::kInvalidValue, "invalid-value", Level::kWarning,
              "A setting has a value that it cannot have."},
    RuleFacts{Rule::kUnknownKeyword, "unknown-keyword", Level::kWarning,
              "A word after the sign § is no keyword."},
    RuleFacts{Rule::kKeywordWithoutEffect, "keyword-without-effect", Level::kWarning,
              "A keyword lacks what it needs."},
    RuleFacts{Rule::kBrokenMarkup, "broken-markup", Level::kWarning,
              "Markup is begun in a way that leaves it on the slide as text."},
    RuleFacts{Rule::kLiquid, "liquid", Level::kWarning, "A Liquid tag is not carried out."},
    RuleFacts{Rule::kMissingFile, "missing-file", Level::kWarning,
              "A file that the deck includes is not there."},
    RuleFacts{Rule::kMissingFont, "missing-font", Level::kNote,
              "A font that a style sheet asks for is not at hand."},
    RuleFacts{Rule::kUnknownTheme, "unknown-theme", Level::kError, "The theme is not there."},
    RuleFacts{Rule::kDuplicateId, "duplicate-id", Level::kWarning,
              "Two elements have the same id."},
    RuleFacts{Rule::kDeadLink, "dead-link", Level::kWarning, "A link leads nowhere."},
    RuleFacts{Rule::kMissingPicture, "missing-picture", Level::kWarning,
              "A picture is not there or may not be read."},
    RuleFacts{Rule::kUndecodablePicture, "undecodable-picture", Level::kWarning,
              "A picture's file is damaged or is no picture."},
    RuleFacts{Rule::kPictureFeature, "picture-feature", Level::kWarning,
              "Part of a picture is drawn otherwise or not at all."},
    RuleFacts{Rule::kMissingAlt, "missing-alt", Level::kNote, "A picture has no alternative text."},
    RuleFacts{Rule::kMissingLanguage, "missing-language", Level::kNote,
              "The deck does not say which language it is in."},
    RuleFacts{Rule::kReadingOrder, "reading-order", Level::kNote,
              "Text is read aloud in another order than it is seen in."},
    RuleFacts{Rule::kNetwork, "network", Level::kWarning, "The network did not give a file."},
    RuleFacts{Rule::kUnknownAttribute, "unknown-attribute", Level::kWarning,
              "An attribute of reveal.js is not known or has a value without effect."},
    RuleFacts{Rule::kUnknownElement, "unknown-element", Level::kWarning,
              "An element is not drawn as a browser draws it."},
    RuleFacts{Rule::kUnknownIcon, "unknown-icon", Level::kWarning, "An icon is not known."},
    RuleFacts{Rule::kUnknownLanguage, "unknown-language", Level::kWarning,
              "There are no colours for a language of code."},
    RuleFacts{Rule::kDiagram, "diagram", Level::kWarning, "A diagram is shown as its source."},
    RuleFacts{Rule::kFormula, "formula", Level::kWarning, "A formula cannot be set."},
    RuleFacts{Rule::kCssUnsupported, "css-unsupported", Level::kWarning,
              "Part of a style sheet has no effect."},
    RuleFacts{Rule::kCssImport, "css-import", Level::kWarning, "A style sheet is not imported."},
    RuleFacts{Rule::kNoGlyph, "no-glyph", Level::kWarning, "No font has a character."},
    RuleFacts{Rule::kScriptContent, "script-content", Level::kNote,
              "What scripts or plugins show has a placeholder."},
    RuleFacts{Rule::kLeftOut, "left-out", Level::kWarning,
              "Something that the deck asks for cannot be on paper."},
    RuleFacts{Rule::kContrast, "contrast", Level::kWarning,
              "Text can hardly be told from what is behind it."},
    RuleFacts{Rule::kTextTooSmall, "text-too-small", Level::kWarning,
              "Text is too small to be read in a room."},
    RuleFacts{Rule::kTooMuchText, "too-much-text", Level::kNote,
              "A slide has more words than anyone reads."},
    RuleFacts{Rule::kOverflow, "overflow", Level::kWarning,
              "What is on a slide is too tall or too large for it."},
    RuleFacts{Rule::kOverflowSide, "overflow-side", Level::kWarning,
              "What is on a slide is too wide for it."},
    RuleFacts{Rule::kRevealVersion, "reveal-version", Level::kWarning,
              "The version of reveal.js is not known or lacks what the deck uses."},
    RuleFacts{Rule::kLimit, "limit", Level::kWarning, "A bound against hostile decks was met."},
};

// In the order of the enumerators.
constexpr std::array<std::string_view, 4> kLevelNames{"off", "note", "warning", "error"};

}  // namespace

std::span<const RuleFacts> all_rules() {
    return kRules;
}

const RuleFacts& facts_of(Rule rule) {
    return kRules.at(static_cast<std::size_t>(rule));
}

std::optional<Rule> rule_of_name(std::string_view name) {
    for (const RuleFacts& facts : kRules) {
        if (facts.name == name) {
            return facts.rule;
        }
    }
    return std::nullopt;
}

std::vector<std::string> rule_names() {
    std::vector<std::string> names;
    for (const RuleFacts& facts : kRules) {
        names.emplace_back(facts.name);
    }
    return names;
}

std::string_view name_of(Level level) {
    return kLevelNames.at(static_cast<std::size_t>(level));
}

std::optional<Level> level_of_name(std::string_view name) {
    const auto* found = std::find(kLevelNames.begin(), kLevelNames.end(), name);
    return found == kLevelNames.end()
               ? std::nullopt
               : std::optional(static_cast<Level>(found - kLevelNames.begin()));
}

}  // namespace ghreveal
