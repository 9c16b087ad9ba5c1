// The content of long <style> and <script> elements, kept away from the HTML parser, which takes
// some 400 instructions a letter for it: nbconvert's pages have 13,000 lines of style in their
// head.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::dom {

// A page with a placeholder of as many lines for each of these contents.
struct ShortenedPage {
    std::string html;
    std::vector<std::string> placeholders;   // in the order of the page
    std::vector<std::string_view> contents;  // what they stand for: views of the page

    // What stands in the page for the content of a <style> or <script>.
    std::string_view content_of(std::string_view text) const;
};

// `page`, which has to outlive the result. Its contents are found as HTML's tokenizer finds them
// (HTML §13.2.5); those that the parser changes (line ends) and those in SVG, which are no raw
// text, are left in their place.
ShortenedPage without_raw_text(std::string_view page);

}  // namespace ghreveal::dom
