#include "paint/stacking.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "layout/transform.h"
#include "paint/boxes/box_decorations.h"
#include "paint/boxes/replaced_painting.h"
#include "paint/effects.h"
#include "paint/layers.h"
#include "paint/links.h"
#include "paint/rounded_rect.h"
#include "paint/text/text_painting.h"
#include "paint/text/vertical_text.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

namespace {

using layout::Fragment;
using layout::FragmentKind;

class Painter {
public:
    Painter(const style::SlideStyles& styles, PaintContext& context, DisplayList& out,
            const std::vector<Inset>& insets, PaintedStates* states)
        : styles_(styles), context_(context), out_(out), insets_(insets), states_(states) {}

    void paint_layer(const Layer&);

private:
    FragmentTraits traits(const Fragment& fragment, const Fragment* parent) const {
        return traits_of(fragment, parent, styles_);
    }
    void paint_stacking_context(const Layer&);
    void paint_layers(const std::vector<Layer>&, bool negative);

    void paint_box(const Fragment&, const FragmentTraits&);
    void paint_atomically(const Fragment&, const Fragment* parent, const Decorations& outer);
    void paint_contents(const Fragment&, const FragmentTraits&, const Decorations&);
    void paint_block_backgrounds(const Fragment&);
    void paint_floats(const Fragment&);
    void paint_foreground(const Fragment&, const Decorations&);
    void paint_foreground_of(const Fragment& child, const FragmentTraits&, const Fragment& parent,
                             const Decorations&);
    void paint_inline(const Fragment&, const Fragment* parent, const FragmentTraits&,
                      const Decorations& outer);
    void paint_text_of(const Fragment&, const style::ComputedStyle&, const Decorations&);
    bool is_shown_by_background(const Fragment& text) const;
    void paint_replaced(const Fragment&, const FragmentTraits&);
    void paint_outlines(const Fragment&, const FragmentTraits&);

    bool begin_link(const Fragment&, const Fragment* parent, const FragmentTraits&);
    void end_link(bool begun);
    bool begin_clip(const Fragment&, const FragmentTraits&);
    void push(DisplayItem&& item) { out_.push_back(std::move(item)); }
    void pop(bool pushed);
    template <typename Paint>
    void paint_if_changed(const Fragment&, Phase, const Paint&);

    const style::SlideStyles& styles_;
    PaintContext& context_;
    DisplayList& out_;
    const std::vector<Inset>& insets_;
    PaintedStates* states_;  // null: each state is painted by itself
    std::deque<ClipNode> clips_;
    std::vector<const dom::Node*> clipped_to_text_;  // whose backgrounds show in letters only
    bool outline_seen_ = false;
};

void Painter::paint_layer(const Layer& layer) {
    const float opacity =
        layer.traits.is_stacking_context ? layer.traits.own->paint().opacity : 1.0F;
    if (opacity <= 0 || hides_its_back(layer, styles_)) {
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
            push(PushTransform{layout::transform_of(*layer.fragment, layer.traits.own->paint())});
        }
        const std::size_t effects = begin_effects(layer, context_, out_);
        paint_stacking_context(layer);
        paint_outlines(*layer.fragment, layer.traits);
        for (std::size_t i = 0; i < effects; ++i) {
            pop(true);
        }
        pop(layer.traits.is_transformed);
    }
    outline_seen_ = outline_seen_around;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        pop(true);
    }
}

// What the walk paints of the fragment: as in the state before, where nothing of it has changed.
template <typename Paint>
void Painter::paint_if_changed(const Fragment& fragment, Phase phase, const Paint& paint) {
    if (states_ == nullptr || !is_remembered(fragment)) {
        paint();
        return;
    }
    if (const PaintedStates::Painted* before = states_->find(fragment, phase)) {
        outline_seen_ = outline_seen_ || before->has_outline;
        states_->take_over(fragment, phase, out_);
        return;
    }
    const std::size_t begin = out_.size();
    const std::size_t clipped_to_text = clipped_to_text_.size();
    const bool outline_seen_before = std::exchange(outline_seen_, false);
    paint();
    // Text that shows a background has to know of it.
    if (clipped_to_text_.size() == clipped_to_text) {
        states_->remember(fragment, phase,
                          {.begin = begin, .end = out_.size(), .has_outline = outline_seen_});
    }
    outline_seen_ = outline_seen_ || outline_seen_before;
}

void Painter::paint_layers(const std::vector<Layer>& layers, bool negative) {
    for (const Layer& layer : layers) {
        if ((layer.traits.z_index < 0) == negative) {
            paint_if_changed(*layer.fragment, Phase::kLayer, [&] { paint_layer(layer); });
        }
    }
}

