// The YAML between two `---` lines at a deck's start (format.md §1).
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "deck/settings/yaml_source.h"
#include "support/error.h"

namespace YAML {
class Node;
}

namespace ghreveal::deck {

// A deck's text taken apart. Views into the text given.
struct SplitDeck {
    std::string_view front_matter;
    std::string_view body;
    int body_line = 1;  // number of the body's first line in the file
};

// Throws Error when the front matter is opened and never closed.
SplitDeck split_front_matter(std::string_view text, const std::string& file);

// Fills metadata, configuration and theme. Reports what has the wrong type.
// Throws Error with the line when the front matter is not YAML.
void read_front_matter(std::string_view yaml, Deck&, Diagnostics&);
void read_front_matter(const YAML::Node&, Deck&, Diagnostics&);

// reveal.js's configuration from the JSON or YAML of a map that is written at `line`, over what is
// there. Reports what has the wrong type.
void read_configuration(const std::string& map, int line, Deck&, Diagnostics&);

// `key: value` pairs of a YAML file, nested keys joined by dots, lists' items by ", ". Throws Error
// with file and line when it is not YAML, and when aliases make more of it than the Limits allow.
std::map<std::string, std::string> flat_values(std::string_view yaml, const YamlSource&,
                                               const Limits&);

}  // namespace ghreveal::deck
