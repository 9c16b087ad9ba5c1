// `filter`, `backdrop-filter` and `isolation` (Filter Effects 1 §6, Filter Effects 2 §2,
// Compositing 1 §3.4).
#include <algorithm>

#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::FilterFunction;
using Kind = css::FilterFunction::Kind;

// A number or a percentage, not negative; 1 when there is none.
struct AmountName {
    std::string_view name;
    Kind kind;
    bool ends_at_one;  // more than 1 is as 1
};

constexpr AmountName kAmounts[]{{"brightness", Kind::kBrightness, false},
                                {"contrast", Kind::kContrast, false},
                                {"saturate", Kind::kSaturate, false},
                                {"grayscale", Kind::kGrayscale, true},
                                {"invert", Kind::kInvert, true},
                                {"opacity", Kind::kOpacity, true},
                                {"sepia", Kind::kSepia, true}};

std::optional<double> read_amount(ValueReader& reader) {
    if (reader.at_end()) {
        return 1;
    }
    std::optional<double> amount;
    if (reader.peek().is(css::TokenType::kPercentage)) {
        amount = reader.peek().number / 100;
        reader.next();
    } else {
        amount = reader.read_number();
    }
    return amount && *amount >= 0 ? amount : std::nullopt;
}

// `[ <color>? && <length>{2,3} ]`.
std::optional<css::Shadow> read_drop_shadow(const StyleBuilder& style, ValueReader& reader) {
    css::Shadow shadow;
    auto color = reader.read_color();
    const auto x = reader.read_length();
    const auto y = reader.read_length();
    if (!x || !y) {
        return std::nullopt;
    }
    const auto blur = reader.read_length();
    color = color ? color : reader.read_color();
    shadow.x = *x;
    shadow.y = *y;
    shadow.blur = blur.value_or(0);
    shadow.color = color && !color->is_current ? color->color : style.ink.get().color;
    return shadow.blur >= 0 ? std::optional(shadow) : std::nullopt;
}

std::optional<FilterFunction> read_filter_function(const StyleBuilder& style, ValueReader& reader) {
    const auto function = reader.read_any_function();
    if (!function) {
        return std::nullopt;
    }
    const auto& [name, tokens] = *function;
    ValueReader arguments(tokens, reader.units());
    FilterFunction filter;
    std::optional<double> amount;
    if (name == "blur") {
        amount = arguments.at_end() ? std::optional(0.0) : arguments.read_non_negative_length();
    } else if (name == "hue-rotate") {
        filter.kind = Kind::kHueRotate;
        amount = arguments.at_end() ? std::optional(0.0) : arguments.read_angle();
    } else if (name == "drop-shadow") {
        filter.kind = Kind::kDropShadow;
        const auto shadow = read_drop_shadow(style, arguments);
        amount = shadow ? std::optional(0.0) : std::nullopt;
        filter.shadow = shadow.value_or(css::Shadow{});
    } else {
        const auto* known =
            std::find_if(std::begin(kAmounts), std::end(kAmounts),
                         [&wanted = name](const AmountName& each) { return each.name == wanted; });
        if (known == std::end(kAmounts)) {
            return std::nullopt;
        }
        filter.kind = known->kind;
        amount = read_amount(arguments);
        amount = amount && known->ends_at_one ? std::min(*amount, 1.0) : amount;
    }
    filter.amount = amount.value_or(0);
    return amount && arguments.at_end() ? std::optional(filter) : std::nullopt;
}

std::optional<std::vector<FilterFunction>> read_filters(const StyleBuilder& style,
                                                        ValueReader& reader) {
    std::vector<FilterFunction> filters;
    if (reader.read_ident("none")) {
        return filters;
    }
    do {
        const auto filter = read_filter_function(style, reader);
        if (!filter) {
            return std::nullopt;
        }
        filters.push_back(*filter);
    } while (!reader.at_end());
    return filters;
}

bool read_filter(StyleBuilder& style, ValueReader& reader) {
    auto filters = read_filters(style, reader);
    if (!filters) {
        return false;
    }
    style.paint.edit().filter = *std::move(filters);
    return true;
}

bool read_backdrop_filter(StyleBuilder& style, ValueReader& reader) {
    auto filters = read_filters(style, reader);
    if (!filters) {
        return false;
    }
    style.paint.edit().backdrop_filter = *std::move(filters);
    return true;
}

bool read_isolation(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{{"auto", false}, {"isolate", true}};
    const auto isolated = read_keyword(reader, kKinds);
    style.paint.edit().is_isolated = isolated.value_or(false);
    return isolated.has_value();
}

constexpr Property kProperties[]{
    {"backdrop-filter", false, Phase::kRest, read_backdrop_filter,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().backdrop_filter = from.paint().backdrop_filter;
     }},
    {"filter", false, Phase::kRest, read_filter,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().filter = from.paint().filter;
     }},
    {"isolation", false, Phase::kRest, read_isolation,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().is_isolated = from.paint().is_isolated;
     }},
};

}  // namespace

std::span<const Property> filter_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
