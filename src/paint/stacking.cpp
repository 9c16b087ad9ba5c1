#include "paint/stacking.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "paint/box_decorations.h"
#include "paint/fragment_traits.h"
#include "paint/links.h"
#include "paint/replaced_painting.h"
#include "paint/rounded_rect.h"
#include "paint/text_painting.h"

namespace ghreveal::paint {

namespace {

using layout::Fragment;
using layout::FragmentKind;
using Decorations = std::vector<Decoration>;

// The clips (overflow) around a fragment, innermost first; shared by all below it.
struct ClipNode {
    RoundedRect shape;
    const ClipNode* outer = nullptr;
};

// What clips a fragment depends on its containing block (CSS 2.1 §11.1.1): one chain for each kind
// of position.
struct ClipChains {
    const ClipNode* in_flow = nullptr;
    const ClipNode* absolute = nullptr;
    const ClipNode* fixed = nullptr;
};

// A fragment that is painted apart from the flow it is in: positioned, or a stacking context.
struct Layer {
    const Fragment* fragment;
    const Fragment* parent;
    FragmentTraits traits;
    const ClipNode* clips;
    Decorations decorations;
};

bool is_layer(const FragmentTraits& traits) {
    return traits.is_positioned || traits.is_stacking_context;
}

bool is_in_line(const Fragment& parent) {
    return parent.kind == FragmentKind::kLine || parent.kind == FragmentKind::kInline;
}

bool is_block(const Fragment& fragment) {
    return fragment.kind == FragmentKind::kBlock || fragment.kind == FragmentKind::kTableCell;
}

bool draws_box(const Fragment& fragment) {
    return is_block(fragment) || fragment.kind == FragmentKind::kInline ||
           fragment.kind == FragmentKind::kReplaced || fragment.kind == FragmentKind::kPlaceholder;
}

bool all_inside(const Fragment& fragment, const Rect& area) {
    return std::all_of(fragment.children.begin(), fragment.children.end(),
                       [&area](const Fragment& child) {
                           return (child.border_box.empty() || contains(area, child.border_box)) &&
                                  all_inside(child, area);
                       });
}

// A clip that cuts nothing off only costs.
bool needs_clip(const Fragment& fragment) {
    return fragment.clips && !all_inside(fragment, fragment.padding_box());
}

class Painter {
public:
    Painter(const style::SlideStyles& styles, PaintContext& context, DisplayList& out)
        : styles_(styles), context_(context), out_(out) {}

    void paint_layer(const Layer&);

private:
    FragmentTraits traits(const Fragment& fragment, const Fragment* parent) const {
        return traits_of(fragment, parent, styles_);
    }
    bool is_flex_container(const Fragment&) const;
    bool is_atomic(const Fragment& child, const Fragment& parent) const;
    Decorations decorations_inside(const Fragment&, const FragmentTraits&, bool starts_anew,
                                   const Decorations& outer) const;

    void collect_layers(const Fragment&, const ClipChains&, const Decorations&,
                        std::vector<Layer>&);
    void collect_layer(const Fragment& child, const Fragment& parent, const ClipChains&,
                       const Decorations&, std::vector<Layer>&);
    const ClipNode* clipped_by(const Fragment&, const FragmentTraits&, const ClipNode* outer);
    void paint_stacking_context(const Layer&);
    void paint_layers(std::vector<Layer>&, bool negative);

    void paint_box(const Fragment&, const FragmentTraits&);
    void paint_atomically(const Fragment&, const Fragment* parent, const Decorations& outer);
    void paint_contents(const Fragment&, const FragmentTraits&, const Decorations&);
    void paint_block_backgrounds(const Fragment&);
    void paint_floats(const Fragment&);
    void paint_foreground(const Fragment&, const Decorations&);
    void paint_foreground_of(const Fragment& child, const FragmentTraits&, const Fragment& parent,
                             const Decorations&);
    void paint_inline(const Fragment&, const FragmentTraits&, const Decorations& outer);
    void paint_replaced(const Fragment&, const FragmentTraits&);
    void paint_outlines(const Fragment&, const FragmentTraits&);

    bool begin_link(const Fragment&, const FragmentTraits&);
    void end_link(bool begun);
    bool begin_clip(const Fragment&, const FragmentTraits&);
    void push(DisplayItem&& item) { out_.push_back(std::move(item)); }
    void pop(bool pushed);

