// The FontBook's inside, for the Shaper beside it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "text/faces/opened_face.h"
#include "text/font_book.h"
#include "text/system_fonts.h"

namespace ghreveal::text {

// Tried after the families that text asks for.
inline constexpr const char* kLastResortFamily = "dejavu sans";

// What a FontSpec comes down to. `spec` keeps the family list alive, whose address is the key.
struct Resolved {
    // Unlike its address never used twice, so that what was shaped by it can be kept under it.
    std::uint64_t serial = 0;
    FontSpec spec;
    std::vector<const FaceDescriptor*> candidates;
    std::size_t primary = 0;  // the first that is there and has spaces (CSS Fonts 4 §2.1)
    bool has_ranges = false;
    mutable std::optional<FontMetrics> metrics;
};

struct FontBook::Impl {
    using SpecKey = std::tuple<const void*, Px, int, Slant, double, const void*,
                               FontSizeAdjust::Metric, double, bool, bool>;
    // A file, where on its axes it is, and what `@font-face` changes of it.
    struct OpenedFile {
        int index = 0;
        FontSettings variations;
        FaceAdjustments adjustments;
        std::unique_ptr<OpenedFace> face;
    };

    Handle<FT_LibraryRec_, FT_Done_FreeType> freetype;
    std::unordered_map<std::string, std::vector<FaceDescriptor>> families;  // lower-case names
    std::string standard_family;                                     // the same; may be empty
    std::unordered_map<std::string, std::vector<OpenedFile>> files;  // by path
    std::map<SpecKey, std::unique_ptr<Resolved>> by_spec;
    std::map<std::pair<const Face*, Px>, FontMetrics> by_font;
    std::uint64_t last_serial = 0;
    // Nothing: not loaded yet. Null: there is no such module.
    std::optional<std::unique_ptr<SystemFonts>> system_fonts;

    Impl();
    SystemFonts* system();
    const OpenedFace& open(const FaceDescriptor&, const FontSettings& variations = {});
    // The face as the text asks for it: of a variable font, the instance.
    const OpenedFace& open_for(const FaceDescriptor&, const FontSpec&);
    // Whether its file is there; it is fetched if it has to be.
    bool is_available(const FaceDescriptor&);
    // With what the face and `font-size-adjust` change of it.
    Px used_size(const FaceDescriptor&, const FontSpec&);
    Font font_of(const FaceDescriptor&, const FontSpec&);
    // The same for a font that is not ours; without a face when it cannot be opened.
    Font font_of_system(const FaceDescriptor&, const FontSpec&);
    const Resolved& resolve(const FontSpec&);
};

}  // namespace ghreveal::text
