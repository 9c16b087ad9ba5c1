// What a slide's pages repeat of the ones before them, cut into parts that a PDF has once. Without
// it a slide of a thousand fragments is drawn a thousand times.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "draw/canvas.h"
#include "paint/display_list.h"

namespace ghreveal::exporter {

// The pages of one slide come in order.
class RepeatedContent {
public:
    draw::PageParts parts_of(std::shared_ptr<const paint::DisplayList> page);

private:
    // Items of the page before up to `end`, as a part, and the groups that are open behind them.
    struct Cut {
        std::size_t end;
        paint::DisplayList open;
        draw::PagePart part;
    };

    std::size_t cut_off() const { return cuts_.empty() ? 0 : cuts_.back().end; }
    void cut_up_to(std::size_t end, const paint::DisplayList&);
    void cut(const paint::DisplayList&, std::size_t end, draw::PagePart::Use);

    std::shared_ptr<const paint::DisplayList> before_;
    std::vector<Cut> cuts_;
};

}  // namespace ghreveal::exporter
