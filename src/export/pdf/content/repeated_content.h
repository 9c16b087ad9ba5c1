// What a slide's pages repeat of the ones before them, cut into parts that a PDF has once. Without
// it a slide of a thousand fragments is drawn a thousand times.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "paint/display_list.h"

namespace ghreveal::exporter {

// A piece of a page that other pages have too: a list that ends what it begins, or two parts.
struct RepeatedPart {
    std::shared_ptr<const paint::DisplayList> items;  // null: the two
    std::shared_ptr<const RepeatedPart> first, second;
    bool begins_page = false;  // nothing is drawn before it but the paper
};
using RepeatedPartPtr = std::shared_ptr<const RepeatedPart>;

// From bottom to top: the parts, then what the page has of its own.
struct PageParts {
    std::vector<RepeatedPartPtr> repeated;
    std::shared_ptr<const paint::DisplayList> own;
};

// The pages of one slide come in order. A page has not many more parts when a slide has twice as
// much on it: as soon as there are two of a size, they become one.
class RepeatedContent {
public:
    PageParts parts_of(std::shared_ptr<const paint::DisplayList> page);

private:
    // A part of the page before up to its item `end`, and the groups that are open behind that.
    struct Cut {
        std::size_t end = 0;
        std::size_t lists = 1;  // that the part is made of
        paint::DisplayList open;
        RepeatedPartPtr part;
        std::vector<Cut> halves{};  // of a part of two
    };

    std::size_t cut_off() const { return cuts_.empty() ? 0 : cuts_.back().end; }
    void drop_behind(std::size_t same);
    void cut_up_to(std::size_t end, const paint::DisplayList&);
    void cut(const paint::DisplayList&, std::size_t end);

    std::shared_ptr<const paint::DisplayList> before_;
    std::vector<Cut> cuts_;
};

}  // namespace ghreveal::exporter