void Painter::paint_stacking_context(const Layer& context) {
    const Fragment& root = *context.fragment;
    const FragmentTraits& root_traits = context.traits;
    const Decorations decorations = decorations_inside(root, root_traits, context.decorations);
    const std::vector<Layer> layers = layers_of(context, styles_, clips_, states_);
    const bool isolates = begin_isolation(context, layers, out_);
    if (is_block(root)) {
        const bool linked = begin_link(root, context.parent, root_traits);
        paint_box(root, root_traits);
        paint_layers(layers, true);
        paint_contents(root, root_traits, decorations);
        end_link(linked);
    } else {
        paint_layers(layers, true);
        paint_atomically(root, context.parent, context.decorations);
    }
    paint_layers(layers, false);
    pop(isolates);
    for (const Inset& inset : insets_) {
        if (inset.element == root.source.node && !root.source.is_anonymous) {
            inset.paint(out_, root.border_box.origin());
        }
    }
}

void Painter::paint_box(const Fragment& fragment, const FragmentTraits& box) {
    if (box.own == nullptr || !box.is_visible() || is_table_wrapper(fragment) ||
        is_hidden_cell(fragment, *box.own)) {
        return;
    }
    const style::PaintStyle& paint = box.own->paint();
    outline_seen_ = outline_seen_ || paint.outline_width > 0;
    DecoratedBox decorated = decorated_box(fragment, paint);
    decorated.shows_pixels = box.own->ink().shows_pixels;
    make_room_for_legend(decorated, fragment, box.own->box());
    if (clips_to_text(paint)) {
        decorated.text = text_below(fragment, styles_);
        clipped_to_text_.push_back(fragment.source.node);
    }
    paint_box_decorations(decorated, *box.own, context_, out_);
}