    const style::SlideStyles& styles_;
    PaintContext& context_;
    DisplayList& out_;
    std::deque<ClipNode> clips_;
    bool outline_seen_ = false;
};

bool Painter::is_flex_container(const Fragment& fragment) const {
    if (fragment.kind != FragmentKind::kBlock || fragment.source.is_anonymous ||
        fragment.source.node == nullptr) {
        return false;
    }
    const auto display = styles_.of(fragment.source).box().display;
    return display == style::Display::kFlex || display == style::Display::kInlineFlex;
}

// Inline-blocks and flex items are painted as if they were stacking contexts, but for what is
// positioned in them (Appendix E 7.2.1.4, CSS Flexbox §5.4).
bool Painter::is_atomic(const Fragment& child, const Fragment& parent) const {
    return draws_box(child) && child.kind != FragmentKind::kInline &&
           (is_in_line(parent) || is_flex_container(parent));
}

Decorations Painter::decorations_inside(const Fragment& fragment, const FragmentTraits& traits,
                                        bool starts_anew, const Decorations& outer) const {
    // CSS 2.1 §16.3.1: not propagated to floats, absolutely positioned boxes and inline-blocks.
    Decorations inside = starts_anew ? Decorations{} : outer;
    if (fragment.kind == FragmentKind::kLine) {
        for (Decoration& decoration : inside) {
            decoration.baseline = fragment.border_box.y + fragment.baseline;
        }
    }
    if (traits.own == nullptr || traits.own->paint().decoration_lines == style::kNoLine ||
        is_table_wrapper(fragment)) {
        return inside;
    }
    const style::PaintStyle& paint = traits.own->paint();
    Decoration decoration{paint.decoration_lines, paint.decoration_style, paint.decoration_color,
                          traits.own->text().font, std::nullopt};
    for (const Fragment& child : fragment.children) {
        if (fragment.kind == FragmentKind::kInline && child.kind == FragmentKind::kText) {
            decoration.baseline = child.border_box.y + child.baseline;
            break;
        }
    }
    inside.push_back(std::move(decoration));
    return inside;
}

const ClipNode* Painter::clipped_by(const Fragment& fragment, const FragmentTraits& traits,
                                    const ClipNode* outer) {
    if (!needs_clip(fragment) || traits.own == nullptr) {
        return outer;
    }
    clips_.push_back({decorated_box(fragment, traits.own->paint()).padding_box(), outer});
    return &clips_.back();
}

void Painter::collect_layer(const Fragment& child, const Fragment& parent, const ClipChains& chains,
                            const Decorations& decorations, std::vector<Layer>& layers) {
    const FragmentTraits child_traits = traits(child, &parent);
    const auto position = child_traits.own != nullptr && child_traits.is_positioned
                              ? child_traits.own->box().position
                              : style::Position::kStatic;
    const bool out_of_flow =
        position == style::Position::kAbsolute || position == style::Position::kFixed;
    const ClipNode* around = position == style::Position::kAbsolute ? chains.absolute
                             : position == style::Position::kFixed  ? chains.fixed
                                                                    : chains.in_flow;
    const bool starts_anew = out_of_flow || child.is_float || is_atomic(child, parent);
    if (is_layer(child_traits)) {
        layers.push_back(
            {&child, &parent, child_traits, around, starts_anew ? Decorations{} : decorations});
        if (child_traits.is_stacking_context) {
            return;
        }
    }
    ClipChains inside = chains;
    inside.in_flow = clipped_by(child, child_traits, around);
    if (child_traits.is_positioned) {
        inside.absolute = inside.in_flow;
    }
    collect_layers(child, inside, decorations_inside(child, child_traits, starts_anew, decorations),
                   layers);
}

void Painter::collect_layers(const Fragment& fragment, const ClipChains& chains,
                             const Decorations& decorations, std::vector<Layer>& layers) {
    for (const Fragment& child : fragment.children) {
        if (child.kind != FragmentKind::kText) {
            collect_layer(child, fragment, chains, decorations, layers);
        }
    }
}

void Painter::paint_layer(const Layer& layer) {
    const float opacity =
        layer.traits.is_stacking_context ? layer.traits.own->paint().opacity : 1.0F;
    if (opacity <= 0) {
        return;
    }
    std::vector<const ClipNode*> clips;
    for (const ClipNode* clip = layer.clips; clip != nullptr; clip = clip->outer) {
        clips.push_back(clip);
    }
    for (auto clip = clips.rbegin(); clip != clips.rend(); ++clip) {
        push(PushClip{(*clip)->shape});
    }
    const bool outline_seen_around = std::exchange(outline_seen_, false);
    if (!layer.traits.is_stacking_context) {
        paint_atomically(*layer.fragment, layer.parent, layer.decorations);
        paint_outlines(*layer.fragment, layer.traits);
    } else {
        if (layer.traits.is_transformed) {
            push(PushTransform{transform_of(*layer.fragment, layer.traits.own->paint())});
        }
        if (opacity < 1) {
            push(PushOpacity{opacity});
        }
        paint_stacking_context(layer);
        paint_outlines(*layer.fragment, layer.traits);
        pop(opacity < 1);
        pop(layer.traits.is_transformed);
    }
    outline_seen_ = outline_seen_around;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        pop(true);
    }
}

void Painter::paint_layers(std::vector<Layer>& layers, bool negative) {
    for (const Layer& layer : layers) {
        if ((layer.traits.z_index < 0) == negative) {
            paint_layer(layer);
        }
    }
}

void Painter::paint_stacking_context(const Layer& context) {
    const Fragment& root = *context.fragment;
    const FragmentTraits& root_traits = context.traits;
    const Decorations decorations =
        decorations_inside(root, root_traits, false, context.decorations);
    const ClipNode* own_clip = clipped_by(root, root_traits, nullptr);
    const bool contains_absolute = root_traits.is_positioned || root_traits.is_transformed;
    const ClipChains chains{own_clip, contains_absolute ? own_clip : nullptr,
                            root_traits.is_transformed ? own_clip : nullptr};
    std::vector<Layer> layers;
    collect_layers(root, chains, decorations, layers);
    std::stable_sort(layers.begin(), layers.end(), [](const Layer& a, const Layer& b) {
        return a.traits.z_index < b.traits.z_index;
    });
    if (is_block(root)) {
        const bool linked = begin_link(root, root_traits);
        paint_box(root, root_traits);
        paint_layers(layers, true);
        paint_contents(root, root_traits, decorations);
        end_link(linked);
    } else {
        paint_layers(layers, true);
        paint_atomically(root, context.parent, context.decorations);
    }
    paint_layers(layers, false);
}

void Painter::paint_box(const Fragment& fragment, const FragmentTraits& box) {
    if (box.own == nullptr || !box.is_visible() || is_table_wrapper(fragment)) {
        return;
    }
    const style::PaintStyle& paint = box.own->paint();
    outline_seen_ = outline_seen_ || paint.outline_width > 0;
    paint_box_decorations(decorated_box(fragment, paint), *box.own, context_, out_);
}

// A fragment and its flow as one: Appendix E with the fragment as root, except that what is
// positioned in it belongs to the stacking context around.
void Painter::paint_atomically(const Fragment& fragment, const Fragment* parent,
                               const Decorations& outer) {
    const FragmentTraits own = traits(fragment, parent);
    if (fragment.kind == FragmentKind::kInline) {
        paint_inline(fragment, own, outer);
        return;
    }
    const bool linked = begin_link(fragment, own);
    paint_box(fragment, own);
    if (is_block(fragment)) {
        paint_contents(fragment, own, decorations_inside(fragment, own, false, outer));
    } else {
        paint_replaced(fragment, own);
    }
    end_link(linked);
}

void Painter::paint_contents(const Fragment& fragment, const FragmentTraits& own,
                             const Decorations& decorations) {
    const bool clipped = begin_clip(fragment, own);
    paint_block_backgrounds(fragment);
    paint_floats(fragment);
    paint_foreground(fragment, decorations);
    pop(clipped);
}

void Painter::paint_block_backgrounds(const Fragment& fragment) {
    const bool items_are_atomic = is_flex_container(fragment);
    for (const Fragment& child : fragment.children) {
        if (!draws_box(child) || child.kind == FragmentKind::kInline || child.is_float ||
            items_are_atomic) {
            continue;
        }
        const FragmentTraits own = traits(child, &fragment);
        if (is_layer(own)) {
            continue;
        }
        paint_box(child, own);
        const bool clipped = begin_clip(child, own);
        paint_block_backgrounds(child);
        pop(clipped);
    }
    for (const auto& border : fragment.collapsed_borders) {
        paint_collapsed_border(border, out_);
    }
}

void Painter::paint_floats(const Fragment& fragment) {
    for (const Fragment& child : fragment.children) {
        if (child.kind == FragmentKind::kText) {
            continue;
        }
        const FragmentTraits own = traits(child, &fragment);
        if (is_layer(own)) {
            continue;
        }
        if (child.is_float) {
            paint_atomically(child, &fragment, {});
        } else if (!is_atomic(child, fragment)) {
            const bool clipped = begin_clip(child, own);
            paint_floats(child);
            pop(clipped);
        }
    }
}

void Painter::paint_foreground(const Fragment& fragment, const Decorations& decorations) {
    for (const Fragment& child : fragment.children) {
        const FragmentTraits own = traits(child, &fragment);
        if (!child.is_float && !is_layer(own)) {
            paint_foreground_of(child, own, fragment, decorations);
        }
    }
}

void Painter::paint_foreground_of(const Fragment& child, const FragmentTraits& own,
                                  const Fragment& parent, const Decorations& decorations) {
    if (is_atomic(child, parent)) {
        paint_atomically(child, &parent, {});
        return;
    }
    switch (child.kind) {
        case FragmentKind::kText:
            if (own.is_visible()) {
                const bool is_marker = child.source.pseudo == style::PseudoElement::kMarker;
                paint_text(child, own.inherited->ink(), is_marker ? Decorations{} : decorations,
                           context_, out_);
            }
            break;
        case FragmentKind::kBullet:
            if (own.is_visible()) {
                paint_bullet(child, own.inherited->ink().color, out_);
            }
            break;
        case FragmentKind::kInline:
            paint_inline(child, own, decorations);
            break;
        case FragmentKind::kReplaced:
        case FragmentKind::kPlaceholder:
            paint_replaced(child, own);
            break;
        case FragmentKind::kLine:
            paint_foreground(child, decorations.empty()
                                        ? decorations
                                        : decorations_inside(child, own, false, decorations));
            break;
        case FragmentKind::kBlock:
        case FragmentKind::kTableCell: {
            const bool linked = begin_link(child, own);
            const bool clipped = begin_clip(child, own);
            paint_foreground(child, decorations_inside(child, own, false, decorations));
            pop(clipped);
            end_link(linked);
            break;
        }
    }
}

void Painter::paint_inline(const Fragment& fragment, const FragmentTraits& own,
                           const Decorations& outer) {
    const bool linked = begin_link(fragment, own);
    paint_box(fragment, own);
    paint_foreground(fragment, decorations_inside(fragment, own, false, outer));
    end_link(linked);
}

void Painter::paint_replaced(const Fragment& fragment, const FragmentTraits& own) {
    if (own.inherited == nullptr || !own.is_visible()) {
        return;
    }
    const style::ComputedStyle& style = *own.inherited;
    const DecoratedBox box =
        own.own != nullptr ? decorated_box(fragment, own.own->paint())
                           : DecoratedBox{{snapped(fragment.border_box), {}, {}, {}, {}}, {}, {}};
    if (fragment.kind == FragmentKind::kReplaced) {
        paint_picture(fragment, box, out_);
    } else {
        paint_placeholder(fragment, box, style, context_, out_);
    }
}

// Appendix E 10: over all else in the layer.
void Painter::paint_outlines(const Fragment& fragment, const FragmentTraits& own) {
    if (!outline_seen_) {
        return;
    }
    if (own.own != nullptr && draws_box(fragment) && own.is_visible()) {
        paint_outline(decorated_box(fragment, own.own->paint()), own.own->paint(), out_);
    }
    for (const Fragment& child : fragment.children) {
        const FragmentTraits child_traits = traits(child, &fragment);
        if (!is_layer(child_traits)) {
            paint_outlines(child, child_traits);
        }
    }
}

bool Painter::begin_link(const Fragment& fragment, const FragmentTraits& own) {
    if (!own.is_visible()) {
        return false;
    }
    BeginLink link = link_of(fragment, context_);
    if (link.areas.empty()) {
        return false;
    }
    push(std::move(link));
    return true;
}

void Painter::end_link(bool begun) {
    if (begun) {
        push(EndLink{});
    }
}

bool Painter::begin_clip(const Fragment& fragment, const FragmentTraits& own) {
    if (own.own == nullptr || !needs_clip(fragment)) {
        return false;
    }
    push(PushClip{decorated_box(fragment, own.own->paint()).padding_box()});
    return true;
}

// Ends a push; one that nothing was drawn in vanishes.
void Painter::pop(bool pushed) {
    if (!pushed) {
        return;
    }
    const DisplayItem& last = out_.back();
    if (std::holds_alternative<PushClip>(last) || std::holds_alternative<PushTransform>(last) ||
        std::holds_alternative<PushOpacity>(last)) {
        out_.pop_back();
    } else {
        push(Pop{});
    }
}

}  // namespace

void paint_fragments(const layout::Fragment& root, const style::SlideStyles& styles,
                     PaintContext& context, DisplayList& out) {
    FragmentTraits traits = traits_of(root, nullptr, styles);
    traits.is_stacking_context = traits.own != nullptr;
    Painter(styles, context, out).paint_layer({&root, nullptr, traits, nullptr, {}});
}

}  // namespace ghreveal::paint
