#include "paint/boxes/replaced_painting.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "paint/fragment_traits.h"
#include "paint/links.h"
#include "paint/rounded_rect.h"
#include "style/properties/ink_style.h"
#include "style/svg/svg_markup.h"
#include "support/ascii.h"

namespace ghreveal::paint {

namespace {

// The picture of `node`, and areas over it for the links inside it.
void draw_picture(DrawImage&& picture, PaintContext& context, DisplayList& out) {
    const media::ImagePtr image = picture.image;
    const Rect target = picture.target;
    const dom::Node* node = picture.content.node;
    out.push_back(std::move(picture));
    for (const media::ImageLink& link : image->links()) {
        BeginLink area =
            link_to(link.address,
                    {target.x + link.area.x * target.width, target.y + link.area.y * target.height,
                     link.area.width * target.width, link.area.height * target.height},
                    context);
        if (!area.areas.empty()) {
            area.node = node;
            out.push_back(std::move(area));
            out.push_back(EndLink{});
        }
    }
}

std::function<media::ImagePtr(std::string)> redrawn_by(PaintContext& context,
                                                       const SourcePosition& where) {
    return [where, &images = context.images](std::string svg) {
        return images.from_svg_text(std::move(svg), where);
    };
}

// Such a drawing goes with the text around it, as icons do.
bool has_colour_of_text(std::string_view markup) {
    constexpr std::string_view kKeyword = "currentcolor";
    return std::search(markup.begin(), markup.end(), kKeyword.begin(), kKeyword.end(),
                       [](char in_markup, char wanted) {
                           return ascii::to_lower(in_markup) == wanted;
                       }) != markup.end();
}

// Each `color` that the elements' styles set, and not `stop-color` and the like: KaTeX's drawings
// are filled with the root's, others with that of `currentColor`.
std::string with_color(std::string markup, Color color) {
    constexpr std::string_view kProperty = "color:";
    const std::string ink = fmt::format("color:rgb({},{},{})", color.red, color.green, color.blue);
    for (std::size_t at = markup.find(kProperty); at != std::string::npos;
         at = markup.find(kProperty, at + kProperty.size())) {
        const std::size_t end = markup.find_first_of(";\"", at);
        const char before = at == 0 ? ';' : markup[at - 1];
        if (end != std::string::npos && (before == ';' || before == '"' || before == ' ')) {
            markup.replace(at, end - at, ink);
        }
    }
    return markup;
}

}  // namespace

void paint_picture(const layout::Fragment& fragment, const DecoratedBox& box, PaintContext& context,
                   DisplayList& out) {
    if (!fragment.image || fragment.image_rect.empty()) {
        return;
    }
    const Rect target = snapped(fragment.image_rect);
    const RoundedRect content = box.content_box();
    const bool clipped = !content.is_rectangle() || !contains(content.rect, target);
    if (clipped) {
        out.push_back(PushClip{content});
    }
    DrawImage picture{fragment.image, target, {fragment.source.node, ContentPart::kPicture}};
    picture.shows_pixels = box.shows_pixels;
    if (fragment.image->format() == media::Format::kSvg) {
        picture.redrawn =
            redrawn_by(context, fragment.source.node == nullptr
                                    ? SourcePosition{context.deck.file, 0}
                                    : dom::position_of(*fragment.source.node, context.deck.file));
    }
    draw_picture(std::move(picture), context, out);
    if (clipped) {
        out.push_back(Pop{});
    }
}

void paint_inline_svg(const layout::Fragment& fragment, const style::SlideStyles& styles,
                      PaintContext& context, DisplayList& out) {
    const Rect target = snapped(fragment.content_box());
    if (target.empty()) {
        return;
    }
    const dom::Node& svg = *fragment.source.node;
    const SourcePosition where = dom::position_of(svg, context.deck.file);
    std::string markup = style::svg_markup(
        svg,
        {styles, fragment.content_box().size(),
         [&](std::string_view address) { return context.images.as_data(address, where); },
         context.svg_parts,
         [&](std::string_view address) { return context.images.text_of(address, where); },
         [&](const std::string& address) { context.images.report_missing_part(address, where); }});
    const media::ImagePtr image = context.images.from_svg_text(markup, where);
    if (!image) {
        return;
    }
    DrawImage picture{image, target, {&svg, ContentPart::kPicture}};
    if (!is_part_of_formula(svg)) {
        picture.redrawn = redrawn_by(context, where);
    }
    if (is_part_of_formula(svg) || has_colour_of_text(markup)) {
        picture.color = styles.of(svg).ink().color;
        picture.recoloured = [markup = std::move(markup), where,
                              &images = context.images](Color ink) {
            return images.from_svg_text(with_color(markup, ink), where);
        };
    }
    draw_picture(std::move(picture), context, out);
}

namespace {

// A point by its shares of the box's width and height.
Point in_box(const Rect& box, double x, double y) {
    return {box.x + x * box.width, box.y + y * box.height};
}

}  // namespace

void paint_bullet(const layout::Fragment& fragment, const Color& color, DisplayList& out) {
    const Rect& box = fragment.border_box;
    switch (fragment.bullet) {
        case layout::BulletShape::kDisc:
            out.push_back(FillEllipse{box, color});
            break;
        case layout::BulletShape::kCircle:
            out.push_back(StrokeEllipse{box.inset({0.5, 0.5, 0.5, 0.5}), 1, color});
            break;
        case layout::BulletShape::kSquare:
            out.push_back(FillRect{{box, {}, {}, {}, {}}, color, FillRole::kMark});
            break;
        case layout::BulletShape::kPointsDown:
            out.push_back(FillPolygon{
                {in_box(box, 0, 0.07), in_box(box, 0.5, 0.93), in_box(box, 1, 0.07)}, color});
            break;
        case layout::BulletShape::kPointsRight:
            out.push_back(
                FillPolygon{{in_box(box, 0, 0), in_box(box, 0.86, 0.5), in_box(box, 0, 1)}, color});
            break;
    }
}

}  // namespace ghreveal::paint
