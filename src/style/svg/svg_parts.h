// Parts of drawings by their ids, for the drawings of a page that refer to them (SVG 2 §5.5): a
// symbol of another <svg>, as sheets of icons have them, or of a file.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dom/document.h"
#include "support/limits.h"

namespace ghreveal::style {

// The text of a file that a drawing names; "" for one that cannot be read, which is said.
using FileText = std::function<std::string(std::string_view address)>;

class SvgParts {
public:
    // `page` is the root of the page's elements; null: the page has no parts. The limits bound what
    // take() gives in all: a part that is borrowed is written as often.
    SvgParts(const dom::Node* page, const Limits&);
    ~SvgParts();

    // "#id" is in the page, "file.svg#id" in a file, which is read once. Null: there is no such
    // part, or the bound is reached.
    const dom::Node* take(std::string_view address, const FileText&);

    // Whether take() looked into the page, or into a file that could be read.
    bool was_read(std::string_view address) const;

private:
    using Index = std::unordered_map<std::string_view, const dom::Node*>;
    struct File;

    const Index& parts_of(const std::string& file, const FileText&);

    const dom::Node* page_;
    Limits limits_;
    std::size_t elements_taken_ = 0;
    std::map<std::string, std::unique_ptr<File>> files_;  // "": the page
};

}  // namespace ghreveal::style
