// Page labels (PDF 32000-1 §12.4.2): what viewers and presenters' programs call a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::exporter {

// The number tree of the pages' labels, as PDF: a range wherever a label is not the one before plus
// one, the first of them at page 0. (Cairo 1.16 leaves that one out when it says no more than "1",
// and programs then count from wherever the next one begins.)
std::string page_label_tree(const std::vector<std::string>& labels);

// The end of a document as Cairo 1.16 writes it, from byte `begin` on, which is before its catalog,
// with another entry in the catalog. Everything that is referred to lies before it, but for the
// reference table. Throws Error when the end is not like that.
std::string with_catalog_entry(std::string_view end, std::size_t begin, std::string_view entry);

}  // namespace ghreveal::exporter
