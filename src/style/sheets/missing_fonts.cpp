#include "style/sheets/missing_fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "style/cascade.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace {

// CSS Fonts 4 §2.1.3, and what browsers took for `system-ui` before.
bool is_generic(std::string_view family) {
    constexpr auto kGeneric = std::to_array<std::string_view>(
        {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "emoji",
         "fangsong", "-apple-system", "blinkmacsystemfont"});
    return family.starts_with("ui-") ||
           std::find(kGeneric.begin(), kGeneric.end(), family) != kGeneric.end();
}

}  // namespace

MissingFonts::MissingFonts(const text::FontBook& fonts, const std::vector<LoadedSheet>& sheets,
                           Diagnostics& diagnostics)
    : fonts_(fonts), diagnostics_(diagnostics) {
    for (const LoadedSheet& loaded : sheets) {
        for (const css::FontFace& face : loaded.sheet->font_faces) {
            with_face_.insert(ascii::lower_case(face.family));
        }
    }
}

void MissingFonts::check(const StyleBlock& block) {
    for (const ValidDeclaration& declaration : block.declarations) {
        const std::string_view name = declaration.property->name;
        if ((name != "font-family" && name != "font") || declaration.has_variable) {
            continue;
        }
        StyleBuilder scratch(*initial_style());
        // `font: 0/0 a` hides text that a picture stands for.
        if (apply_value(scratch, *declaration.property, declaration.value) &&
            scratch.text.get().font.families && scratch.text.get().font.size > 0) {
            check(*scratch.text.get().font.families, block.position(declaration.offset));
        }
    }
}

void MissingFonts::check(const std::vector<std::string>& families, const SourcePosition& where) {
    std::string first;
    for (const std::string& family : families) {
        const std::string name = ascii::lower_case(family);
        if (is_generic(name) ? first.empty()
                             : fonts_.has_family(name) || with_face_.contains(name)) {
            return;
        }
        first = first.empty() && !is_generic(name) ? family : first;
    }
    if (!first.empty() && told_.insert(ascii::lower_case(first)).second) {
        diagnostics_.warn(
            Rule::kMissingFont, where,
            fmt::format("the font '{}' is not at hand; another is in its place", first),
            "put its files beside the sheet and name them with @font-face");
    }
}

}  // namespace ghreveal::style