// A fragment and its flow as one: Appendix E with the fragment as root, except that what is
// positioned in it belongs to the stacking context around.
void Painter::paint_atomically(const Fragment& fragment, const Fragment* parent,
                               const Decorations& outer) {
    const FragmentTraits own = traits(fragment, parent);
    if (fragment.kind == FragmentKind::kInline) {
        paint_inline(fragment, parent, own, outer);
        return;
    }
    const bool linked = begin_link(fragment, parent, own);
    paint_box(fragment, own);
    if (is_block(fragment)) {
        paint_contents(fragment, own, decorations_inside(fragment, own, outer));
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
    const bool items_are_atomic = has_items(fragment, styles_);
    for (const Fragment& child : fragment.children) {
        if (!draws_box(child) || child.kind == FragmentKind::kInline || child.is_float ||
            items_are_atomic) {
            continue;
        }
        paint_if_changed(child, Phase::kBlockBackgrounds, [&] {
            const FragmentTraits own = traits(child, &fragment);
            if (!is_layer(own)) {
                paint_box(child, own);
                const bool clipped = begin_clip(child, own);
                paint_block_backgrounds(child);
                pop(clipped);
            }
        });
    }
    for (const auto& border : shown_collapsed_borders(fragment, styles_)) {
        paint_collapsed_border(border, out_);
    }
}

void Painter::paint_floats(const Fragment& fragment) {
    for (const Fragment& child : fragment.children) {
        if (child.kind == FragmentKind::kText) {
            continue;
        }
        paint_if_changed(child, Phase::kFloats, [&] {
            const FragmentTraits own = traits(child, &fragment);
            if (is_layer(own)) {
                return;
            }
            if (child.is_float) {
                paint_atomically(child, &fragment, {});
            } else if (!is_atomic(child, fragment, styles_)) {
                const bool clipped = begin_clip(child, own);
                paint_floats(child);
                pop(clipped);
            }
        });
    }
}

void Painter::paint_foreground(const Fragment& fragment, const Decorations& decorations) {
    for (const Fragment& child : fragment.children) {
        paint_if_changed(child, Phase::kForeground, [&] {
            const FragmentTraits own = traits(child, &fragment);
            if (!child.is_float && !is_layer(own)) {
                paint_foreground_of(child, own, fragment, decorations);
            }
        });
    }
}

void Painter::paint_foreground_of(const Fragment& child, const FragmentTraits& own,
                                  const Fragment& parent, const Decorations& decorations) {
    if (is_atomic(child, parent, styles_)) {
        paint_atomically(child, &parent, {});
        return;
    }
    switch (child.kind) {
        case FragmentKind::kText:
            if (own.is_visible()) {
                paint_text_of(child, *own.inherited, decorations);
            }
            break;
        case FragmentKind::kBullet:
            if (own.is_visible()) {
                paint_bullet(child, own.inherited->ink().fill(), out_);
            }
            break;
        case FragmentKind::kInline:
            paint_inline(child, &parent, own, decorations);
            break;
        case FragmentKind::kReplaced:
        case FragmentKind::kPlaceholder: {
            const bool linked = begin_link(child, &parent, own);
            paint_replaced(child, own);
            end_link(linked);
            break;
        }
        case FragmentKind::kLine:
            paint_foreground(child, decorations.empty()
                                        ? decorations
                                        : decorations_inside(child, own, decorations));
            break;
        case FragmentKind::kBlock:
        case FragmentKind::kTableCell: {
            const bool linked = begin_link(child, &parent, own);
            const bool clipped = begin_clip(child, own);
            paint_foreground(child, decorations_inside(child, own, decorations));
            pop(clipped);
            end_link(linked);
            break;
        }
    }
}

void Painter::paint_text_of(const Fragment& text, const style::ComputedStyle& style,
                            const Decorations& decorations) {
    const bool is_marker = text.source.pseudo == style::PseudoElement::kMarker;
    const Decorations lines = is_marker ? Decorations{} : decorations;
    const style::InkStyle* ink = &style.ink();
    style::InkStyle hidden;
    if (ink->fill().alpha == 0 && is_shown_by_background(text)) {
        hidden = *ink;
        hidden.text_fill_color = ink->fill();
        hidden.text_fill_color->alpha = kHiddenTextAlpha;
        ink = &hidden;
    }
    if (style.text().writing_mode == style::WritingMode::kHorizontal) {
        paint_text(text, *ink, lines, context_, out_);
    } else {
        paint_vertical_text(text, style.text(), *ink, lines, context_, out_);
    }
}

bool Painter::is_shown_by_background(const Fragment& text) const {
    const auto clips = [this](const dom::Node* node) {
        return std::find(clipped_to_text_.begin(), clipped_to_text_.end(), node) !=
               clipped_to_text_.end();
    };
    const dom::Node* node = clipped_to_text_.empty() ? nullptr : text.source.node;
    while (node != nullptr && !clips(node)) {
        node = node->parent;
    }
    return node != nullptr;
}

void Painter::paint_inline(const Fragment& fragment, const Fragment* parent,
                           const FragmentTraits& own, const Decorations& outer) {
    const bool linked = begin_link(fragment, parent, own);
    paint_box(fragment, own);
    paint_foreground(fragment, decorations_inside(fragment, own, outer));
    end_link(linked);
}

void Painter::paint_replaced(const Fragment& fragment, const FragmentTraits& own) {
    if (own.inherited == nullptr || !own.is_visible()) {
        return;
    }
    const style::ComputedStyle& style = *own.inherited;
    DecoratedBox box = own.own != nullptr
                           ? decorated_box(fragment, own.own->paint())
                           : DecoratedBox{{snapped(fragment.border_box), {}, {}, {}, {}}, {}, {}};
    box.shows_pixels = style.ink().shows_pixels;
    const dom::Node* node = fragment.source.node;
    if (fragment.kind == FragmentKind::kReplaced && node != nullptr && node->is_element("svg")) {
        paint_inline_svg(fragment, styles_, context_, out_);
    } else if (fragment.kind == FragmentKind::kReplaced) {
        paint_picture(fragment, box, context_, out_);
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
    const bool clipped = begin_clip(fragment, own);
    for (const Fragment& child : fragment.children) {
        const FragmentTraits child_traits = traits(child, &fragment);
        if (!is_layer(child_traits)) {
            paint_outlines(child, child_traits);
        }
    }
    pop(clipped);
}

bool Painter::begin_link(const Fragment& fragment, const Fragment* parent,
                         const FragmentTraits& own) {
    if (!own.is_visible()) {
        return false;
    }
    BeginLink link = link_of(fragment, parent, context_);
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
    if (own.own == nullptr || !needs_clip(fragment, styles_)) {
        return false;
    }
    push(PushClip{overflow_clip(fragment, *own.own)});
    return true;
}

// Ends a push; one that nothing was drawn in vanishes.
void Painter::pop(bool pushed) {
    if (!pushed) {
        return;
    }
    const DisplayItem& last = out_.back();
    if (is_push(last)) {
        out_.pop_back();
    } else {
        push(Pop{});
    }
}

}  // namespace

void paint_fragments(const layout::Fragment& root, const style::SlideStyles& styles,
                     PaintContext& context, DisplayList& out, const std::vector<Inset>& insets,
                     PaintedStates* states) {
    FragmentTraits traits = traits_of(root, nullptr, styles);
    traits.is_stacking_context = traits.own != nullptr;
    Painter(styles, context, out, insets, states)
        .paint_layer({&root, nullptr, traits, nullptr, {}});
}

}  // namespace ghreveal::paint
