// Speaker notes as HTML that other programs may open: nothing in it runs, loads a document or leads
// where links may not.
#pragma once

#include <set>
#include <string>

namespace ghreveal::exporter {

struct SafeHtml {
    std::string html;
    std::set<std::string> left_out;  // "<script>", "onclick", "javascript:…": to be said
};

// Elements and attributes by a list of those allowed. HTML in which there is nothing else comes
// back as it was.
SafeHtml safe_html(const std::string& html);

}  // namespace ghreveal::exporter
