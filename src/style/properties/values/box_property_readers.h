// What the tables of box properties share.
#pragma once

#include "style/properties/box_style.h"
#include "style/properties/properties.h"

#define GHREVEAL_COPY_BOX(field)                         \
    [](StyleBuilder& style, const ComputedStyle& from) { \
        style.box.edit().field = from.box().field;       \
    }

namespace ghreveal::style {

template <auto Member, typename T, std::size_t N>
bool set_keyword(StyleBuilder& style, ValueReader& reader, const Keyword<T> (&keywords)[N]) {
    const auto value = read_keyword(reader, keywords);
    if (value) {
        style.box.edit().*Member = *value;
    }
    return value.has_value();
}

// width, height, their min-* and max-*, flex-basis (CSS Sizing 3 §3.1).
// `unlimited`: the keyword that is no size, `auto` or `none`.
std::optional<css::SizeValue> read_size(ValueReader&, css::SizeKeyword unlimited);

template <auto Member, css::SizeKeyword Unlimited = css::SizeKeyword::kAuto>
bool set_size(StyleBuilder& style, ValueReader& reader) {
    const auto size = read_size(reader, Unlimited);
    if (size) {
        style.box.edit().*Member = *size;
    }
    return size.has_value();
}

#define GHREVEAL_SIZE(name, field) \
    { name, false, Phase::kRest, set_size<&BoxStyle::field>, GHREVEAL_COPY_BOX(field) }

}  // namespace ghreveal::style
