// Places among siblings, counted once a parent: `:nth-child()` of all children of a table is as
// much work as the table is long, not its square.
#pragma once

#include <vector>

#include "dom/document.h"

namespace ghreveal::style {

// An element's places, from 1: among all elements and those of its type, from both ends.
struct SiblingPlace {
    int of_all = 0;
    int of_type = 0;
    int of_all_from_end = 0;
    int of_type_from_end = 0;
};

class SiblingPlaces {
public:
    explicit SiblingPlaces(std::size_t nodes) : nodes_(nodes) {}
    const SiblingPlace& of(const dom::Node& element);

private:
    void count_children(const dom::Node& parent);

    std::size_t nodes_;  // of the document
    std::vector<SiblingPlace> places_;
};

}  // namespace ghreveal::style
