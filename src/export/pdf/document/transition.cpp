#include "export/pdf/document/transition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "export/pdf/file/pdf_syntax.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

// The nearest of §12.4.4's styles; what turns in space is pushed on a plane.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kStyles{
    {{"concave", "/Push"},
     {"convex", "/Push"},
     {"fade", "/Fade"},
     {"slide", "/Push"},
     {"zoom", "/Box/M/O"}}};

// "slide-in fade-out": how the slide comes up and how it leaves; a word alone says both.
std::string_view coming_up(std::string_view value) {
    std::string_view found;
    for (std::string_view word : ascii::split(value, ' ')) {
        word = ascii::trimmed(word);
        if (word.ends_with("-in")) {
            return word.substr(0, word.size() - 3);
        }
        if (!word.empty() && !word.ends_with("-out") && found.empty()) {
            found = word;
        }
    }
    return found;
}

// In seconds, as reveal.js's sheets have them.
double duration(std::string_view speed) {
    return speed == "fast" ? 0.4 : speed == "slow" ? 1.2 : 0.8;
}

std::string value_of_slide(const deck::Slide& slide, std::string_view name,
                           const std::string& otherwise) {
    const std::string* value = slide.section == nullptr ? nullptr : slide.section->attribute(name);
    return value != nullptr ? *value : otherwise;
}

std::string value_of_deck(const deck::Deck& deck, const std::string& key) {
    const auto found = deck.metadata.other.find(key);
    return found == deck.metadata.other.end() ? "" : found->second;
}

}  // namespace

std::string transition_entry(const deck::Deck& deck, const deck::Slide& slide) {
    const std::string value =
        value_of_slide(slide, "data-transition", value_of_deck(deck, "transition"));
    const std::string_view name = coming_up(value);
    const auto* const found = std::find_if(
        kStyles.begin(), kStyles.end(), [name](const auto& style) { return style.first == name; });
    if (found == kStyles.end()) {
        return "";
    }
    const double seconds = duration(
        value_of_slide(slide, "data-transition-speed", value_of_deck(deck, "transitionSpeed")));
    // Slides of a stack are below each other: downwards.
    const bool is_pushed = found->second == "/Push";
    const std::string_view direction = !is_pushed ? "" : slide.index.v > 0 ? "/Di 270" : "/Di 0";
    return fmt::format("/Trans<</S{}{}/D {}>>", found->second, direction, number(seconds));
}

}  // namespace ghreveal::exporter
