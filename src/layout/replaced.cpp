#include "layout/replaced.h"

#include "layout/inline/font_extent.h"
#include "layout/layout_cache.h"
#include "layout/missing_picture.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::Fallback;
using boxes::Replaced;

constexpr Px kDefaultWidth = 300;  // CSS 2.1 §10.3.2
constexpr Px kDefaultHeight = 150;

// Sizes of the content box.
struct ContentSizes {
    std::optional<Px> width;  // nothing: auto
    std::optional<Px> height;
    SizeBounds width_bounds;
    SizeBounds height_bounds;
};

SizeBounds inside(const SizeBounds& border_box, Px around) {
    SizeBounds content{std::max(0.0, border_box.min - around), std::nullopt};
    if (border_box.max) {
        content.max = std::max(0.0, *border_box.max - around);
    }
    return content;
}

std::optional<Px> inside(std::optional<Px> border_box, Px around) {
    return border_box ? std::optional(std::max(0.0, *border_box - around)) : std::nullopt;
}

ContentSizes content_sizes(const style::BoxStyle& style, const ContainingBlock& containing_block,
                           const Edges& around) {
    const SizeBasis horizontal{containing_block.width, around.horizontal()};
    const SizeBasis vertical{containing_block.height, around.vertical()};
    return {inside(definite_border_box_size(style.width, style.box_sizing, horizontal),
                   around.horizontal()),
            inside(definite_border_box_size(style.height, style.box_sizing, vertical),
                   around.vertical()),
            inside(width_bounds(style, horizontal), around.horizontal()),
            inside(height_bounds(style, vertical), around.vertical())};
}

// With the ratio that the style asks for, or of what stands for a picture that is not there.
Replaced laid_out_content(const Box& box, LayoutContext& context) {
    Replaced content = box.replaced;
    const style::BoxStyle& style = box.style->box();
    if (content.fallback != Fallback::kNone) {
        content.natural = natural_fallback_size(box, context);
        return content;
    }
    const bool keeps_own = style.aspect_ratio_is_auto_first && content.ratio > 0;
    content.ratio = style.aspect_ratio && !keeps_own ? *style.aspect_ratio : content.ratio;
    return content;
}

Px width_by_content(const Replaced& content, std::optional<Px> height, Px fill) {
    if (content.ratio > 0 && (height || content.natural.width <= 0)) {
        if (height || content.natural.height > 0) {
            return height.value_or(content.natural.height) * content.ratio;
        }
        return fill;
    }
    return content.natural.width > 0 ? content.natural.width : kDefaultWidth;
}

Px height_by_content(const Replaced& content, Px width) {
    if (content.ratio > 0) {
        return width / content.ratio;
    }
    return content.natural.height > 0 ? content.natural.height : kDefaultHeight;
}

// CSS 2.1 §10.4, the table: both sizes are auto and the ratio is kept while bounds are heeded.
Size constrained_by_ratio(Size size, const ContentSizes& sizes) {
    const Px min_width = sizes.width_bounds.min;
    const Px min_height = sizes.height_bounds.min;
    const Px max_width = std::max(min_width, sizes.width_bounds.max.value_or(size.width));
    const Px max_height = std::max(min_height, sizes.height_bounds.max.value_or(size.height));
    const Px w = size.width;
    const Px h = size.height;
    const bool too_wide = sizes.width_bounds.max && w > max_width;
    const bool too_high = sizes.height_bounds.max && h > max_height;
    if (w <= 0 || h <= 0) {
        return {sizes.width_bounds.clamp(w), sizes.height_bounds.clamp(h)};
    }
    if (too_wide && too_high) {
        return max_width / w <= max_height / h
                   ? Size{max_width, std::max(min_height, max_width * h / w)}
                   : Size{std::max(min_width, max_height * w / h), max_height};
    }
    const bool too_narrow = w < min_width;
    const bool too_low = h < min_height;
    if (too_narrow && too_low) {
        return min_width / w <= min_height / h
                   ? Size{sizes.width_bounds.clamp(min_height * w / h), min_height}
                   : Size{min_width, sizes.height_bounds.clamp(min_width * h / w)};
    }
    if (too_narrow && too_high) {
        return {min_width, max_height};
    }
    if (too_wide && too_low) {
        return {max_width, min_height};
    }
    if (too_wide) {
        return {max_width, std::max(max_width * h / w, min_height)};
    }
    if (too_narrow) {
        return {min_width, sizes.height_bounds.clamp(min_width * h / w)};
    }
    if (too_high) {
        return {std::max(max_height * w / h, min_width), max_height};
    }
    if (too_low) {
        return {sizes.width_bounds.clamp(min_height * w / h), min_height};
    }
    return size;
}

Size used_content_size(const Replaced& content, const ContentSizes& sizes, Px fill) {
    Size used;
    if (content.fallback != Fallback::kNone) {
        used = {sizes.width.value_or(content.natural.width),
                sizes.height.value_or(content.natural.height)};
    } else if (!sizes.width && !sizes.height) {
        used.width = width_by_content(content, std::nullopt, fill);
        used.height = height_by_content(content, used.width);
        if (content.ratio > 0) {
            return constrained_by_ratio(used, sizes);
        }
    } else if (!sizes.width) {
        used.height = sizes.height_bounds.clamp(*sizes.height);
        used.width = width_by_content(content, used.height, fill);
    } else {
        used.width = sizes.width_bounds.clamp(*sizes.width);
        used.height = sizes.height.value_or(height_by_content(content, used.width));
    }
    return {sizes.width_bounds.clamp(used.width), sizes.height_bounds.clamp(used.height)};
}

