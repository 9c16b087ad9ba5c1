// Where YAML stands, for messages.
#pragma once

#include <string>

namespace ghreveal::deck {

struct YamlSource {
    std::string file;
    int first_line = 1;
};

}  // namespace ghreveal::deck
