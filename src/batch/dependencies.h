// Which files an export has read, for programs that run it again when one of them changes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "batch/export_record.h"

namespace ghreveal::batch {

enum class DependencyFormat : std::uint8_t {
    kMake,   // a rule for each deck, and an empty one for each file, so that it may go
    kNinja,  // for `depfile`: one rule
    kJson,   // docs/dependencies.schema.json
};

struct DeckDependencies {
    std::string deck;
    std::vector<std::string> outputs;
    std::vector<std::string> inputs;  // those that are there
};

DeckDependencies dependencies_of(const ExportRecord&);
std::string dependencies_text(const std::vector<DeckDependencies>&, DependencyFormat);

}  // namespace ghreveal::batch
