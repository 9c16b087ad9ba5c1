#include "style/properties/fonts/font_size.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "style/properties/text_style.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

using css::TokenType;

constexpr Px kMediumSize = 16;
constexpr Px kFixedWidthMedium = 13;

// The absolute keywords' sizes, px: for a medium of 16 px (CSS Fonts 4 §2.5), and for `monospace`
// alone, whose medium is 13 px in all browsers (Chromium's table).
struct KeywordSize {
    std::string_view name;
    Px size = 0;
    Px fixed_width_size = 0;
};
constexpr std::array<KeywordSize, 8> kKeywordSizes{{{"xx-small", 9, 9},
                                                    {"x-small", 10, 10},
                                                    {"small", 13, 12},
                                                    {"medium", kMediumSize, kFixedWidthMedium},
                                                    {"large", 18, 16},
                                                    {"x-large", 24, 20},
                                                    {"xx-large", 32, 26},
                                                    {"xxx-large", 48, 39}}};
static_assert(kKeywordSizes[FontSizeBasis::kMedium].size == kMediumSize);

struct FontSize {
    Px size = 0;
    FontSizeBasis basis;
};

std::optional<FontSize> read_keyword_size(ValueReader& reader) {
    for (std::size_t i = 0; i < kKeywordSizes.size(); ++i) {
        if (reader.read_ident(kKeywordSizes.at(i).name)) {
            return FontSize{kKeywordSizes.at(i).size, {static_cast<std::uint8_t>(i), false}};
        }
    }
    return std::nullopt;
}

bool is_relative_to_font(const css::Token& token) {
    constexpr std::array<std::string_view, 6> kUnits{"em", "ex", "ch", "cap", "ic", "lh"};
    return token.is(TokenType::kPercentage) ||
           (token.is(TokenType::kDimension) &&
            std::any_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) {
                return ascii::equal_ignoring_case(token.value(), unit);
            }));
}

std::optional<FontSize> read_size(StyleBuilder& style, ValueReader& reader) {
    if (auto size = read_keyword_size(reader)) {
        return size;
    }
    constexpr double kStep = 1.2;
    const Px inherited = style.parent.text().font.size;
    const bool is_inherited_absolute = style.parent.text().font_size_basis.is_absolute;
    const FontSizeBasis relative{FontSizeBasis::kNoKeyword, is_inherited_absolute};
    if (reader.read_ident("larger")) {
        return FontSize{inherited * kStep, relative};
    }
    if (reader.read_ident("smaller")) {
        return FontSize{inherited / kStep, relative};
    }
    const bool is_relative = is_relative_to_font(reader.peek());
    const auto length = reader.read_non_negative_length_percentage();
    if (!length) {
        return std::nullopt;
    }
    const FontSizeBasis absolute{FontSizeBasis::kNoKeyword, true};
    return FontSize{std::max(0.0, length->resolve(inherited)), is_relative ? relative : absolute};
}

// Chromium's, px.
constexpr Px kLargestFontSize = 10'000;

bool is_fixed_width(const text::FontSpec& font) {
    return font.families && font.families->size() == 1 && font.families->front() == "monospace";
}

}  // namespace

bool read_font_size(StyleBuilder& style, ValueReader& reader) {
    // em, % and ex in font-size itself are of the parent's (CSS Values 4 §6.1.1).
    const text::FontSpec& inherited = style.parent.text().font;
    style.units.font_size = inherited.size;
    const text::FontSpec* own = std::exchange(style.units.font, &inherited);
    const auto size = read_size(style, reader);
    style.units.font = own;
    if (!size) {
        return false;
    }
    const Px used = std::min(size->size, kLargestFontSize);
    const TextStyle& text = style.text.get();
    if (text.font.size != used || text.font_size_basis != size->basis) {
        style.text.edit().font.size = used;
        style.text.edit().font_size_basis = size->basis;
    }
    return true;
}

void adjust_fixed_width_size(StyleBuilder& style) {
    const FontSizeBasis basis = style.text.get().font_size_basis;
    if (basis.is_absolute) {
        return;
    }
    const bool was_fixed = is_fixed_width(style.parent.text().font);
    const bool is_fixed = is_fixed_width(style.text.get().font);
    if (!was_fixed && !is_fixed) {
        return;
    }
    Px size = style.text.get().font.size;
    if (basis.keyword != FontSizeBasis::kNoKeyword) {
        const KeywordSize& sizes = kKeywordSizes.at(basis.keyword);
        size = is_fixed ? sizes.fixed_width_size : sizes.size;
    } else if (is_fixed != was_fixed) {
        size *= is_fixed ? kFixedWidthMedium / kMediumSize : kMediumSize / kFixedWidthMedium;
    }
    if (size != style.text.get().font.size) {
        style.text.edit().font.size = size;
    }
}

}  // namespace ghreveal::style
