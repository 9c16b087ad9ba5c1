// What an export wrote, as JSON for other programs (docs/manifest.schema.json).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pages/session.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

struct WrittenFile {
    std::string kind;  // "pdf", "png", "svg", "thumbnail", "contact-sheet"
    std::string path;
    std::optional<std::size_t> slide;  // index into Deck::slides; nothing: all of them
    std::optional<int> step;
    Size size;      // of a page or picture: px, in a PNG pixels
    int pages = 1;  // of a document
    std::size_t bytes = 0;
};

// The order of a deck's files in all that lists them, whoever wrote which of them.
bool is_listed_before(const WrittenFile&, const WrittenFile&);

// Writes it to `path`; gives a line that says so.
std::string write_manifest(const std::string& path, const pages::Session&,
                           const std::vector<WrittenFile>&);

// Paths below `folder` are written as from there.
std::string manifest_json(const deck::Deck&, const std::vector<std::size_t>& slides, Size page_size,
                          const std::vector<WrittenFile>&, const std::string& folder);

}  // namespace ghreveal::exporter
