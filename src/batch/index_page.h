// All decks of a run on one page, and as JSON (docs/site.schema.json).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "batch/export_record.h"

namespace ghreveal::batch {

// Links are relative to `folder`, in which the page will be. No script, no other files.
std::string index_html(const std::vector<ExportRecord>&, const std::filesystem::path& folder);
std::string site_json(const std::vector<ExportRecord>&, const std::filesystem::path& folder);

}  // namespace ghreveal::batch
