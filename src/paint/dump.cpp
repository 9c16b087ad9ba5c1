#include <fmt/format.h>

#include "paint/display_list.h"

namespace ghreveal::paint {

namespace {

std::string text_of(const Color& color) {
    std::string text = fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
    if (color.alpha < 1) {
        text += fmt::format("/{:.2f}", color.alpha);
    }
    return text;
}

std::string text_of(const Rect& rect) {
    return fmt::format("{:.6g} {:.6g} {:.6g}x{:.6g}", rect.x, rect.y, rect.width, rect.height);
}

std::string text_of(const RoundedRect& shape) {
    if (shape.is_rectangle()) {
        return text_of(shape.rect);
    }
    return fmt::format("{} r {:.6g} {:.6g} {:.6g} {:.6g}", text_of(shape.rect),
                       shape.top_left.width, shape.top_right.width, shape.bottom_right.width,
                       shape.bottom_left.width);
}

std::string text_of(const std::vector<Px>& dashes) {
    return fmt::format("[{:.6g}]", fmt::join(dashes, " "));
}

std::string text_of(Point point) {
    return fmt::format("{:.6g} {:.6g}", point.x, point.y);
}

std::string text_of(const std::vector<css::FilterFunction>& filters) {
    std::string text;
    for (const css::FilterFunction& filter : filters) {
        text += fmt::format(" {}:{:.6g}", static_cast<int>(filter.kind), filter.amount);
    }
    return text;
}

// A line for each kind of item.
struct Describe {
    std::string operator()(const FillRect& item) const {
        return fmt::format("fill {} {}", text_of(item.shape), text_of(item.color));
    }
    std::string operator()(const FillRing& item) const {
        return fmt::format("ring {} - {}{} {}", text_of(item.outer), text_of(item.inner),
                           item.wedge.empty() ? "" : " wedge", text_of(item.color));
    }
    std::string operator()(const FillPolygon& item) const {
        return fmt::format("polygon {} points {}", item.points.size(), text_of(item.color));
    }
    std::string operator()(const FillEllipse& item) const {
        return fmt::format("ellipse {} {}", text_of(item.bounds), text_of(item.color));
    }
    std::string operator()(const StrokeEllipse& item) const {
        return fmt::format("stroke-ellipse {} width {:.6g} {}", text_of(item.bounds), item.width,
                           text_of(item.color));
    }
    std::string operator()(const StrokeLine& item) const {
        return fmt::format("line {} to {} width {:.6g} {} {}", text_of(item.from), text_of(item.to),
                           item.width, text_of(item.dashes), text_of(item.color));
    }
    std::string operator()(const StrokeRing& item) const {
        return fmt::format("stroke-ring {} width {:.6g} {} {}", text_of(item.path), item.width,
                           text_of(item.dashes), text_of(item.color));
    }
    std::string operator()(const StrokeWave& item) const {
        return fmt::format("wave {} length {:.6g} width {:.6g} {}", text_of(item.from), item.length,
                           item.width, text_of(item.color));
    }
    std::string operator()(const FillGradient& item) const {
        const bool linear = item.gradient->kind == css::Gradient::Kind::kLinear;
        return fmt::format("gradient {} of {} {}", text_of(item.clip), text_of(item.box),
                           linear ? "linear" : "radial");
    }
    std::string operator()(const DrawImage& item) const {
        return fmt::format("image {}", text_of(item.target));
    }
    std::string operator()(const TileImage& item) const {
        return fmt::format("tiles {} of {} step {:.6g}x{:.6g}", text_of(item.clip),
                           text_of(item.tile), item.step.width, item.step.height);
    }
    std::string operator()(const DrawGlyphs& item) const {
        return fmt::format("glyphs {} \"{}\" {:.6g}px {}", text_of(item.origin), item.run->text,
                           item.run->font.size, text_of(item.color));
    }
    std::string operator()(const BoxShadow& item) const {
        return fmt::format("shadow {} blur {:.6g} {}", text_of(item.shape), item.blur,
                           text_of(item.color));
    }
    std::string operator()(const InsetShadow& item) const {
        return fmt::format("inset-shadow {} hole {} blur {:.6g} {}", text_of(item.shape),
                           text_of(item.hole), item.blur, text_of(item.color));
    }
    std::string operator()(const GlyphShadow& item) const {
        return fmt::format("glyph-shadow {} \"{}\" blur {:.6g} {}", text_of(item.origin),
                           item.run->text, item.blur, text_of(item.color));
    }
    std::string operator()(const PushClip& item) const {
        if (!item.polygon.empty()) {
            return fmt::format("clip polygon of {}", item.polygon.size());
        }
        return fmt::format("clip {}", text_of(item.shape));
    }
    std::string operator()(const PushTransform& item) const {
        const Transform& t = item.transform;
        return fmt::format("transform {:.6g} {:.6g} {:.6g} {:.6g} {:.6g} {:.6g}", t.a, t.b, t.c,
                           t.d, t.e, t.f);
    }
    std::string operator()(const PushOpacity& item) const {
        const int mode = static_cast<int>(item.blend_mode);
        return fmt::format("opacity {:.2f}{}", item.opacity,
                           mode == 0 ? "" : fmt::format(" blend {}", mode));
    }
    std::string operator()(const PushFilter& item) const {
        return "filter" + text_of(item.filters);
    }
    std::string operator()(const PushMask& item) const {
        return fmt::format("mask of {}", item.mask->parts.size());
    }
    std::string operator()(const PushGlyphClip& item) const {
        std::string text = "clip to text";
        for (const PlacedGlyphs& placed : item.glyphs) {
            text += fmt::format(" \"{}\"", placed.run->text);
        }
        return text;
    }
    std::string operator()(const TakeBackdrop& item) const {
        return fmt::format("take backdrop {}{}", text_of(item.shape), text_of(item.filters));
    }
    std::string operator()(const ShowBackdrop& item) const {
        return fmt::format("show backdrop {}", text_of(item.shape));
    }
    std::string operator()(const Pop&) const { return "end"; }
    std::string operator()(const BeginLink& item) const {
        std::string text = item.slide >= 0 ? fmt::format("link slide {}", item.slide)
                                           : fmt::format("link {}", item.address);
        for (const Rect& area : item.areas) {
            text += fmt::format(" [{}]", text_of(area));
        }
        return text;
    }
    std::string operator()(const EndLink&) const { return "end-link"; }
};

bool begins_group(const DisplayItem& item) {
    return is_push(item) || std::holds_alternative<BeginLink>(item);
}

bool ends_group(const DisplayItem& item) {
    return std::holds_alternative<Pop>(item) || std::holds_alternative<EndLink>(item);
}

}  // namespace

bool is_push(const DisplayItem& item) {
    return std::holds_alternative<PushClip>(item) || std::holds_alternative<PushTransform>(item) ||
           std::holds_alternative<PushOpacity>(item) || std::holds_alternative<PushFilter>(item) ||
           std::holds_alternative<PushMask>(item) || std::holds_alternative<PushGlyphClip>(item);
}

std::string dump(const DisplayList& list) {
    std::string text;
    std::size_t depth = 0;
    for (const DisplayItem& item : list) {
        if (ends_group(item) && depth > 0) {
            --depth;
        }
        text.append(2 * depth, ' ');
        text += std::visit(Describe{}, item);
        text += '\n';
        if (begins_group(item)) {
            ++depth;
        }
    }
    return text;
}

}  // namespace ghreveal::paint
