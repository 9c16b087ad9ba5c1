#include "paint/effects.h"

#include <algorithm>
#include <optional>

#include "paint/boxes/box_decorations.h"
#include "paint/boxes/mask.h"
#include "paint/clip_shape.h"
#include "style/properties/effects/space_turn.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

namespace {

DisplayList effects_of(const Layer& layer, PaintContext& context) {
    DisplayList effects;
    const style::ComputedStyle* own = layer.traits.own;
    if (own == nullptr) {
        return effects;
    }
    const style::PaintStyle& paint = own->paint();
    if (paint.opacity < 1 || paint.blend_mode != BlendMode::kNormal) {
        effects.push_back(PushOpacity{paint.opacity, paint.blend_mode});
    }
    if (has_mask(paint)) {
        effects.push_back(PushMask{mask_of(decorated_box(*layer.fragment, paint), paint, context)});
    }
    if (has_clip_shape(*own)) {
        const std::vector<PushClip> shapes = clip_shapes(*layer.fragment, *own);
        effects.insert(effects.end(), shapes.begin(), shapes.end());
    }
    if (!paint.filter.empty()) {
        effects.push_back(PushFilter{paint.filter});
    }
    return effects;
}

// Of what is behind the border box; nothing: none is asked for, or the box is hidden.
std::optional<TakeBackdrop> backdrop_of(const Layer& layer) {
    const style::ComputedStyle* own = layer.traits.own;
    if (own == nullptr || own->paint().backdrop_filter.empty() || !layer.traits.is_visible()) {
        return std::nullopt;
    }
    return TakeBackdrop{decorated_box(*layer.fragment, own->paint()).border_box,
                        own->paint().backdrop_filter};
}

}  // namespace

bool hides_its_back(const Layer& layer, const style::SlideStyles& styles) {
    if (layer.traits.own == nullptr || !layer.traits.own->paint().hides_back) {
        return false;
    }
    std::vector<const style::PaintStyle*> from_inside{&layer.traits.own->paint()};
    const dom::Node* node = layer.fragment->source.node;
    while (node->parent != nullptr && styles.has(*node->parent) &&
           styles.of(*node->parent).paint().keeps_space) {
        node = node->parent;
        from_inside.push_back(&styles.of(*node).paint());
    }
    return style::shows_back(from_inside);
}

std::size_t begin_effects(const Layer& layer, PaintContext& context, DisplayList& out) {
    const std::optional<TakeBackdrop> backdrop = backdrop_of(layer);
    if (backdrop) {
        out.push_back(*backdrop);
    }
    const DisplayList effects = effects_of(layer, context);
    out.insert(out.end(), effects.begin(), effects.end());
    if (backdrop) {
        out.push_back(ShowBackdrop{backdrop->shape});
    }
    return effects.size();
}

bool begin_isolation(const Layer& context, const std::vector<Layer>& layers, DisplayList& out) {
    const bool is_root = context.parent == nullptr;
    const bool isolates =
        !is_root && std::any_of(layers.begin(), layers.end(), [](const Layer& layer) {
            return layer.traits.is_stacking_context &&
                   layer.traits.own->paint().blend_mode != BlendMode::kNormal;
        });
    if (isolates) {
        out.push_back(PushOpacity{1});
    }
    return isolates;
}

}  // namespace ghreveal::paint
