// The FontBook's inside, for the Shaper beside it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "text/font_book.h"
#include "text/opened_face.h"

namespace ghreveal::text {

// Tried after the families that text asks for.
inline constexpr const char* kLastResortFamily = "dejavu sans";

// What a FontSpec comes down to. `spec` keeps the family list alive, whose address is the key.
struct Resolved {
    // Unlike its address never used twice, so that what was shaped by it can be kept under it.
    std::uint64_t serial = 0;
    FontSpec spec;
    std::vector<const FaceDescriptor*> candidates;
    mutable std::optional<FontMetrics> metrics;
};

// A font of the system's that was taken for text of this weight and slant.
struct SystemFace {
    int for_weight = 400;
    Slant for_slant = Slant::kUpright;
    FaceDescriptor face;
};

struct FontBook::Impl {
    using SpecKey = std::tuple<const void*, Px, int, Slant>;

    Handle<FT_LibraryRec_, FT_Done_FreeType> freetype;
    std::unordered_map<std::string, std::vector<FaceDescriptor>> families;  // lower-case names
    std::map<std::pair<std::string, int>, std::unique_ptr<OpenedFace>> files;
    std::map<SpecKey, std::unique_ptr<Resolved>> by_spec;
    std::map<std::pair<const Face*, Px>, FontMetrics> by_font;
    std::vector<SystemFace> system_faces;
    std::uint64_t last_serial = 0;

    // The font of emoji, null when there is none; nothing: not looked for yet.
    std::optional<const OpenedFace*> emoji_face;

    Impl();
    const OpenedFace* find_emoji_face();
    const OpenedFace& open(const FaceDescriptor&);
    const FaceDescriptor* match(const std::string& family, const FontSpec&) const;
    Font font_of(const FaceDescriptor&, const FontSpec&);
    const Resolved& resolve(const FontSpec&);
};

}  // namespace ghreveal::text
