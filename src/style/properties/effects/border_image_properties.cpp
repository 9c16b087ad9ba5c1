// `border-image` and its longhands (CSS Backgrounds 3 §5).
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"
#include "style/properties/values/image_layer_reader.h"

namespace ghreveal::style {

namespace {

using css::BorderImage;
using Extent = css::BorderImage::Extent;

bool read_slice(ValueReader& reader, BorderImage& image) {
    image.fills = reader.read_ident("fill");
    const auto read_part = [](ValueReader& each) -> std::optional<Extent> {
        if (!each.at_end() && each.peek().is(css::TokenType::kPercentage)) {
            const auto length = each.read_non_negative_length_percentage();
            return length ? std::optional(Extent{{}, *length}) : std::nullopt;
        }
        const auto number = each.read_non_negative_number();
        return number ? std::optional(Extent{number, {}}) : std::nullopt;
    };
    if (!read_sides(reader, image.slice, read_part)) {
        return false;
    }
    image.fills = image.fills || reader.read_ident("fill");
    return true;
}

std::optional<Extent> read_multiple(ValueReader& reader) {
    if (const auto number = reader.read_non_negative_number()) {
        return Extent{number, {}};
    }
    const auto length = reader.read_non_negative_length_percentage();
    return length ? std::optional(Extent{{}, *length}) : std::nullopt;
}

bool read_image_width(ValueReader& reader, BorderImage& image) {
    return read_sides(reader, image.width, [](ValueReader& each) {
        return each.read_ident("auto") ? std::optional(Extent{{}, {}, true}) : read_multiple(each);
    });
}

bool read_outset(ValueReader& reader, BorderImage& image) {
    return read_sides(reader, image.outset, [](ValueReader& each) {
        const auto extent = read_multiple(each);
        return extent && extent->length.has_percentage() ? std::nullopt : extent;
    });
}

bool read_image_repeat(ValueReader& reader, BorderImage& image) {
    using Repeat = BorderImage::Repeat;
    static constexpr Keyword<Repeat> kRepeats[]{{"stretch", Repeat::kStretch},
                                                {"repeat", Repeat::kRepeat},
                                                {"round", Repeat::kRound},
                                                {"space", Repeat::kSpace}};
    const auto x = read_keyword(reader, kRepeats);
    if (!x) {
        return false;
    }
    image.repeat_x = *x;
    image.repeat_y = read_keyword(reader, kRepeats).value_or(*x);
    return true;
}

bool read_source(ValueReader& reader, BorderImage& image) {
    image.image = {};
    return reader.read_ident("none") || read_image(reader, image.image);
}

// `<slice> [ / <width>? [ / <outset> ]? ]?`
bool read_geometry(ValueReader& reader, BorderImage& image) {
    if (!read_slice(reader, image)) {
        return false;
    }
    if (!reader.read_slash()) {
        return true;
    }
    const bool has_width = read_image_width(reader, image);
    return reader.read_slash() ? read_outset(reader, image) : has_width;
}

bool read_all(ValueReader& reader, BorderImage& image) {
    image = {};
    bool has_source = false;
    bool has_geometry = false;
    bool has_repeat = false;
    while (!reader.at_end()) {
        if (!has_source && read_source(reader, image)) {
            has_source = true;
        } else if (!has_repeat && read_image_repeat(reader, image)) {
            has_repeat = true;
        } else if (has_geometry || !read_geometry(reader, image)) {
            return false;
        } else {
            has_geometry = true;
        }
    }
    return true;
}

template <auto Read>
bool set_border_image(StyleBuilder& style, ValueReader& reader) {
    const auto& before = style.paint.get().border_image.value;
    auto image = std::make_shared<BorderImage>(before ? *before : BorderImage{});
    if (!Read(reader, *image)) {
        return false;
    }
    const bool is_initial = *image == BorderImage{};
    style.paint.edit().border_image = {is_initial ? nullptr : std::move(image)};
    return true;
}

void copy_border_image(StyleBuilder& style, const ComputedStyle& from) {
    style.paint.edit().border_image = from.paint().border_image;
}

constexpr Property kProperties[]{
    {"border-image", false, Phase::kRest, set_border_image<read_all>, copy_border_image},
    {"border-image-source", false, Phase::kRest, set_border_image<read_source>, copy_border_image},
    {"border-image-slice", false, Phase::kRest, set_border_image<read_slice>, copy_border_image},
    {"border-image-width", false, Phase::kRest, set_border_image<read_image_width>,
     copy_border_image},
    {"border-image-outset", false, Phase::kRest, set_border_image<read_outset>, copy_border_image},
    {"border-image-repeat", false, Phase::kRest, set_border_image<read_image_repeat>,
     copy_border_image},
};

}  // namespace

std::span<const Property> border_image_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
