// What tests of shaping begin with: a book of fonts and a shaper that reads from it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/shape.h"

namespace ghreveal::testing {

struct Shaping {
    Diagnostics diagnostics;
    text::FontBook fonts;
    text::Shaper shaper{fonts, diagnostics};

    static text::FontSpec spec_of(const char* family, Px size, int weight = 400,
                                  text::Slant slant = text::Slant::kUpright) {
        return {std::make_shared<const std::vector<std::string>>(1, family), size, weight, slant};
    }
    // "[text]font" for each run.
    std::string runs_of(std::string_view text, const text::FontSpec& spec,
                        const SourcePosition& where = {}) {
        std::string found;
        for (const text::GlyphRunPtr& run : shaper.shape(text, spec, {}, where)) {
            found += "[" + run->text + "]" + run->font.face->path().stem().string();
        }
        return found;
    }
};

}  // namespace ghreveal::testing
