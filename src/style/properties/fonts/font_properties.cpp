// Fonts (CSS Fonts 4 §2): read first, since other lengths are relative to them.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "css/descriptors/font_face.h"
#include "style/cascade.h"
#include "style/properties/fonts/font_size.h"
#include "style/properties/properties.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

using css::TokenType;

bool is_generic_family(const css::Token& token) {
    constexpr std::array<std::string_view, 6> kGeneric{"serif",   "sans-serif", "cursive",
                                                       "fantasy", "monospace",  "system-ui"};
    return std::any_of(kGeneric.begin(), kGeneric.end(),
                       [&](std::string_view name) { return token.is_ident(name); });
}

// A quoted name, a generic one, or a run of identifiers.
std::optional<std::string> read_family(ValueReader& reader) {
    if (auto quoted = reader.read_string()) {
        return quoted;
    }
    std::string name;
    while (!reader.at_end() && reader.peek().is(TokenType::kIdent)) {
        const bool is_generic = name.empty() && is_generic_family(reader.peek());
        name += (name.empty() ? "" : " ") + std::string(reader.peek().value());
        reader.next();
        if (is_generic) {
            break;
        }
    }
    return name.empty() ? std::nullopt : std::optional(std::move(name));
}

std::optional<std::vector<std::string>> read_families(ValueReader& reader) {
    std::vector<std::string> families;
    do {
        auto name = read_family(reader);
        if (!name) {
            return std::nullopt;
        }
        families.push_back(std::move(*name));
    } while (reader.read_comma());
    return families;
}

bool read_font_family(StyleBuilder& style, ValueReader& reader) {
    auto families = read_families(reader);
    if (!families) {
        return false;
    }
    const auto& current = style.text.get().font.families;
    if (!current || *current != *families) {
        style.text.edit().font.families =
            std::make_shared<const std::vector<std::string>>(std::move(*families));
    }
    return true;
}

int bolder(int weight) {
    return weight < 350 ? 400 : weight < 550 ? 700 : 900;
}
int lighter(int weight) {
    return weight < 550 ? 100 : weight < 750 ? 400 : 700;
}

bool read_font_weight(StyleBuilder& style, ValueReader& reader) {
    const int inherited = style.parent.text().font.weight;
    const std::size_t start = reader.position();
    std::optional<int> weight;
    if (reader.read_ident("normal")) {
        weight = 400;
    } else if (reader.read_ident("bold")) {
        weight = 700;
    } else if (reader.read_ident("bolder")) {
        weight = bolder(inherited);
    } else if (reader.read_ident("lighter")) {
        weight = lighter(inherited);
    } else if (const auto number = reader.read_number();
               number && *number >= 1 && *number <= 1000) {
        weight = static_cast<int>(*number);
    }
    if (!weight) {
        reader.rewind(start);  // `font: 0/0 a` begins with a size
        return false;
    }
    if (style.text.get().font.weight != *weight) {
        style.text.edit().font.weight = *weight;
    }
    return true;
}

bool read_font_style(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<text::Slant> kStyles[]{{"normal", text::Slant::kUpright},
                                                    {"italic", text::Slant::kItalic},
                                                    {"oblique", text::Slant::kItalic}};
    const auto slant = read_keyword(reader, kStyles);
    if (!slant) {
        return false;
    }
    reader.read_angle();  // `oblique 10deg`: faces have one slant
    if (style.text.get().font.slant != *slant) {
        style.text.edit().font.slant = *slant;
    }
    return true;
}

std::optional<LineHeight> line_height_in(ValueReader& reader) {
    if (reader.read_ident("normal")) {
        return LineHeight{};
    }
    if (const auto number = reader.read_non_negative_number()) {
        return LineHeight{LineHeight::Kind::kNumber, *number};
    }
    const auto length = reader.read_non_negative_length_percentage();
    return length ? std::optional(LineHeight{LineHeight::Kind::kLength,
                                             length->resolve(reader.units().font_size)})
                  : std::nullopt;
}

bool read_line_height(StyleBuilder& style, ValueReader& reader) {
    // lh in line-height itself is of the parent's (CSS Values 4 §6.1.2).
    const Px own = style.units.line_height;
    style.units.line_height = line_height_unit(style.parent.text(), style.units.fonts);
    const auto height = line_height_in(reader);
    style.units.line_height = own;
    if (height) {
        style.text.edit().line_height = *height;
    }
    return height.has_value();
}

bool read_stretch_keyword(StyleBuilder& style, ValueReader& reader) {
    const std::size_t start = reader.position();
    const auto keyword = reader.read_any_ident();
    const auto stretch = keyword ? css::font_stretch(*keyword) : std::nullopt;
    if (stretch) {
        style.text.edit().font.stretch = *stretch;
    } else {
        reader.rewind(start);
    }
    return stretch.has_value();
}

// [style || variant || weight || stretch], each may be `normal`.
void read_font_prefix(StyleBuilder& style, ValueReader& reader) {
    bool has_style = false;
    bool has_variant = false;
    bool has_weight = false;
    bool has_stretch = false;
    int normals = 0;
    const auto left = [&] {
        return 4 - normals - (has_style ? 1 : 0) - (has_variant ? 1 : 0) - (has_weight ? 1 : 0) -
               (has_stretch ? 1 : 0);
    };
    while (left() > 0) {
        if (reader.read_ident("normal")) {
            ++normals;
        } else if (!has_variant && reader.read_ident("small-caps")) {
            has_variant = true;
            set_small_caps(style);
        } else if (!has_style && read_font_style(style, reader)) {
            has_style = true;
        } else if (!has_weight && read_font_weight(style, reader)) {
            has_weight = true;
        } else if (!has_stretch && read_stretch_keyword(style, reader)) {
            has_stretch = true;
        } else {
            return;
        }
    }
}

