#include "paint/same_item.h"

#include <tuple>
#include <type_traits>

namespace ghreveal::paint {

namespace {

auto values_of(const FillRect& item) {
    return std::tie(item.shape, item.color, item.role);
}
auto values_of(const FillRing& item) {
    return std::tie(item.outer, item.inner, item.color, item.wedge);
}
auto values_of(const FillPolygon& item) {
    return std::tie(item.points, item.color);
}
auto values_of(const FillEllipse& item) {
    return std::tie(item.bounds, item.color);
}
auto values_of(const StrokeEllipse& item) {
    return std::tie(item.bounds, item.width, item.color);
}
auto values_of(const StrokeLine& item) {
    return std::tie(item.from, item.to, item.width, item.color, item.dashes, item.round_caps);
}
auto values_of(const StrokeRing& item) {
    return std::tie(item.path, item.width, item.color, item.dashes, item.round_caps, item.wedge);
}
auto values_of(const StrokeWave& item) {
    return std::tie(item.from, item.length, item.width, item.color);
}
auto values_of(const DrawGlyphs& item) {
    return std::tie(item.run, item.origin, item.color, item.content, item.stroke_width,
                    item.stroke_color);
}
auto values_of(const FillGradient& item) {
    return std::tie(item.clip, item.box, item.gradient);
}
auto values_of(const DrawImage& item) {
    return std::tie(item.image, item.target, item.content, item.color);
}
auto values_of(const BoxShadow& item) {
    return std::tie(item.shape, item.blur, item.color, item.hole);
}
auto values_of(const InsetShadow& item) {
    return std::tie(item.shape, item.hole, item.blur, item.color);
}
auto values_of(const GlyphShadow& item) {
    return std::tie(item.run, item.origin, item.blur, item.color);
}
auto values_of(const PushOpacity& item) {
    return std::tie(item.opacity, item.blend_mode);
}
auto values_of(const PushClip& item) {
    return std::tie(item.shape, item.polygon, item.is_even_odd);
}
auto values_of(const PushTransform& item) {
    return std::tie(item.transform);
}
auto values_of(const Pop&) {
    return std::tuple<>();
}
auto values_of(const BeginLink& item) {
    return std::tie(item.address, item.slide, item.areas, item.node);
}
auto values_of(const EndLink&) {
    return std::tuple<>();
}

template <typename Item>
concept Comparable = requires(const Item& item) {
    values_of(item);
};

}  // namespace

bool is_same_item(const DisplayItem& a, const DisplayItem& b) {
    const auto* image = std::get_if<DrawImage>(&a);
    if (image != nullptr && !image->filters.empty()) {
        return false;
    }
    return a.index() == b.index() &&
           std::visit(
               [&](const auto& item) {
                   using Item = std::decay_t<decltype(item)>;
                   if constexpr (Comparable<Item>) {
                       return values_of(item) == values_of(std::get<Item>(b));
                   } else {
                       return false;
                   }
               },
               a);
}

}  // namespace ghreveal::paint
