#include "style/properties/properties.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace ghreveal::style {

namespace {

bool read_nothing(StyleBuilder&, ValueReader&) {
    return false;
}

void copy_nothing(StyleBuilder&, const ComputedStyle&) {}

constexpr Property kRestOfAll{"all", false, Phase::kRest, read_nothing, copy_nothing};
constexpr Property kAll{"all",        false,        Phase::kFontAndDirection,
                        read_nothing, copy_nothing, &kRestOfAll};

const std::unordered_map<std::string_view, const Property*>& index_of_properties() {
    static const auto kIndex = [] {
        std::unordered_map<std::string_view, const Property*> index{{kAll.name, &kAll}};
        for (const auto table : {display_properties(),      font_properties(),
                                 font_variant_properties(), text_properties(),
                                 white_space_properties(),  line_properties(),
                                 box_properties(),          containment_properties(),
                                 alignment_properties(),    border_properties(),
                                 grid_properties(),         grid_placement_properties(),
                                 background_properties(),   visual_properties(),
                                 transform_properties(),    clip_properties(),
                                 filter_properties(),       mask_properties(),
                                 border_image_properties(), column_properties(),
                                 animation_properties(),    generated_content_properties(),
                                 logical_properties(),      svg_properties()}) {
            for (const Property& property : table) {
                index.emplace(property.name, &property);
            }
        }
        return index;
    }();
    return kIndex;
}

// What every browser knows by its old name with `-webkit-` as well (Compatibility Standard §3.1),
// and the columns, which some do.
constexpr std::array<std::string_view, 55> kWebkitAliases{"animation",
                                                          "animation-fill-mode",
                                                          "animation-iteration-count",
                                                          "animation-name",
                                                          "align-content",
                                                          "align-items",
                                                          "align-self",
                                                          "backdrop-filter",
                                                          "backface-visibility",
                                                          "background-clip",
                                                          "background-origin",
                                                          "background-size",
                                                          "border-bottom-left-radius",
                                                          "border-bottom-right-radius",
                                                          "border-image",
                                                          "border-radius",
                                                          "border-top-left-radius",
                                                          "border-top-right-radius",
                                                          "box-shadow",
                                                          "box-sizing",
                                                          "clip-path",
                                                          "column-count",
                                                          "column-gap",
                                                          "column-width",
                                                          "column-fill",
                                                          "column-rule",
                                                          "column-rule-color",
                                                          "column-rule-style",
                                                          "column-rule-width",
                                                          "column-span",
                                                          "columns",
                                                          "filter",
                                                          "flex",
                                                          "flex-basis",
                                                          "flex-direction",
                                                          "flex-flow",
                                                          "flex-grow",
                                                          "flex-shrink",
                                                          "flex-wrap",
                                                          "font-feature-settings",
                                                          "hyphenate-character",
                                                          "justify-content",
                                                          "mask",
                                                          "mask-clip",
                                                          "mask-composite",
                                                          "mask-image",
                                                          "mask-origin",
                                                          "mask-position",
                                                          "mask-repeat",
                                                          "mask-size",
                                                          "opacity",
                                                          "order",
                                                          "transform",
                                                          "transform-origin",
                                                          "transform-style"};

std::string_view without_alias_prefix(std::string_view name) {
    constexpr std::string_view kPrefix = "-webkit-";
    if (!name.starts_with(kPrefix)) {
        return name;
    }
    const std::string_view rest = name.substr(kPrefix.size());
    const bool is_alias =
        std::find(kWebkitAliases.begin(), kWebkitAliases.end(), rest) != kWebkitAliases.end();
    return is_alias ? rest : name;
}

}  // namespace

const Property* find_property(std::string_view name) {
    const auto& index = index_of_properties();
    const auto found = index.find(without_alias_prefix(name));
    return found == index.end() ? nullptr : found->second;
}

const std::vector<const Property*>& all_properties() {
    static const std::vector<const Property*> kProperties = [] {
        std::vector<const Property*> properties;
        for (const auto& [name, property] : index_of_properties()) {
            properties.push_back(property);
        }
        return properties;
    }();
    return kProperties;
}

bool is_all(const Property& property) {
    return &property == &kAll || &property == &kRestOfAll;
}

const std::vector<std::string>& property_names() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        for (const auto& [name, property] : index_of_properties()) {
            names.emplace_back(name);
        }
        std::sort(names.begin(), names.end());
        return names;
    }();
    return kNames;
}

}  // namespace ghreveal::style
