// The inventory of settings: keys of front matter, of `_config.yml` and of `reveal-md.json`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::check {

enum class KeyOwner : std::uint8_t { kFrontMatter, kJekyll, kKramdown, kRevealMd };

enum class KeyEffect : std::uint8_t {
    kActedOn,
    kNothingToShow,  // it is for the site around, or for what serves the deck
    kNotSupported,   // it would change what is seen
    kUnknown,
};

KeyEffect key_effect(KeyOwner, std::string_view key);

// For suggestions.
std::vector<std::string> key_names(KeyOwner);

}  // namespace ghreveal::check
