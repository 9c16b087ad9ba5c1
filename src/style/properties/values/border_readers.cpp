#include "style/properties/values/border_readers.h"

#include <cmath>

#include "style/properties/properties.h"

namespace ghreveal::style {

std::optional<Px> read_border_width(ValueReader& reader) {
    static constexpr Keyword<Px> kWidths[]{
        {"thin", 1}, {"medium", StyleBuilder::kMediumBorder}, {"thick", 5}};
    if (const auto keyword = read_keyword(reader, kWidths)) {
        return keyword;
    }
    const auto length = reader.read_non_negative_length();
    // Lines below a device pixel are drawn as one (CSS Values 4 §6.3, "snap as a border width").
    return length ? std::optional(*length > 0 && *length < 1 ? 1 : std::floor(*length))
                  : std::nullopt;
}

std::optional<BorderStyle> read_border_style(ValueReader& reader) {
    static constexpr Keyword<BorderStyle> kStyles[]{
        {"none", BorderStyle::kNone},     {"hidden", BorderStyle::kHidden},
        {"dotted", BorderStyle::kDotted}, {"dashed", BorderStyle::kDashed},
        {"solid", BorderStyle::kSolid},   {"double", BorderStyle::kDouble},
        {"groove", BorderStyle::kGroove}, {"ridge", BorderStyle::kRidge},
        {"inset", BorderStyle::kInset},   {"outset", BorderStyle::kOutset}};
    return read_keyword(reader, kStyles);
}

std::optional<MaybeColor> read_border_color(ValueReader& reader) {
    const auto value = reader.read_color();
    if (!value) {
        return std::nullopt;
    }
    return value->is_current ? MaybeColor{} : MaybeColor{value->color};
}

}  // namespace ghreveal::style
