#include "style/matching/sibling_places.h"

#include <string_view>
#include <unordered_map>

namespace ghreveal::style {

const SiblingPlace& SiblingPlaces::of(const dom::Node& element) {
    static constexpr SiblingPlace kAlone{1, 1, 1, 1};
    if (element.parent == nullptr) {
        return kAlone;
    }
    places_.resize(nodes_);
    if (places_[element.index].of_all == 0) {
        count_children(*element.parent);
    }
    return places_[element.index];
}

void SiblingPlaces::count_children(const dom::Node& parent) {
    int all = 0;
    std::unordered_map<std::string_view, int> of_type;
    for (const dom::Node* child = parent.first_child; child != nullptr; child = child->next) {
        if (child->is_element()) {
            places_[child->index].of_all = ++all;
            places_[child->index].of_type = ++of_type[child->name];
        }
    }
    for (const dom::Node* child = parent.first_child; child != nullptr; child = child->next) {
        if (child->is_element()) {
            SiblingPlace& place = places_[child->index];
            place.of_all_from_end = all + 1 - place.of_all;
            place.of_type_from_end = of_type[child->name] + 1 - place.of_type;
        }
    }
}

}  // namespace ghreveal::style
