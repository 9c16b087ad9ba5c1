// Decks as people write them, with HTML and CSS as no one does: by a grammar, because bytes that
// are changed at random are hardly ever a deck.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ghreveal::fuzz {

// Property names with values that are valid of each, from tests/data/property-values.txt.
struct PropertyValues {
    std::string name;
    std::vector<std::string> values;
};
std::vector<PropertyValues> read_property_values(const std::string& file);

// The same deck for the same seed.
std::string random_deck(std::uint64_t seed, const std::vector<PropertyValues>&);

}  // namespace ghreveal::fuzz
