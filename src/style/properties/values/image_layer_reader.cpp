#include "style/properties/values/image_layer_reader.h"

#include "style/properties/properties.h"

namespace ghreveal::style {

using css::BackgroundLayer;
using css::BackgroundSize;
using css::BoxArea;
using css::Repeat;
using css::TokenType;

namespace {

std::optional<css::SizeValue> read_size_part(ValueReader& reader) {
    if (reader.read_ident("auto")) {
        return css::SizeValue{};
    }
    const auto length = reader.read_non_negative_length_percentage();
    return length ? std::optional(css::SizeValue::of(*length)) : std::nullopt;
}

}  // namespace

bool read_image(ValueReader& reader, BackgroundLayer& layer) {
    if (const auto address = reader.read_url()) {
        layer.image_url = *address;
        return true;
    }
    if (const auto gradient = read_gradient(reader)) {
        layer.gradient = std::make_shared<const css::Gradient>(*gradient);
        return true;
    }
    return false;
}

bool read_repeat(ValueReader& reader, BackgroundLayer& layer) {
    static constexpr Keyword<Repeat> kRepeats[]{{"repeat", Repeat::kRepeat},
                                                {"no-repeat", Repeat::kNoRepeat},
                                                {"space", Repeat::kSpace},
                                                {"round", Repeat::kRound}};
    const bool x_only = reader.read_ident("repeat-x");
    const bool y_only = !x_only && reader.read_ident("repeat-y");
    if (x_only || y_only) {
        layer.repeat_x = x_only ? Repeat::kRepeat : Repeat::kNoRepeat;
        layer.repeat_y = y_only ? Repeat::kRepeat : Repeat::kNoRepeat;
        return true;
    }
    const auto x = read_keyword(reader, kRepeats);
    if (!x) {
        return false;
    }
    layer.repeat_x = *x;
    layer.repeat_y = read_keyword(reader, kRepeats).value_or(*x);
    return true;
}

bool read_size(ValueReader& reader, BackgroundSize& size) {
    if (reader.read_ident("cover")) {
        size.keyword = BackgroundSize::Keyword::kCover;
        return true;
    }
    if (reader.read_ident("contain")) {
        size.keyword = BackgroundSize::Keyword::kContain;
        return true;
    }
    const auto width = read_size_part(reader);
    if (!width) {
        return false;
    }
    size = {BackgroundSize::Keyword::kLengths, *width,
            read_size_part(reader).value_or(css::SizeValue{})};
    return true;
}

std::optional<BoxArea> read_area(ValueReader& reader) {
    static constexpr Keyword<BoxArea> kAreas[]{{"border-box", BoxArea::kBorderBox},
                                               {"padding-box", BoxArea::kPaddingBox},
                                               {"content-box", BoxArea::kContentBox}};
    return read_keyword(reader, kAreas);
}

bool at_layer_end(const ValueReader& reader) {
    return reader.at_end() || reader.peek().is(TokenType::kComma);
}

bool read_place(ValueReader& reader, BackgroundLayer& layer) {
    const std::size_t start = reader.position();
    if (read_position(reader, layer.position_x, layer.position_y) &&
        (!reader.read_slash() || read_size(reader, layer.size))) {
        return true;
    }
    reader.rewind(start);
    return false;
}

std::optional<css::LengthPercentage> read_axis(ValueReader& reader, const AxisNames& names) {
    if (reader.read_ident("center")) {
        return css::LengthPercentage{0, 50};
    }
    const bool is_far = reader.read_ident(names.far_edge);
    if (!is_far && !reader.read_ident(names.near_edge)) {
        return reader.read_length_percentage();
    }
    const auto offset = reader.read_length_percentage().value_or(css::LengthPercentage{});
    return is_far ? css::LengthPercentage{-offset.px, 100 - offset.percent} : offset;
}

}  // namespace ghreveal::style