Size scaled_to(const Size& natural, double scale) {
    return {natural.width * scale, natural.height * scale};
}

// CSS Images 3 §5.5: as large as `object-fit` says, where `object-position` does.
Rect picture_rect(const Replaced& content, const style::BoxStyle& style, const Rect& box) {
    style::ObjectFit fit = style.object_fit;
    Size natural = content.natural;
    if (natural.width <= 0 || natural.height <= 0) {
        if (content.ratio <= 0) {
            return box;
        }
        natural = {content.ratio, 1};
        fit = fit == style::ObjectFit::kNone || fit == style::ObjectFit::kScaleDown
                  ? style::ObjectFit::kContain
                  : fit;
    }
    const double contain = std::min(box.width / natural.width, box.height / natural.height);
    Size size = box.size();
    switch (fit) {
        case style::ObjectFit::kFill:
            break;
        case style::ObjectFit::kContain:
            size = scaled_to(natural, contain);
            break;
        case style::ObjectFit::kCover:
            size = scaled_to(natural,
                             std::max(box.width / natural.width, box.height / natural.height));
            break;
        case style::ObjectFit::kNone:
            size = natural;
            break;
        case style::ObjectFit::kScaleDown:
            size = scaled_to(natural, std::min(1.0, contain));
            break;
    }
    return {box.x + style.object_position_x.resolve(box.width - size.width),
            box.y + style.object_position_y.resolve(box.height - size.height), size.width,
            size.height};
}

}  // namespace

bool has_ratio_only(const Box& box) {
    const Replaced& content = box.replaced;
    return box.kind == boxes::BoxKind::kReplaced && content.fallback == Fallback::kNone &&
           content.ratio > 0 && content.natural.width <= 0 && content.natural.height <= 0 &&
           box.style->box().width.is_auto();
}

BoxLayout lay_out_replaced(const Box& box, const ContainingBlock& containing_block,
                           const ForcedSize& forced, LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    const Edges padding = used_padding(box, containing_block.width);
    const Edges border = forced.border.value_or(used_border(box));
    const Edges around = padding + border;
    ContentSizes sizes = content_sizes(style, containing_block, around);
    if (takes_size_of_fallback(box)) {
        sizes.width.reset();
        sizes.height.reset();
    }
    if (forced.width) {
        sizes.width = std::max(0.0, *forced.width - around.horizontal());
        sizes.width_bounds = {};
    }
    if (forced.height) {
        sizes.height = std::max(0.0, *forced.height - around.vertical());
        sizes.height_bounds = {};
    }
    const Px fill = std::max(0.0, containing_block.width - around.horizontal() -
                                      used_margins(box, containing_block.width).horizontal());
    if (fallback_fills_its_container(box) && !sizes.width) {
        sizes.width = fill;
    }
    Size size = used_content_size(laid_out_content(box, context), sizes, fill);
    const bool shows_text = box.replaced.fallback == Fallback::kText;
    if (shows_text && !sizes.height) {
        size.height = sizes.height_bounds.clamp(
            std::max(size.height, size.height * alternative_text_lines(box, size.width, context)));
    }

    BoxLayout result;
    Fragment& fragment = result.fragment;
    fragment.kind = box.replaced.image ? FragmentKind::kReplaced : FragmentKind::kPlaceholder;
    fragment.source = box.source;
    fragment.border = border;
    fragment.padding = padding;
    fragment.border_box = {0, 0, truncated_to_unit(size.width) + around.horizontal(),
                           truncated_to_unit(size.height) + around.vertical()};
    fragment.image = box.replaced.image ? box.replaced.image : box.replaced.still;
    fragment.label = box.replaced.label;
    fragment.address = box.replaced.address;
    if (shows_text) {
        result.last_baseline = border.top + padding.top + strut(box.style->text(), context).ascent;
    }
    if (box.replaced.image) {
        fragment.image_rect = picture_rect(box.replaced, style, fragment.content_box());
    }
    return result;
}

IntrinsicSizes replaced_content_sizes(const Box& box, LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    const Edges around = used_padding(box, 0) + used_border(box);
    context.cache->asked_for_percentage_height |= gives_percentage_height(box);
    ContentSizes sizes = content_sizes(style, {0, context.cache->percentage_height}, around);
    sizes.width.reset();
    // CSS Sizing 3 §5.2.2: percentages of a width that is being asked for count as none for the
    // widest size, and let the box shrink to nothing for the narrowest.
    const auto is_percentage = [](const css::SizeValue& size) {
        return size.length && size.length->has_percentage();
    };
    if (is_percentage(style.max_width)) {
        sizes.width_bounds.max.reset();
    }
    if (is_percentage(style.min_width)) {
        sizes.width_bounds.min = 0;
    }
    if (takes_size_of_fallback(box)) {
        sizes.height.reset();
    }
    const Replaced content = laid_out_content(box, context);
    if (has_ratio_only(box) && !sizes.height) {
        return {around.horizontal(), around.horizontal()};
    }
    const Px width = truncated_to_unit(used_content_size(content, sizes, kDefaultWidth).width) +
                     around.horizontal();
    const bool compressible = is_percentage(style.width) || is_percentage(style.max_width);
    return {compressible ? around.horizontal() : width, width};
}

}  // namespace ghreveal::layout
