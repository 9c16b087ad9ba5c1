#include "export/sheets/sliced_page.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ghreveal::exporter {

namespace {

void collect(const layout::Fragment& fragment, std::vector<Unbreakable>& out) {
    using layout::FragmentKind;
    const bool is_whole = fragment.kind == FragmentKind::kLine ||
                          fragment.kind == FragmentKind::kReplaced ||
                          fragment.kind == FragmentKind::kPlaceholder;
    if (is_whole) {
        out.push_back({fragment.border_box.y, fragment.border_box.bottom()});
    }
    for (const layout::Fragment& child : fragment.children) {
        collect(child, out);
    }
}

// Where an item belongs as a whole; nothing for fills and the like, which may be cut.
std::optional<Px> place_of(const paint::DisplayItem& item) {
    if (const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item)) {
        return glyphs->origin.y;
    }
    if (const auto* shadow = std::get_if<paint::GlyphShadow>(&item)) {
        return shadow->origin.y;
    }
    if (const auto* image = std::get_if<paint::DrawImage>(&item)) {
        return image->target.y;
    }
    if (const auto* bullet = std::get_if<paint::FillEllipse>(&item)) {
        return bullet->bounds.y;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Unbreakable> unbreakable_parts(const layout::Fragment& fragment) {
    std::vector<Unbreakable> parts;
    collect(fragment, parts);
    std::sort(parts.begin(), parts.end(),
              [](const Unbreakable& a, const Unbreakable& b) { return a.bottom > b.bottom; });
    return parts;
}

Px cut_below(Px top, Px room, const std::vector<Unbreakable>& parts) {
    Px cut = top + room;
    // Sorted by their bottoms, the lowest first: a cut that moves up may meet those that follow.
    for (const Unbreakable& part : parts) {
        if (part.top < cut && part.bottom > cut) {
            cut = part.top;
        }
    }
    return cut > top ? cut : top + room;
}

paint::DisplayList strip_of(const paint::DisplayList& page, Px width, Px top, Px bottom) {
    paint::DisplayList strip;
    strip.push_back(paint::PushTransform{Transform::translation({0, -top})});
    strip.push_back(paint::PushClip{{{0, top, width, bottom - top}, {}, {}, {}, {}}});
    std::vector<Px> shifts{0};  // of the open groups' coordinates against the page's
    bool in_dropped_link = false;
    for (const paint::DisplayItem& item : page) {
        if (const auto* pushed = std::get_if<paint::PushTransform>(&item)) {
            shifts.push_back(shifts.back() + pushed->transform.f);
        } else if (std::holds_alternative<paint::PushClip>(item) ||
                   std::holds_alternative<paint::PushOpacity>(item)) {
            shifts.push_back(shifts.back());
        } else if (std::holds_alternative<paint::Pop>(item)) {
            shifts.pop_back();
        }
        const auto is_inside = [&](Px y) {
            return y + shifts.back() >= top && y + shifts.back() < bottom;
        };
        if (const auto* link = std::get_if<paint::BeginLink>(&item)) {
            paint::BeginLink kept = *link;
            std::erase_if(kept.areas,
                          [&](const Rect& area) { return !is_inside(area.y + area.height / 2); });
            in_dropped_link = kept.areas.empty();
            if (!in_dropped_link) {
                strip.push_back(std::move(kept));
            }
            continue;
        }
        if (std::holds_alternative<paint::EndLink>(item) && std::exchange(in_dropped_link, false)) {
            continue;
        }
        const std::optional<Px> place = place_of(item);
        if (!place || is_inside(*place)) {
            strip.push_back(item);
        }
    }
    strip.push_back(paint::Pop{});
    strip.push_back(paint::Pop{});
    return strip;
}

}  // namespace ghreveal::exporter
