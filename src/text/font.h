// Fonts as text shaping sees them: what is asked for (FontSpec), what there is (Face), what a line
// box needs of it (FontMetrics). Knows nothing of CSS.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/geometry.h"

struct FT_FaceRec_;

namespace ghreveal::text {

enum class Slant : std::uint8_t { kUpright, kItalic };

// A setting of a font by its four letters: a feature's value, or a place on a variable font's axis.
struct FontSetting {
    std::uint32_t tag = 0;
    double value = 0;
    bool operator==(const FontSetting&) const = default;
};
using FontSettings = std::vector<FontSetting>;

constexpr std::uint32_t font_tag(char a, char b, char c, char d) {
    const auto byte = [](char letter) { return std::uint32_t{static_cast<unsigned char>(letter)}; };
    return byte(a) << 24 | byte(b) << 16 | byte(c) << 8 | byte(d);
}

// CSS Fonts 4 §6.4: capitals in the place of letters.
enum class Capitals : std::uint8_t {
    kNormal,
    kSmall,
    kAllSmall,
    kPetite,
    kAllPetite,
    kUnicase,
    kTitling
};

// What `font-variant` and its like ask of fonts (CSS Fonts 4 §6).
struct FontFeatures {
    Capitals capitals = Capitals::kNormal;
    FontSettings ligatures, numerals, east_asian, position;
    FontSettings settings;  // `font-feature-settings`: they count last
    bool has_kerning = true;
    bool operator==(const FontFeatures&) const = default;
};

// Inclusive.
struct CodePointRange {
    char32_t first = 0;
    char32_t last = 0;
    bool operator==(const CodePointRange&) const = default;
};

// What `@font-face` changes of a font's measures (CSS Fonts 5 §6); the metrics are parts of its
// size.
struct FaceAdjustments {
    double size = 1;
    std::optional<double> ascent, descent, line_gap;
    bool operator==(const FaceAdjustments&) const = default;
};

using FontBytes = std::shared_ptr<const std::string>;

// A face's place in its family (CSS Fonts 4 §4, `@font-face`).
struct FaceDescriptor {
    std::string family;  // compared without regard to case
    int weight = 400;    // 1 … 1000
    Slant slant = Slant::kUpright;
    std::filesystem::path path;  // of a file in memory: a name that stands for its bytes
    int index = 0;               // within a collection file
    int last_weight = 0;         // of a range that begins with `weight`; 0: it is no range
    double stretch = 100;        // percent of the normal width
    double last_stretch = 0;     // the same
    std::vector<CodePointRange> unicode_range{};  // empty: all characters
    FaceAdjustments adjustments{};
    FontBytes bytes{};  // the file, when it is in memory
    // Gets the file when text first needs the face; null when there is none, which it reports.
    std::function<FontBytes()> fetch{};
    bool is_declared = false;  // by an `@font-face` rule of the deck's own sheets

    bool covers(char32_t) const;
};

// `font-size-adjust` (CSS Fonts 5 §5.1): what the measure shall be, as a part of the font size.
struct FontSizeAdjust {
    enum class Metric : std::uint8_t { kExHeight, kCapHeight, kChWidth, kIcWidth, kIcHeight };
    Metric metric = Metric::kExHeight;
    double value = 0;
    bool operator==(const FontSizeAdjust&) const = default;
};

// What text asks for. Families in order of preference; generic names (`monospace`) are families
// like any other, registered with the bundled faces.
struct FontSpec {
    std::shared_ptr<const std::vector<std::string>> families;
    Px size = 16;
    int weight = 400;
    Slant slant = Slant::kUpright;
    double stretch = 100;
    // `font-variation-settings`; null: none.
    std::shared_ptr<const FontSettings> variations{};
    std::optional<FontSizeAdjust> size_adjust{};  // nothing: none
    // `font-synthesis`: whether bold and slanted faces are made of others where there are none.
    bool synthesizes_weight = true;
    bool synthesizes_style = true;
    bool operator==(const FontSpec&) const;
};

// In px for the size asked for. Ascent, descent and line gap are rounded to whole px, as browsers
// do before they build line boxes; none is negative.
struct FontMetrics {
    Px ascent = 0;
    Px descent = 0;
    Px line_gap = 0;
    Px x_height = 0;
    Px cap_height = 0;
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
    // Its file, when that is in memory; else null.
    virtual const FontBytes& bytes() const = 0;
    // Where on its axes a variable font is; empty: where it is by itself.
    virtual const FontSettings& variations() const = 0;
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
    bool has_pictures() const { return face != nullptr && face->has_color_bitmaps(); }
    bool operator==(const Font&) const = default;
};

}  // namespace ghreveal::text
