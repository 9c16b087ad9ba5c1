#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/rules/rules_of_deck.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// About a minute of reading: who reads it does not listen.
constexpr std::size_t kManyWords = 200;

// Whether sheets of the deck's own may draw anything of an element that they can name.
bool has_own_sheets(const deck::Deck& deck) {
    return dom::find_first(static_cast<const dom::Node&>(*deck.html), [](const dom::Node& node) {
               return node.is_element("style") || node.is_element("link");
           }) != nullptr;
}

// What an element in a slide may show by its own declarations; of the slide's box only its
// background is seen without content.
bool shows_by_style(const dom::Node& node, const dom::Node& section) {
    const std::string* style = node.attribute("style");
    return style != nullptr &&
           (&node != &section || style->find("background") != std::string::npos);
}

bool shows_something(const dom::Node& section, bool may_be_styled) {
    return dom::find_first(section, [&](const dom::Node& node) {
               if (node.is_text()) {
                   return !ascii::is_blank(node.text) && !node.parent->is_element("style") &&
                          !node.parent->is_element("script");
               }
               constexpr std::array<std::string_view, 10> kShown{
                   "img", "svg",    "video", "iframe", "canvas",
                   "hr",  "object", "embed", "audio",  "input"};
               return std::find(kShown.begin(), kShown.end(), node.name) != kShown.end() ||
                      shows_by_style(node, section) || node.has_class("fa") ||
                      (may_be_styled && &node != &section && node.is_element() &&
                       (node.attribute("class") != nullptr || node.attribute("id") != nullptr)) ||
                      std::any_of(node.attributes.begin(), node.attributes.end(),
                                  [](const dom::Attribute& one) {
                                      return one.name.starts_with("data-background");
                                  });
           }) != nullptr;
}

void warn_of_empty(const deck::Slide& slide, const SourcePosition& where, deck::Format format,
                   Diagnostics& diagnostics) {
    const bool has_script = dom::find_first(*slide.section, [](const dom::Node& node) {
                                return node.is_element("script");
                            }) != nullptr;
    diagnostics.warn(Rule::kEmptySlide, where,
                     has_script ? "nothing is on this slide but what a script would make"
                                : "nothing is on this slide",
                     has_script ? "scripts are not run; put a picture in its place"
                     : format == deck::Format::kGhReveal
                         ? "leave out its §new, or give it a background"
                         : "leave it out, or give it a background");
}

// Those that are shown: style sheets and scripts are text as well.
std::size_t word_count(const dom::Node& section) {
    std::string text;
    dom::for_each(section, [&](const dom::Node& node) {
        const bool is_shown = node.is_text() && !node.parent->is_element("style") &&
                              !node.parent->is_element("script") &&
                              !node.parent->is_element("template");
        text += is_shown ? node.text : "";
    });
    return ascii::words(text).size();
}

}  // namespace

// WCAG 2.2 §3.1.1: what reads a document aloud has to know its language.
void check_language(const deck::Deck& deck, Diagnostics& diagnostics) {
    if (deck.metadata.language.empty()) {
        diagnostics.warn(
            Rule::kMissingLanguage, {deck.file, 1}, "the deck does not say which language it is in",
            deck.format == deck::Format::kPage ? "write <html lang=\"en\">"
                                               : "write `lang: en` into the front matter");
    }
}

void check_slides(const deck::Deck& deck, Diagnostics& diagnostics) {
    const bool may_be_styled = has_own_sheets(deck);
    const auto is_empty = [&](const deck::Slide& slide) {
        return !shows_something(*slide.section, may_be_styled);
    };
    // The first slide of a gh-reveal deck is its front matter's.
    const std::size_t own = deck.format == deck::Format::kGhReveal ? 1 : 0;
    if (std::all_of(
            deck.slides.begin() + static_cast<std::ptrdiff_t>(std::min(own, deck.slides.size())),
            deck.slides.end(), is_empty)) {
        diagnostics.warn(Rule::kNoSlides, {deck.file, 0}, "the deck has no slides",
                         deck.format == deck::Format::kPage
                             ? "slides are <section> elements in .reveal > .slides"
                             : "write them below the front matter, with §new between them");
        return;
    }
    for (const deck::Slide& slide : deck.slides) {
        const SourcePosition where{deck.file, slide.first_line};
        // A deck without a title has an empty first slide, as gh-reveal makes it.
        if (is_empty(slide) && slide.number != 1) {
            warn_of_empty(slide, where, deck.format, diagnostics);
        } else if (const std::size_t words = word_count(*slide.section); words > kManyWords) {
            diagnostics.warn(Rule::kTooMuchText, where,
                             fmt::format("{} words are on this slide", words),
                             deck.format == deck::Format::kGhReveal
                                 ? "split it, or move what is said into its §notes"
                                 : "split it, or move what is said into its notes");
        }
    }
}

namespace {

bool has_percent_height(const dom::Node& node) {
    const std::string* style = node.attribute("style");
    const std::string* height = node.is_element("img") ? node.attribute("height") : nullptr;
    if (style == nullptr) {
        return height != nullptr && ascii::trimmed(*height).ends_with('%');
    }
    for (const std::string_view declaration : ascii::split(*style, ';')) {
        const std::size_t colon = declaration.find(':');
        if (colon != declaration.npos && ascii::trimmed(declaration.substr(0, colon)) == "height" &&
            ascii::trimmed(declaration.substr(colon + 1)).ends_with('%')) {
            return style->find("position") == style->npos;
        }
    }
    return false;
}

// Whether nothing from there up to the slide can have a height of its own: a class or a style may
// give it one.
bool has_height_of_content(const dom::Node* node, const dom::Node& section) {
    for (; node != nullptr && node != &section; node = node->parent) {
        const bool is_plain = node->is_element("p") || node->is_element("div") ||
                              node->is_element("center") || node->is_element("figure") ||
                              node->is_element("span") || node->is_element("a");
        if (!is_plain || node->attribute("style") != nullptr ||
            node->attribute("class") != nullptr || node->attribute("id") != nullptr) {
            return false;
        }
    }
    return node == &section && section.attribute("style") == nullptr;
}

}  // namespace

// CSS 2.1 §10.5: a percentage of a height that comes from the content is `auto`.
void check_heights(const deck::Deck& deck, Diagnostics& diagnostics) {
    for (const deck::Slide& slide : deck.slides) {
        dom::for_each(*slide.section, [&](const dom::Node& node) {
            if (node.is_element() && node.line != 0 && !node.is_foreign &&
                has_percent_height(node) && has_height_of_content(node.parent, *slide.section)) {
                diagnostics.warn(Rule::kCssUnsupported, dom::position_of(node, deck.file),
                                 "this height in % has no effect: what is around has none",
                                 "write it in px");
            }
        });
    }
}

void check_deck_rules(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    check_front_matter(deck, sources, diagnostics);
    check_settings_files(deck, sources, diagnostics);
    check_keywords(deck, sources, diagnostics);
    check_slips(deck, sources, diagnostics);
    check_page_slips(deck, sources, diagnostics);
    check_plugins(deck, diagnostics);
    check_dialects(deck, sources, diagnostics);
    check_tags(deck, sources, diagnostics);
    check_markup(deck, sources, diagnostics);
    check_split_elements(deck, sources, diagnostics);
    check_attribute_lists(deck, sources, diagnostics);
    check_names(deck, diagnostics);
    check_elements(deck, sources, diagnostics);
    check_drawings(deck, diagnostics);
    check_slides(deck, diagnostics);
    check_heights(deck, diagnostics);
}

}  // namespace ghreveal::check