// [style || variant || weight] size[/line-height] family
bool read_font(StyleBuilder& style, ValueReader& reader) {
    TextStyle& text = style.text.edit();
    text.font.weight = 400;
    text.font.slant = text::Slant::kUpright;
    text.font.stretch = 100;
    text.font.variations.reset();
    text.font.size_adjust.reset();
    text.line_height = {};
    reset_font_variants(style);
    read_font_prefix(style, reader);
    if (!read_font_size(style, reader)) {
        return false;
    }
    style.units.font_size = text.font.size;
    if (reader.read_slash() && !read_line_height(style, reader)) {
        return false;
    }
    return read_font_family(style, reader);
}

// The line height of `font`, which waits for its turn among the declarations of `line-height`.
bool read_line_height_of_font(StyleBuilder& style, ValueReader& reader) {
    StyleBuilder whole(style.parent);
    whole.units = style.units;
    if (!read_font(whole, reader)) {
        return false;
    }
    style.text.edit().line_height = whole.text.get().line_height;
    return true;
}

constexpr Property kLineHeightOfFont{"font", true, Phase::kRest, read_line_height_of_font,
                                     [](StyleBuilder& style, const ComputedStyle& from) {
                                         style.text.edit().line_height = from.text().line_height;
                                     }};

bool read_font_stretch(StyleBuilder& style, ValueReader& reader) {
    std::optional<double> stretch;
    if (const auto keyword = reader.read_any_ident()) {
        stretch = css::font_stretch(*keyword);
    } else if (const auto share = reader.read_non_negative_length_percentage();
               share && share->has_percentage()) {
        stretch = share->resolve(100);
    }
    if (!stretch) {
        return false;
    }
    if (style.text.get().font.stretch != *stretch) {
        style.text.edit().font.stretch = *stretch;
    }
    return true;
}

// Of the first font, before it is adjusted.
double aspect_of_font(const StyleBuilder& style, text::FontSizeAdjust::Metric metric) {
    using Metric = text::FontSizeAdjust::Metric;
    constexpr double kUsual = 0.5;
    text::FontSpec font = style.text.get().font;
    font.size_adjust.reset();
    if (style.units.fonts == nullptr || font.size <= 0) {
        return kUsual;
    }
    const text::FontMetrics& metrics = style.units.fonts->metrics(font);
    const Px measure = metric == Metric::kExHeight    ? metrics.x_height
                       : metric == Metric::kCapHeight ? metrics.cap_height
                       : metric == Metric::kChWidth   ? metrics.zero_advance
                                                      : font.size;
    return measure / font.size;
}

// none | metric? [from-font | <number>]
bool read_size_adjust(StyleBuilder& style, ValueReader& reader) {
    using Metric = text::FontSizeAdjust::Metric;
    static constexpr Keyword<Metric> kMetrics[]{{"ex-height", Metric::kExHeight},
                                                {"cap-height", Metric::kCapHeight},
                                                {"ch-width", Metric::kChWidth},
                                                {"ic-width", Metric::kIcWidth},
                                                {"ic-height", Metric::kIcHeight}};
    if (reader.read_ident("none")) {
        style.text.edit().font.size_adjust.reset();
        return true;
    }
    text::FontSizeAdjust adjust;
    adjust.metric = read_keyword(reader, kMetrics).value_or(Metric::kExHeight);
    if (reader.read_ident("from-font")) {
        adjust.value = aspect_of_font(style, adjust.metric);
    } else if (const auto value = reader.read_non_negative_number()) {
        adjust.value = *value;
    } else {
        return false;
    }
    style.text.edit().font.size_adjust = adjust;
    return true;
}

constexpr Property kProperties[]{
    {"font-family", true, Phase::kFontAndDirection, read_font_family,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.families = from.text().font.families;
     }},
    {"font-size", true, Phase::kFontAndDirection, read_font_size,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.size = from.text().font.size;
         style.text.edit().font_size_basis = from.text().font_size_basis;
     }},
    {"font-weight", true, Phase::kFontAndDirection, read_font_weight,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.weight = from.text().font.weight;
     }},
    {"font-style", true, Phase::kFontAndDirection, read_font_style,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.slant = from.text().font.slant;
     }},
    {"font", true, Phase::kFontAndDirection, read_font,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font = from.text().font;
         style.text.edit().font_size_basis = from.text().font_size_basis;
         style.text.edit().font_features = from.text().font_features;
         style.text.edit().line_height = from.text().line_height;
     },
     &kLineHeightOfFont},
    {"font-stretch", true, Phase::kFontAndDirection, read_font_stretch,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.stretch = from.text().font.stretch;
     }},
    {"font-size-adjust", true, Phase::kFontAndDirection, read_size_adjust,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.size_adjust = from.text().font.size_adjust;
     }},
    {"line-height", true, Phase::kRest, read_line_height,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().line_height = from.text().line_height;
     }},
};

}  // namespace

std::span<const Property> font_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
