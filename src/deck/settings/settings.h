// ghreveal.yml: what the owner of a site says once for all its decks, and what no deck may say
// itself, such as programs to be run.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "math/settings.h"
#include "support/error.h"
#include "support/limits.h"
#include "support/rules.h"

namespace ghreveal::deck {

struct Settings {
    // Kinds of diagrams -> the program that draws them and its arguments.
    std::map<std::string, std::vector<std::string>> diagrams;
    std::map<Rule, Level> lint;  // how loud rules of `check` are
    // `handout:`, plain values by their keys: what handouts are like where their decks do not say.
    struct PlacedValue {
        std::string value;
        SourcePosition where;
    };
    std::map<std::string, PlacedValue> handout;
    math::Macros macros;  // of formulas in all decks
};

// Which file they come from: the nearest ghreveal.yml, from the deck's folder up to its project's
// (find_project()), unless the command line says another, or none.
struct SettingsSource {
    std::string file;   // empty: the nearest
    bool none = false;  // over it
};
std::optional<std::filesystem::path> settings_file(const std::string& deck_file,
                                                   const SettingsSource&);

// Without a file all is as it is by default. Warns of what it does not know. Throws Error when it
// is not YAML.
Settings read_settings(const std::string& deck_file, const SettingsSource&, const Limits&,
                       Diagnostics&);

}  // namespace ghreveal::deck
