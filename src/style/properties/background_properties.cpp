// Backgrounds (CSS Backgrounds 3 §3).
#include <algorithm>

#include "style/properties/paint_style.h"
#include "style/properties/properties.h"
#include "style/properties/values/image_layer_reader.h"

namespace ghreveal::style {

namespace {

using css::BackgroundLayer;
using css::BoxArea;

bool read_attachment(ValueReader& reader) {
    return reader.read_ident("scroll") || reader.read_ident("fixed") || reader.read_ident("local");
}

// One layer of the shorthand: each part at most once, areas twice; the last layer may have the
// colour in it.
class LayerReader {
public:
    LayerReader(BackgroundLayer& layer, std::optional<ValueReader::ColorValue>& color)
        : layer_(layer), color_(color) {}

    bool read(ValueReader& reader) {
        bool any = false;
        for (; !at_layer_end(reader); any = true) {
            const bool is_part =
                once(has_image_, reader.read_ident("none") || read_image(reader, layer_)) ||
                once(has_attachment_, read_attachment(reader)) ||
                once(has_repeat_, read_repeat(reader, layer_)) || read_areas(reader) ||
                once(has_place_, read_place(reader, layer_)) || read_color(reader);
            if (!is_part) {
                return false;
            }
        }
        return any && !twice_;
    }

private:
    // What is there twice makes the value invalid.
    bool once(bool& has, bool is_read) {
        twice_ = twice_ || (has && is_read);
        has = has || is_read;
        return is_read;
    }

    bool read_areas(ValueReader& reader) {
        if (reader.read_ident("text")) {
            layer_.clip = BoxArea::kText;
            clips_to_text_ = once(clips_to_text_, true);
            return true;
        }
        const auto area = read_area(reader);
        if (!area) {
            return false;
        }
        (areas_ == 0 ? layer_.origin : layer_.clip) = *area;
        layer_.clip = clips_to_text_ ? BoxArea::kText : *area;
        ++areas_;
        twice_ = twice_ || areas_ > 2 - (clips_to_text_ ? 1 : 0);
        return true;
    }

    bool read_color(ValueReader& reader) {
        const auto value = reader.read_color();
        if (!value || color_) {
            return false;
        }
        color_ = value;
        return true;
    }

    BackgroundLayer& layer_;
    std::optional<ValueReader::ColorValue>& color_;
    bool has_image_ = false;
    bool has_attachment_ = false;
    bool has_repeat_ = false;
    bool has_place_ = false;
    bool clips_to_text_ = false;
    bool twice_ = false;
    int areas_ = 0;
};

bool has_image(const BackgroundLayer& layer) {
    return layer.gradient != nullptr || !layer.image_url.empty();
}

Color resolved(const StyleBuilder& style, const ValueReader::ColorValue& value) {
    return value.is_current ? style.ink.get().color : value.color;
}

bool read_background(StyleBuilder& style, ValueReader& reader) {
    std::vector<BackgroundLayer> layers;
    std::optional<ValueReader::ColorValue> color;
    BoxArea color_clip = BoxArea::kBorderBox;
    do {
        BackgroundLayer layer;
        if (color || !LayerReader(layer, color).read(reader)) {
            return false;
        }
        color_clip = layer.clip;
        if (has_image(layer)) {
            layers.push_back(std::move(layer));
        }
    } while (reader.read_comma());
    PaintStyle& paint = style.paint.edit();
    paint.background_layers = std::move(layers);
    paint.background_color = color ? resolved(style, *color) : kTransparent;
    paint.background_color_is_current = color && color->is_current;
    paint.background_color_clip = color_clip;
    return true;
}

bool read_background_color(StyleBuilder& style, ValueReader& reader) {
    const auto color = reader.read_color();
    if (color) {
        style.paint.edit().background_color = resolved(style, *color);
        style.paint.edit().background_color_is_current = color->is_current;
    }
    return color.has_value();
}

// The images' list decides how many layers there are; each keeps what was said for its place.
bool read_background_image(StyleBuilder& style, ValueReader& reader) {
    std::vector<BackgroundLayer> layers;
    const auto& before = style.paint.get().background_layers;
    do {
        BackgroundLayer layer =
            before.empty() ? BackgroundLayer{} : before[layers.size() % before.size()];
        layer.image_url.clear();
        layer.gradient.reset();
        if (!reader.read_ident("none") && !read_image(reader, layer)) {
            return false;
        }
        layers.push_back(std::move(layer));
    } while (reader.read_comma());
    PaintStyle& paint = style.paint.edit();
    paint.background_color_clip = layers.back().clip;
    paint.background_layers = std::move(layers);
    return true;
}

// Makes room for a longhand's values: said before there is an image, they wait in layers without
// one.
std::vector<BackgroundLayer>& layers_for(PaintStyle& paint, std::size_t values) {
    auto& layers = paint.background_layers;
    if (std::none_of(layers.begin(), layers.end(), has_image)) {
        layers.resize(std::max(layers.size(), values));
    }
    return layers;
}

// A longhand's list of values, repeated over the layers (§3.1).
template <typename Read, typename Assign>
bool set_layers(StyleBuilder& style, ValueReader& reader, Read&& read, Assign&& assign) {
    std::vector<BackgroundLayer> values;
    do {
        if (!read(reader, values.emplace_back())) {
            return false;
        }
    } while (reader.read_comma());
    auto& layers = layers_for(style.paint.edit(), values.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        assign(layers[i], values[i % values.size()]);
    }
    return true;
}

bool read_background_size(StyleBuilder& style, ValueReader& reader) {
    return set_layers(
        style, reader,
        [](ValueReader& each, BackgroundLayer& layer) { return read_size(each, layer.size); },
        [](BackgroundLayer& layer, const BackgroundLayer& value) { layer.size = value.size; });
}

bool read_background_repeat(StyleBuilder& style, ValueReader& reader) {
    return set_layers(style, reader, read_repeat,
                      [](BackgroundLayer& layer, const BackgroundLayer& value) {
                          layer.repeat_x = value.repeat_x;
                          layer.repeat_y = value.repeat_y;
                      });
}

bool read_background_position(StyleBuilder& style, ValueReader& reader) {
    return set_layers(
        style, reader,
        [](ValueReader& each, BackgroundLayer& layer) {
            return read_position(each, layer.position_x, layer.position_y);
        },
        [](BackgroundLayer& layer, const BackgroundLayer& value) {
            layer.position_x = value.position_x;
            layer.position_y = value.position_y;
        });
}

bool read_background_position_x(StyleBuilder& style, ValueReader& reader) {
    return set_layers(
        style, reader,
        [](ValueReader& each, BackgroundLayer& layer) {
            const auto x = read_axis(each, {"left", "right"});
            layer.position_x = x.value_or(css::LengthPercentage{});
            return x.has_value();
        },
        [](BackgroundLayer& layer, const BackgroundLayer& value) {
            layer.position_x = value.position_x;
        });
}

bool read_background_position_y(StyleBuilder& style, ValueReader& reader) {
    return set_layers(
        style, reader,
        [](ValueReader& each, BackgroundLayer& layer) {
            const auto y = read_axis(each, {"top", "bottom"});
            layer.position_y = y.value_or(css::LengthPercentage{});
            return y.has_value();
        },
        [](BackgroundLayer& layer, const BackgroundLayer& value) {
            layer.position_y = value.position_y;
        });
}

bool read_background_clip(StyleBuilder& style, ValueReader& reader) {
    const auto areas = read_area_list(reader, [](ValueReader& each) {
        return each.read_ident("text") ? std::optional(BoxArea::kText) : read_area(each);
    });
    if (!areas) {
        return false;
    }
    PaintStyle& paint = style.paint.edit();
    auto& layers = layers_for(paint, areas->size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].clip = (*areas)[i % areas->size()];
    }
    // The colour is below the last layer.
    const std::size_t last = std::max(layers.size(), std::size_t{1}) - 1;
    paint.background_color_clip = (*areas)[last % areas->size()];
    return true;
}

bool read_background_origin(StyleBuilder& style, ValueReader& reader) {
    const auto areas = read_area_list(reader, read_area);
    if (!areas) {
        return false;
    }
    auto& layers = layers_for(style.paint.edit(), areas->size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].origin = (*areas)[i % areas->size()];
    }
    return true;
}

