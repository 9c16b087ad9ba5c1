#include "text/faces/font_matching.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace ghreveal::text {

namespace {

// How far a face's weight is from the one asked for, first by direction (CSS Fonts 4 §5.2 step 4):
// 400 to 500 prefer up to 500, then lighter, then bolder; light ones lighter first; bold bolder.
std::pair<int, int> weight_distance(int wanted, int weight) {
    if (wanted >= 400 && wanted <= 500) {
        if (weight >= wanted && weight <= 500) {
            return {0, weight - wanted};
        }
        return weight < wanted ? std::pair{1, wanted - weight} : std::pair{2, weight - wanted};
    }
    const bool preferred = wanted < 400 ? weight <= wanted : weight >= wanted;
    return {preferred ? 0 : 1, std::abs(weight - wanted)};
}

// The same for the width (§5.2 step 4.1): up to the normal one prefers narrower, above it wider.
std::pair<int, double> stretch_distance(double wanted, double stretch) {
    const bool preferred = wanted <= 100 ? stretch <= wanted : stretch >= wanted;
    return {preferred ? 0 : 1, std::abs(stretch - wanted)};
}

// The value of a range that is nearest; `last` of 0: there is no range.
template <typename T>
T within(T wanted, T first, T last) {
    return std::clamp(wanted, first, std::max(first, last));
}

// A family that the deck declares has its faces alone (CSS Fonts 4 §4.2). Others stand in for those
// of the same place, which may turn out not to be there.
bool is_hidden(const FaceDescriptor& face, const std::vector<FaceDescriptor>& family) {
    bool is_family_declared = false;
    for (const FaceDescriptor& other : family) {
        is_family_declared |= other.is_declared;
        if (face.is_declared || (other.is_declared && other.weight == face.weight &&
                                 other.slant == face.slant && other.stretch == face.stretch)) {
            return false;
        }
    }
    return is_family_declared;
}

}  // namespace

std::vector<const FaceDescriptor*> nearest_faces(const std::vector<FaceDescriptor>& family,
                                                 const FontSpec& spec) {
    const auto distance = [&](const FaceDescriptor& face) {
        const auto [narrower, by_width] =
            stretch_distance(spec.stretch, within(spec.stretch, face.stretch, face.last_stretch));
        const auto [direction, by] =
            weight_distance(spec.weight, within(spec.weight, face.weight, face.last_weight));
        return std::tuple(narrower, by_width, face.slant != spec.slant, direction, by);
    };
    std::vector<const FaceDescriptor*> nearest;
    for (auto face = family.rbegin(); face != family.rend(); ++face) {
        if (is_hidden(*face, family)) {
            continue;
        }
        const bool is_nearer = nearest.empty() || distance(*face) < distance(*nearest.front());
        if (is_nearer) {
            nearest.assign(1, &*face);
        } else if (distance(*face) == distance(*nearest.front())) {
            nearest.push_back(&*face);
        }
    }
    return nearest;
}

}  // namespace ghreveal::text
