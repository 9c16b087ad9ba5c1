// `contain` and `container` (CSS Containment 2 §2, CSS Conditional 5 §5).
#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

// CSS Containment 2 §3. What containment of counters would change is not done.
bool read_contain(StyleBuilder& style, ValueReader& reader) {
    BoxStyle& box = style.box.edit();
    box.contains_size = reader.read_ident("strict");
    box.contains_inline_size = false;
    box.contains_layout = false;
    box.contains_paint = false;
    if (reader.read_ident("none")) {
        return true;
    }
    if (box.contains_size || reader.read_ident("content")) {
        box.contains_layout = true;
        box.contains_paint = true;
        return true;
    }
    enum class Kind : std::uint8_t { kSize, kInlineSize, kLayout, kStyle, kPaint };
    static constexpr Keyword<Kind> kKinds[]{{"size", Kind::kSize},
                                            {"inline-size", Kind::kInlineSize},
                                            {"layout", Kind::kLayout},
                                            {"style", Kind::kStyle},
                                            {"paint", Kind::kPaint}};
    unsigned seen = 0;
    while (!reader.at_end()) {
        const auto kind = read_keyword(reader, kKinds);
        const unsigned bit = kind ? 1U << static_cast<unsigned>(*kind) : 0;
        if (!kind || (seen & bit) != 0) {
            return false;
        }
        seen |= bit;
        box.contains_size = box.contains_size || *kind == Kind::kSize;
        box.contains_inline_size = box.contains_inline_size || *kind == Kind::kInlineSize;
        box.contains_layout = box.contains_layout || *kind == Kind::kLayout;
        box.contains_paint = box.contains_paint || *kind == Kind::kPaint;
    }
    return seen != 0;
}

constexpr Keyword<ContainerType> kContainerTypes[]{{"normal", ContainerType::kNormal},
                                                   {"inline-size", ContainerType::kInlineSize},
                                                   {"size", ContainerType::kSize}};

// `scroll-state` beside it asks for what paper has not.
std::optional<ContainerType> read_container_type(ValueReader& reader) {
    const bool begins_with_state = reader.read_ident("scroll-state");
    const auto type = read_keyword(reader, kContainerTypes);
    const bool has_state = begins_with_state || reader.read_ident("scroll-state");
    if (has_state && (!type || *type == ContainerType::kNormal)) {
        return type ? std::nullopt : std::optional(ContainerType::kNormal);
    }
    return type;
}

// `none | <custom-ident>+`, up to a slash.
std::optional<std::vector<std::string>> read_container_names(ValueReader& reader) {
    std::vector<std::string> names;
    if (reader.read_ident("none")) {
        return names;
    }
    while (auto name = reader.read_custom_ident()) {
        constexpr std::string_view kNoNames[]{"and", "or", "not", "none"};
        if (std::find(std::begin(kNoNames), std::end(kNoNames), *name) != std::end(kNoNames)) {
            return std::nullopt;
        }
        names.push_back(*std::move(name));
    }
    if (names.empty()) {
        return std::nullopt;
    }
    return names;
}

bool set_container_type(StyleBuilder& style, ValueReader& reader) {
    const auto type = read_container_type(reader);
    style.box.edit().container_type = type.value_or(ContainerType::kNormal);
    return type.has_value();
}

bool set_container_names(StyleBuilder& style, ValueReader& reader) {
    auto names = read_container_names(reader);
    if (!names) {
        return false;
    }
    style.box.edit().container_names = *std::move(names);
    return true;
}

// `<names> [ / <type> ]?`
bool read_container(StyleBuilder& style, ValueReader& reader) {
    style.box.edit().container_type = ContainerType::kNormal;
    return set_container_names(style, reader) &&
           (!reader.read_slash() || set_container_type(style, reader));
}

constexpr Property kProperties[]{
    {"contain", false, Phase::kRest, read_contain,
     [](StyleBuilder& style, const ComputedStyle& from) {
         BoxStyle& box = style.box.edit();
         box.contains_size = from.box().contains_size;
         box.contains_inline_size = from.box().contains_inline_size;
         box.contains_layout = from.box().contains_layout;
         box.contains_paint = from.box().contains_paint;
     }},
    {"container", false, Phase::kRest, read_container,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().container_type = from.box().container_type;
         style.box.edit().container_names = from.box().container_names;
     }},
    {"container-name", false, Phase::kRest, set_container_names,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().container_names = from.box().container_names;
     }},
    {"container-type", false, Phase::kRest, set_container_type,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().container_type = from.box().container_type;
     }},
};

}  // namespace

std::span<const Property> containment_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
