#include "draw/link_areas.h"

#include <algorithm>
#include <cmath>

namespace ghreveal::draw {

namespace {

Rect bounds_after(const Transform& transform, const Rect& rect) {
    const Point first = transform.apply(rect.origin());
    Px left = first.x;
    Px right = first.x;
    Px top = first.y;
    Px bottom = first.y;
    for (const Point corner : {Point{rect.right(), rect.y}, Point{rect.x, rect.bottom()},
                               Point{rect.right(), rect.bottom()}}) {
        const Point at = transform.apply(corner);
        left = std::min(left, at.x);
        right = std::max(right, at.x);
        top = std::min(top, at.y);
        bottom = std::max(bottom, at.y);
    }
    return {left, top, right - left, bottom - top};
}

}  // namespace

Rect reachable(const Rect& area) {
    static constexpr Px kFarthest = 100'000;
    const bool is_finite = std::isfinite(area.x) && std::isfinite(area.y) &&
                           std::isfinite(area.width) && std::isfinite(area.height);
    if (!is_finite) {
        return {};
    }
    const auto within = [](Px at) { return std::clamp(at, -kFarthest, kFarthest); };
    const Point from{within(area.x), within(area.y)};
    return {from.x, from.y, within(area.right()) - from.x, within(area.bottom()) - from.y};
}

std::vector<LinkArea> link_areas(const paint::DisplayList& page) {
    std::vector<LinkArea> links;
    std::vector<Transform> transforms{Transform{}};  // one for each open group
    for (const paint::DisplayItem& item : page) {
        if (const auto* pushed = std::get_if<paint::PushTransform>(&item)) {
            transforms.push_back(transforms.back() * pushed->transform);
        } else if (paint::is_push(item)) {
            transforms.push_back(transforms.back());
        } else if (std::holds_alternative<paint::Pop>(item)) {
            transforms.pop_back();
        } else if (const auto* link = std::get_if<paint::BeginLink>(&item)) {
            for (const Rect& area : link->areas) {
                const Rect shown = reachable(bounds_after(transforms.back(), area));
                if (!shown.empty()) {
                    links.push_back({link->address, link->slide, shown});
                }
            }
        }
    }
    return links;
}

}  // namespace ghreveal::draw
