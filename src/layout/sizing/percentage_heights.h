// What percentages of heights are of while widths are asked for that content makes: a picture of
// `height: 100%` is as wide as a definite height around it makes it (CSS Sizing 3 §5.2.1).
#pragma once

#include <optional>

#include "boxes/box.h"
#include "support/geometry.h"

namespace ghreveal::layout {

struct LayoutCache;

// Of one box that is measured. px.
struct PercentageHeights {
    // The content height of what is around the box, where that is definite.
    std::optional<Px> containing_block;
    // The border-box height that a flex line or its offsets give the box, which has none of its
    // own.
    std::optional<Px> stretched;
    bool operator==(const PercentageHeights&) const = default;
};

// Says it of the boxes that are measured while it lives: `stretched` of none but the box given.
class WithPercentageHeights {
public:
    WithPercentageHeights(LayoutCache&, std::optional<Px> containing_block);
    WithPercentageHeights(LayoutCache&, std::optional<Px> containing_block, const boxes::Box&,
                          std::optional<Px> stretched);
    ~WithPercentageHeights();
    WithPercentageHeights(const WithPercentageHeights&) = delete;
    WithPercentageHeights& operator=(const WithPercentageHeights&) = delete;

private:
    LayoutCache& cache_;
    std::optional<Px> containing_block_before_;
    std::optional<Px> stretched_before_;
    const boxes::Box* stretched_box_before_;
};

// What is said of the box.
PercentageHeights percentage_heights_of(const boxes::Box&, const LayoutCache&);

// The content height that percentages in the box are of, and whether what is around the box has a
// part in that.
struct InnerHeight {
    std::optional<Px> value;
    bool is_from_outside = false;
};
InnerHeight inner_percentage_height(const boxes::Box&, const PercentageHeights&);

}  // namespace ghreveal::layout