bool read_background_attachment(StyleBuilder&, ValueReader& reader) {
    do {
        if (!read_attachment(reader)) {
            return false;
        }
    } while (reader.read_comma());
    return true;
}

void copy_layers(StyleBuilder& style, const ComputedStyle& from) {
    style.paint.edit().background_layers = from.paint().background_layers;
}

// Of each layer what one longhand says; the images are the element's own.
template <auto... Members>
void copy_values(StyleBuilder& style, const ComputedStyle& from) {
    const auto& theirs = from.paint().background_layers;
    const BackgroundLayer initial;
    auto& layers = layers_for(style.paint.edit(), theirs.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const BackgroundLayer& their = theirs.empty() ? initial : theirs[i % theirs.size()];
        ((layers[i].*Members = their.*Members), ...);
    }
}

// What is inherited of currentcolor is the word (CSS Color 4 §9.1).
void copy_color(StyleBuilder& style, const ComputedStyle& from) {
    PaintStyle& paint = style.paint.edit();
    paint.background_color_is_current = from.paint().background_color_is_current;
    paint.background_color =
        paint.background_color_is_current ? style.ink.get().color : from.paint().background_color;
}

constexpr Property kProperties[]{
    {"background", false, Phase::kRest, read_background,
     [](StyleBuilder& style, const ComputedStyle& from) {
         copy_layers(style, from);
         copy_color(style, from);
         style.paint.edit().background_color_clip = from.paint().background_color_clip;
     }},
    {"background-color", false, Phase::kRest, read_background_color, copy_color},
    {"background-image", false, Phase::kRest, read_background_image, copy_layers},
    {"background-size", false, Phase::kRest, read_background_size,
     copy_values<&BackgroundLayer::size>},
    {"background-repeat", false, Phase::kRest, read_background_repeat,
     copy_values<&BackgroundLayer::repeat_x, &BackgroundLayer::repeat_y>},
    {"background-position", false, Phase::kRest, read_background_position,
     copy_values<&BackgroundLayer::position_x, &BackgroundLayer::position_y>},
    {"background-position-x", false, Phase::kRest, read_background_position_x,
     copy_values<&BackgroundLayer::position_x>},
    {"background-position-y", false, Phase::kRest, read_background_position_y,
     copy_values<&BackgroundLayer::position_y>},
    {"background-clip", false, Phase::kRest, read_background_clip,
     [](StyleBuilder& style, const ComputedStyle& from) {
         copy_values<&BackgroundLayer::clip>(style, from);
         style.paint.edit().background_color_clip = from.paint().background_color_clip;
     }},
    {"background-origin", false, Phase::kRest, read_background_origin,
     copy_values<&BackgroundLayer::origin>},
    {"background-attachment", false, Phase::kRest, read_background_attachment,
     [](StyleBuilder&, const ComputedStyle&) {}},
};

}  // namespace

std::span<const Property> background_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
