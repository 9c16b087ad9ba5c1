// Which content a slide's pages show, and where for the first and for the last time.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "paint/display_list.h"

namespace ghreveal::exporter {

struct ContentHash {
    std::size_t operator()(const paint::Content& content) const {
        return std::hash<const void*>()(content.node) ^ static_cast<std::size_t>(content.part);
    }
};

template <typename T>
using ContentTable = std::unordered_map<paint::Content, T, ContentHash>;

struct ContentUse {
    std::size_t first_page = 0;
    std::size_t last_page = 0;
    std::string text;  // as it is shown on the first page
    // In how many lines that is, and where they lie.
    std::size_t lines = 0;
    Px first_baseline = 0;
    Px last_baseline = 0;
};

struct ContentUses {
    ContentTable<ContentUse> of;
    std::unordered_set<const dom::Node*> linked;  // elements that a link is made by
};

// Pages are to come in order, a slide's one after the other.
void add_uses(const paint::DisplayList&, std::size_t page, ContentUses&);

}  // namespace ghreveal::exporter
