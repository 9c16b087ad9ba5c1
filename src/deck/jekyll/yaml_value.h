// YAML as Liquid's values, typed as Ruby's Psych types them (YAML 1.1).
#pragma once

#include <yaml-cpp/yaml.h>

#include "deck/liquid/value.h"
#include "deck/settings/yaml_source.h"
#include "support/limits.h"

namespace ghreveal::deck::jekyll {

// Throws Error when aliases make more of it than the Limits allow.
liquid::Value to_value(const YAML::Node&, const YamlSource&, const Limits&);

// The entries of both maps, maps in them joined as well; those of `over` win.
YAML::Node joined(const YAML::Node& under, const YAML::Node& over);

}  // namespace ghreveal::deck::jekyll
