#include "style/matching/container_rules.h"

#include <algorithm>

#include "css/queries/container_query.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

// Null: it has none so far, as what is beside the slides.
const ComputedStyle* style_of(const dom::Node& element, const SlideStyles& styles) {
    if (styles.has(element)) {
        return &styles.of(element);
    }
    std::size_t depth = 0;
    for (const dom::Node* node = element.parent; node != nullptr; node = node->parent) {
        ++depth;
    }
    return depth < styles.around.size() ? styles.around[depth].element.get() : nullptr;
}

bool has_axes(ContainerType type, const css::QueriedAxes& axes) {
    return type == ContainerType::kSize || (type == ContainerType::kInlineSize && !axes.height);
}

bool has_name(const BoxStyle& box, const std::string& name) {
    return name.empty() || std::find(box.container_names.begin(), box.container_names.end(),
                                     name) != box.container_names.end();
}

}  // namespace

void ContainerRules::add(std::uint32_t rule, const css::StyleSheet& sheet, int query) {
    queries_[rule] = {&sheet, query};
}

bool ContainerRules::holds(const css::ContainerQuery& query, const dom::Node* from,
                           const SlideStyles& styles, const ContainerSizes& sizes) const {
    const css::QueriedAxes axes = css::queried_axes(query.condition);
    for (; from != nullptr; from = from->parent) {
        const ComputedStyle* style = style_of(*from, styles);
        if (style == nullptr || !has_axes(style->box().container_type, axes) ||
            !has_name(style->box(), query.name)) {
            continue;
        }
        const auto size = sizes.find(from);
        UnitContext units = units_;
        units.font_size = style->text().font.size;
        units.font = &style->text().font;
        return size != sizes.end() &&
               css::container_matches(query.condition,
                                      {size->second, [&units](std::span<const css::Token> tokens) {
                                           ValueReader reader(tokens, units);
                                           const auto length = reader.read_length();
                                           return reader.at_end() ? length : std::nullopt;
                                       }});
    }
    return false;
}

bool ContainerRules::applies(std::uint32_t rule, const dom::Node& element, bool of_pseudo,
                             const SlideStyles& styles, const ContainerSizes& sizes) const {
    const auto found = queries_.find(rule);
    if (found == queries_.end()) {
        return true;
    }
    const auto& [sheet, first] = found->second;
    for (int number = first; number != css::Rule::kNoContainer;) {
        const css::ContainerQuery& query = sheet->containers[static_cast<std::size_t>(number)];
        if (!holds(query, of_pseudo ? &element : element.parent, styles, sizes)) {
            return false;
        }
        number = query.around;
    }
    return true;
}

Size container_units(const dom::Node& element, const SlideStyles& styles,
                     const ContainerSizes& sizes, Size page) {
    std::optional<Px> width;
    std::optional<Px> height;
    const dom::Node* node = sizes.empty() ? nullptr : element.parent;
    for (; node != nullptr && !(width && height); node = node->parent) {
        const ComputedStyle* style = style_of(*node, styles);
        const ContainerType type =
            style == nullptr ? ContainerType::kNormal : style->box().container_type;
        const auto size = sizes.find(node);
        if (type == ContainerType::kNormal || size == sizes.end()) {
            continue;
        }
        width = width ? width : size->second.width;
        if (type == ContainerType::kSize) {
            height = height ? height : size->second.height;
        }
    }
    return {width.value_or(page.width), height.value_or(page.height)};
}

}  // namespace ghreveal::style
