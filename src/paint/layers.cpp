#include "paint/layers.h"

#include <algorithm>
#include <numbers>

#include "layout/transform.h"
#include "paint/boxes/box_decorations.h"
#include "paint/rounded_rect.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

namespace {

using layout::Fragment;
using layout::FragmentKind;

// What clips a fragment depends on its containing block (CSS 2.1 §11.1.1): one chain for each kind
// of position.
struct ClipChains {
    const ClipNode* in_flow = nullptr;
    const ClipNode* absolute = nullptr;
    const ClipNode* fixed = nullptr;
};

// How far a box draws out of its border edge: shadows (§6.1 of CSS Backgrounds 3) and an outline.
Edges ink_outside(const style::PaintStyle& paint) {
    const Px outline =
        paint.outline_width > 0 ? std::max(0.0, paint.outline_width + paint.outline_offset) : 0;
    Edges reach{outline, outline, outline, outline};
    for (const css::Shadow& shadow : paint.box_shadow) {
        const Px around = shadow.spread + shadow.blur;
        if (!shadow.inset) {
            reach.top = std::max(reach.top, around - shadow.y);
            reach.right = std::max(reach.right, around + shadow.x);
            reach.bottom = std::max(reach.bottom, around + shadow.y);
            reach.left = std::max(reach.left, around - shadow.x);
        }
    }
    return reach;
}

const style::PaintStyle* own_paint(const Fragment& fragment, const style::SlideStyles& styles) {
    const bool has_own_style =
        draws_box(fragment) && !fragment.source.is_anonymous && fragment.source.node != nullptr;
    return has_own_style ? &styles.of(fragment.source).paint() : nullptr;
}

// Where transforms and filters take their content, nobody has looked.
bool is_drawn_inside(const Fragment& fragment, const Rect& area, const style::SlideStyles& styles) {
    const Rect& box = fragment.border_box;
    const style::PaintStyle* paint = own_paint(fragment, styles);
    if (paint == nullptr) {
        return box.empty() || contains(area, box);
    }
    return (box.empty() || contains(area, box.outset(ink_outside(*paint)))) &&
           paint->filter.empty() && !layout::is_transformed(fragment, styles);
}

bool all_inside(const Fragment& fragment, const Rect& area, const style::SlideStyles& styles) {
    return std::all_of(
        fragment.children.begin(), fragment.children.end(), [&](const Fragment& child) {
            return is_drawn_inside(child, area, styles) && all_inside(child, area, styles);
        });
}

// What of a box with round corners no corner cuts off: a rectangle that touches their arcs.
Rect between_corners(const Rect& box, const RoundedRect& shape) {
    constexpr double kBesideArc = 1 - 1 / std::numbers::sqrt2;
    Size radius;
    for (const Size& corner :
         {shape.top_left, shape.top_right, shape.bottom_right, shape.bottom_left}) {
        radius = {std::max(radius.width, corner.width), std::max(radius.height, corner.height)};
    }
    const Px across = radius.width * kBesideArc;
    const Px down = radius.height * kBesideArc;
    return box.inset({down, across, down, across});
}

class Collector {
public:
    Collector(const style::SlideStyles& styles, std::deque<ClipNode>& clips, PaintedStates* states)
        : styles_(styles), clips_(clips), states_(states) {}

    void collect_from(const Layer& context);
    std::vector<Layer> take() { return std::move(layers_); }

private:
    void collect_children(const Fragment&, const ClipChains&, const Decorations&);
    void collect(const Fragment& child, const Fragment& parent, const ClipChains&,
                 const Decorations&);
    const ClipNode* clipped_by(const Fragment&, const FragmentTraits&, const ClipNode* outer);

