// Writes the page of all decks (index_page.h) and the same as JSON.
#pragma once

#include <filesystem>
#include <vector>

#include "batch/export_record.h"
#include "export/output_guard.h"

namespace ghreveal::batch {

struct IndexPlace {
    std::filesystem::path folder;
    exporter::OutputGuard guard;
};

// Throws Error when somebody else's files are there.
void write_index(const std::vector<ExportRecord>&, const IndexPlace&);

}  // namespace ghreveal::batch
