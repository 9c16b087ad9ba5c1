// YAML's text -> its tree.
#pragma once

#include <yaml-cpp/yaml.h>

#include <string_view>

#include "deck/settings/yaml_source.h"

namespace ghreveal::deck {

// Throws Error with the line when it is not YAML.
YAML::Node parse_yaml(std::string_view yaml, const YamlSource&);

}  // namespace ghreveal::deck
