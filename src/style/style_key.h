// What decides an element's style, for elements to share it.
#pragma once

#include <cstddef>
#include <functional>

#include "style/cascade.h"

namespace ghreveal::style {

// Elements with the same blocks, the same parent style and the same container share a style.
struct StyleKey {
    AppliedBlocks blocks;
    const ComputedStyle* parent;
    Size container{};  // what lengths in `cqw` … go by
    bool operator==(const StyleKey&) const = default;
};

struct StyleKeyHash {
    std::size_t operator()(const StyleKey& key) const {
        std::size_t hash = std::hash<const void*>{}(key.parent);
        for (const StyleBlock* block : key.blocks) {
            hash = hash * 1099511628211u ^ std::hash<const void*>{}(block);
        }
        return hash;
    }
};

}  // namespace ghreveal::style
