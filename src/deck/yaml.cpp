#include "deck/yaml.h"

#include <fmt/format.h>

#include "support/error.h"

namespace ghreveal::deck {

YAML::Node parse_yaml(std::string_view yaml, const YamlSource& source) {
    try {
        return YAML::Load(std::string(yaml));
    } catch (const YAML::ParserException& problem) {
        throw Error(
            {source.file, problem.mark.line + source.first_line},
            fmt::format("{} is not YAML: {}",
                        source.first_line == 1 ? "the file" : "the front matter", problem.msg),
            "a text with a colon or brackets in it needs quotes");
    }
}

}  // namespace ghreveal::deck