    const style::SlideStyles& styles_;
    std::deque<ClipNode>& clips_;
    PaintedStates* states_;  // null: each state is looked at by itself
    std::vector<Layer> layers_;
};

const ClipNode* Collector::clipped_by(const Fragment& fragment, const FragmentTraits& traits,
                                      const ClipNode* outer) {
    if (traits.own == nullptr || !needs_clip(fragment, styles_)) {
        return outer;
    }
    clips_.push_back({overflow_clip(fragment, *traits.own), outer});
    return &clips_.back();
}

// Filter Effects 1 §5: a filter makes a containing block of all positioned boxes.
bool is_filtered(const FragmentTraits& traits) {
    return traits.own != nullptr &&
           (!traits.own->paint().filter.empty() || !traits.own->paint().backdrop_filter.empty());
}

void Collector::collect_from(const Layer& context) {
    const Fragment& root = *context.fragment;
    const FragmentTraits& traits = context.traits;
    const ClipNode* own_clip = clipped_by(root, traits, nullptr);
    const bool contains_fixed = traits.is_transformed || is_filtered(traits);
    const bool contains_absolute = traits.is_positioned || contains_fixed;
    collect_children(
        root,
        {own_clip, contains_absolute ? own_clip : nullptr, contains_fixed ? own_clip : nullptr},
        decorations_inside(root, traits, context.decorations));
}

void Collector::collect_children(const Fragment& fragment, const ClipChains& chains,
                                 const Decorations& decorations) {
    for (const Fragment& child : fragment.children) {
        const bool had_none =
            states_ != nullptr && states_->find(child, Phase::kFindLayers) != nullptr;
        const std::size_t count = layers_.size();
        if (child.kind != FragmentKind::kText && !had_none) {
            collect(child, fragment, chains, decorations);
        }
        if (states_ != nullptr && is_remembered(child) && layers_.size() == count) {
            states_->remember(child, Phase::kFindLayers, {});
        }
    }
}

void Collector::collect(const Fragment& child, const Fragment& parent, const ClipChains& chains,
                        const Decorations& decorations) {
    const FragmentTraits traits = traits_of(child, &parent, styles_);
    const auto position =
        traits.is_positioned ? traits.own->box().position : style::Position::kStatic;
    const bool out_of_flow =
        position == style::Position::kAbsolute || position == style::Position::kFixed;
    const ClipNode* around = position == style::Position::kAbsolute ? chains.absolute
                             : position == style::Position::kFixed  ? chains.fixed
                                                                    : chains.in_flow;
    // CSS 2.1 §16.3.1: decorations do not go into floats, positioned boxes and inline-blocks.
    const bool starts_anew = out_of_flow || child.is_float || is_atomic(child, parent, styles_);
    const Decorations outer = starts_anew ? Decorations{} : decorations;
    if (traits.is_stacking_context && traits.own->paint().opacity <= 0) {
        return;
    }
    if (is_layer(traits)) {
        layers_.push_back({&child, &parent, traits, around, outer});
        if (traits.is_stacking_context) {
            return;
        }
    }
    ClipChains inside = chains;
    inside.in_flow = clipped_by(child, traits, around);
    if (traits.is_positioned) {
        inside.absolute = inside.in_flow;
    }
    collect_children(child, inside, decorations_inside(child, traits, outer));
}

// CSS Overflow 4 §3.2: `overflow: clip` and paint containment clip at the overflow clip edge.
RoundedRect clip_edge(const DecoratedBox& box, const style::ComputedStyle& style) {
    const style::BoxStyle& own = style.box();
    const bool has_margin = own.overflow_x == style::Overflow::kClip ||
                            own.overflow_y == style::Overflow::kClip ||
                            (own.contains_paint && own.overflow_x == style::Overflow::kVisible);
    if (!has_margin) {
        return box.padding_box();
    }
    const css::BoxArea area = style.paint().overflow_clip_area;
    const RoundedRect edge = area == css::BoxArea::kBorderBox    ? box.border_box
                             : area == css::BoxArea::kContentBox ? box.content_box()
                                                                 : box.padding_box();
    return spread_by(edge, style.paint().overflow_clip_margin);
}

}  // namespace

RoundedRect overflow_clip(const Fragment& fragment, const style::ComputedStyle& style) {
    constexpr Px kFar = 1e5;
    const RoundedRect box = clip_edge(decorated_box(fragment, style.paint()), style);
    switch (fragment.clips_one_axis) {
        case layout::ClippedAxis::kX:
            return {box.rect.outset({kFar, 0, kFar, 0}), {}, {}, {}, {}};
        case layout::ClippedAxis::kY:
            return {box.rect.outset({0, kFar, 0, kFar}), {}, {}, {}, {}};
        case layout::ClippedAxis::kBoth:
            break;
    }
    return box;
}

bool needs_clip(const Fragment& fragment, const style::SlideStyles& styles) {
    if (!fragment.clips) {
        return false;
    }
    const Rect box = fragment.padding_box();
    const bool has_style = own_paint(fragment, styles) != nullptr;
    return !all_inside(
        fragment,
        has_style ? between_corners(box, overflow_clip(fragment, styles.of(fragment.source))) : box,
        styles);
}

std::vector<Layer> layers_of(const Layer& context, const style::SlideStyles& styles,
                             std::deque<ClipNode>& clips, PaintedStates* states) {
    Collector collector(styles, clips, states);
    collector.collect_from(context);
    std::vector<Layer> layers = collector.take();
    std::stable_sort(layers.begin(), layers.end(), [](const Layer& a, const Layer& b) {
        return a.traits.z_index < b.traits.z_index;
    });
    return layers;
}

}  // namespace ghreveal::paint
