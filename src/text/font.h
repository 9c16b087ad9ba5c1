// Fonts as text shaping sees them: what is asked for (FontSpec), what there is (Face), what a line
// box needs of it (FontMetrics). Knows nothing of CSS.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "support/geometry.h"

struct FT_FaceRec_;

namespace ghreveal::text {

enum class Slant : std::uint8_t { kUpright, kItalic };

// A face's place in its family (CSS Fonts 4 §4, `@font-face`).
struct FaceDescriptor {
    std::string family;  // compared without regard to case
    int weight = 400;    // 1 … 1000
    Slant slant = Slant::kUpright;
    std::filesystem::path path;
    int index = 0;  // within a collection file
};

// What text asks for. Families in order of preference; generic names (`monospace`) are families
// like any other, registered with the bundled faces.
struct FontSpec {
    std::shared_ptr<const std::vector<std::string>> families;
    Px size = 16;
    int weight = 400;
    Slant slant = Slant::kUpright;
    bool operator==(const FontSpec&) const;
};

// In px for the size asked for. Ascent, descent and line gap are rounded to whole px, as browsers
// do before they build line boxes; none is negative.
struct FontMetrics {
    Px ascent = 0;
    Px descent = 0;
    Px line_gap = 0;
    Px x_height = 0;
    Px zero_advance = 0;      // of "0", for `ch`
    Px underline_offset = 0;  // baseline to the underline's centre, positive downwards
    Px underline_thickness = 0;
    Px strikeout_offset = 0;  // baseline to the line's centre, positive upwards
    Px strikeout_thickness = 0;
    // `line-height: normal`.
    Px normal_line_height() const { return ascent + descent + line_gap; }
};

// One font file, opened when first used. Identity is by address: the FontBook hands out the same
// Face for the same file.
class Face {
public:
    virtual ~Face() = default;
    virtual const std::filesystem::path& path() const = 0;
    virtual int index() const = 0;
    // Not null; owned by the Face. Unscaled use only (FT_LOAD_NO_SCALE) unless the caller sets a
    // size.
    virtual FT_FaceRec_* freetype() const = 0;
    // False for .notdef.
    virtual bool has_glyph(char32_t) const = 0;
    // Its glyphs are pictures in colour, in sizes of their own; there are no outlines.
    virtual bool has_color_bitmaps() const = 0;
    virtual int weight() const = 0;
};

// A Face at a size, with what has to be faked because the family lacks it.
struct Font {
    const Face* face = nullptr;
    Px size = 0;
    bool synthetic_oblique =
        false;  // drawn with a shear of 20° as browsers do, when no italic is there
    bool synthetic_bold = false;
    bool operator==(const Font&) const = default;
};

}  // namespace ghreveal::text
