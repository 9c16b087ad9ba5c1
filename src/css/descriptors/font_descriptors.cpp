#include "css/descriptors/font_descriptors.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ghreveal::css {

bool has_effect(const Declaration& descriptor) {
    // `font-display` is about the time until a font is there.
    constexpr auto kKnown = std::to_array<std::string_view>(
        {"ascent-override", "descent-override", "font-display", "font-family", "font-stretch",
         "font-style", "font-weight", "font-width", "line-gap-override", "size-adjust", "src",
         "unicode-range"});
    const bool is_initial =
        descriptor.value.size() == 1 &&
        (descriptor.value[0].is_ident("normal") || descriptor.value[0].is_ident("auto"));
    return is_initial ||
           std::find(kKnown.begin(), kKnown.end(), descriptor.property) != kKnown.end();
}

}  // namespace ghreveal::css
