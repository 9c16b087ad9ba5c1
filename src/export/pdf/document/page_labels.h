// Page labels (PDF 32000-1 §12.4.2): what viewers and presenters' programs call a page.
#pragma once

#include <string>
#include <vector>

namespace ghreveal::exporter {

// The number tree of the pages' labels, as PDF: a range wherever a label is not the one before plus
// one, the first of them at page 0.
std::string page_label_tree(const std::vector<std::string>& labels);

}  // namespace ghreveal::exporter
