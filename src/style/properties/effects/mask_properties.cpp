// `mask` and its longhands (CSS Masking 1 §6).
#include <algorithm>

#include "style/properties/paint_style.h"
#include "style/properties/properties.h"
#include "style/properties/values/image_layer_reader.h"

namespace ghreveal::style {

namespace {

using css::BackgroundLayer;
using css::BoxArea;
using css::MaskComposite;
using css::MaskLayer;

std::optional<MaskComposite> read_composite(ValueReader& reader) {
    static constexpr Keyword<MaskComposite> kOperators[]{{"add", MaskComposite::kAdd},
                                                         {"subtract", MaskComposite::kSubtract},
                                                         {"intersect", MaskComposite::kIntersect},
                                                         {"exclude", MaskComposite::kExclude}};
    return read_keyword(reader, kOperators);
}

// Pictures and gradients match their source by their alpha.
std::optional<bool> read_is_luminance(ValueReader& reader) {
    static constexpr Keyword<bool> kModes[]{
        {"alpha", false}, {"luminance", true}, {"match-source", false}};
    return read_keyword(reader, kModes);
}

// The boxes of SVG are these in CSS layout (§6.5).
std::optional<BoxArea> read_geometry_box(ValueReader& reader) {
    static constexpr Keyword<BoxArea> kBoxes[]{{"fill-box", BoxArea::kContentBox},
                                               {"stroke-box", BoxArea::kBorderBox},
                                               {"view-box", BoxArea::kBorderBox}};
    const auto area = read_area(reader);
    return area ? area : read_keyword(reader, kBoxes);
}

bool read_mask_layer(ValueReader& reader, MaskLayer& layer) {
    bool has_image = false;
    bool has_place = false;
    int areas = 0;
    if (at_layer_end(reader)) {
        return false;
    }
    while (!at_layer_end(reader)) {
        if (!has_image && (reader.read_ident("none") || read_image(reader, layer.image))) {
            has_image = true;
        } else if (!has_place && read_place(reader, layer.image)) {
            has_place = true;
        } else if (const auto composite = read_composite(reader)) {
            layer.composite = *composite;
        } else if (const auto is_luminance = read_is_luminance(reader)) {
            layer.is_luminance = *is_luminance;
        } else if (areas < 2 && reader.read_ident("no-clip")) {
            layer.image.clip = BoxArea::kBorderBox;
            ++areas;
        } else if (const auto area = areas < 2 ? read_geometry_box(reader) : std::nullopt) {
            (areas == 0 ? layer.image.origin : layer.image.clip) = *area;
            layer.image.clip = *area;
            ++areas;
        } else if (!read_repeat(reader, layer.image)) {
            return false;
        }
    }
    return true;
}

bool read_mask(StyleBuilder& style, ValueReader& reader) {
    std::vector<MaskLayer> layers;
    do {
        if (!read_mask_layer(reader, layers.emplace_back())) {
            return false;
        }
    } while (reader.read_comma());
    style.paint.edit().mask = std::move(layers);
    return true;
}

// The images' list decides how many layers there are.
bool read_mask_image(StyleBuilder& style, ValueReader& reader) {
    std::vector<MaskLayer> layers;
    const auto& before = style.paint.get().mask;
    do {
        MaskLayer layer = before.empty() ? MaskLayer{} : before[layers.size() % before.size()];
        layer.image.image_url.clear();
        layer.image.gradient.reset();
        if (!reader.read_ident("none") && !read_image(reader, layer.image)) {
            return false;
        }
        layers.push_back(std::move(layer));
    } while (reader.read_comma());
    style.paint.edit().mask = std::move(layers);
    return true;
}

// A longhand's list, repeated over the layers; `Read` reads into one, `Assign` copies what was
// read.
template <auto Read, auto Assign>
bool set_layers(StyleBuilder& style, ValueReader& reader) {
    std::vector<MaskLayer> values;
    do {
        if (!Read(reader, values.emplace_back())) {
            return false;
        }
    } while (reader.read_comma());
    auto& layers = style.paint.edit().mask;
    layers.resize(std::max(layers.size(), std::size_t{1}));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        Assign(layers[i], values[i % values.size()]);
    }
    return true;
}

template <auto Member, auto Read>
bool read_into(ValueReader& reader, MaskLayer& layer) {
    const auto value = Read(reader);
    if (value) {
        layer.*Member = *value;
    }
    return value.has_value();
}

template <auto Member>
void assign(MaskLayer& layer, const MaskLayer& value) {
    layer.*Member = value.*Member;
}

template <auto Member>
void assign_of_image(MaskLayer& layer, const MaskLayer& value) {
    layer.image.*Member = value.image.*Member;
}

bool read_mask_size(ValueReader& reader, MaskLayer& layer) {
    return read_size(reader, layer.image.size);
}

bool read_mask_repeat(ValueReader& reader, MaskLayer& layer) {
    return read_repeat(reader, layer.image);
}

void assign_repeat(MaskLayer& layer, const MaskLayer& value) {
    layer.image.repeat_x = value.image.repeat_x;
    layer.image.repeat_y = value.image.repeat_y;
}

bool read_mask_position(ValueReader& reader, MaskLayer& layer) {
    return read_position(reader, layer.image.position_x, layer.image.position_y);
}

void assign_position(MaskLayer& layer, const MaskLayer& value) {
    layer.image.position_x = value.image.position_x;
    layer.image.position_y = value.image.position_y;
}

template <auto Area>
bool read_mask_area(ValueReader& reader, MaskLayer& layer) {
    const bool is_open = Area == &BackgroundLayer::clip && reader.read_ident("no-clip");
    const auto area = is_open ? std::optional(BoxArea::kBorderBox) : read_geometry_box(reader);
    layer.image.*Area = area.value_or(BoxArea::kBorderBox);
    return area.has_value();
}

void copy_mask(StyleBuilder& style, const ComputedStyle& from) {
    style.paint.edit().mask = from.paint().mask;
}

constexpr Property kProperties[]{
    {"mask", false, Phase::kRest, read_mask, copy_mask},
    {"mask-image", false, Phase::kRest, read_mask_image, copy_mask},
    {"mask-size", false, Phase::kRest,
     set_layers<read_mask_size, assign_of_image<&BackgroundLayer::size>>, copy_mask},
    {"mask-repeat", false, Phase::kRest, set_layers<read_mask_repeat, assign_repeat>, copy_mask},
    {"mask-position", false, Phase::kRest, set_layers<read_mask_position, assign_position>,
     copy_mask},
    {"mask-origin", false, Phase::kRest,
     set_layers<read_mask_area<&BackgroundLayer::origin>,
                assign_of_image<&BackgroundLayer::origin>>,
     copy_mask},
    {"mask-clip", false, Phase::kRest,
     set_layers<read_mask_area<&BackgroundLayer::clip>, assign_of_image<&BackgroundLayer::clip>>,
     copy_mask},
    {"mask-mode", false, Phase::kRest,
     set_layers<read_into<&MaskLayer::is_luminance, read_is_luminance>,
                assign<&MaskLayer::is_luminance>>,
     copy_mask},
    {"mask-composite", false, Phase::kRest,
     set_layers<read_into<&MaskLayer::composite, read_composite>, assign<&MaskLayer::composite>>,
     copy_mask},
};

}  // namespace

std::span<const Property> mask_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
