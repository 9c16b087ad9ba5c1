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
    // Characters that the system has no font for, by weight and slant.
    std::set<std::tuple<char32_t, int, Slant>> missing_in_system;
    int system_searches = 0;  // for tests to count: each takes Fontconfig milliseconds
    std::uint64_t last_serial = 0;

    // The font of emoji, null when there is none; nothing: not looked for yet.
    std::optional<const OpenedFace*> emoji_face;

    Impl();
    const OpenedFace* find_emoji_face();
    std::optional<FaceDescriptor> find_system_face(const FontSpec&, char32_t);
    const OpenedFace& open(const FaceDescriptor&);
    const FaceDescriptor* match(const std::string& family, const FontSpec&) const;
    Font font_of(const FaceDescriptor&, const FontSpec&);
    const Resolved& resolve(const FontSpec&);
};

}  // namespace ghreveal::text
