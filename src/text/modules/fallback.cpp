// The module that asks the system's Fontconfig for a font with a character that ours lack.
#include <fontconfig/fontconfig.h>

#include <cstdint>
#include <cstring>
#include <memory>

#include "support/handle.h"
#include "text/system_font.h"

using ghreveal::Handle;
using ghreveal::text::SystemFont;

namespace {

bool has_character(FcPattern* font, FcChar32 character) {
    FcCharSet* characters = nullptr;
    return FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, character) == FcTrue;
}

bool is_true(FcPattern* font, const char* property) {
    FcBool value = FcFalse;
    return FcPatternGetBool(font, property, 0, &value) == FcResultMatch && value == FcTrue;
}

Handle<FcPattern, FcPatternDestroy> best_match(FcPattern* wanted) {
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    return Handle<FcPattern, FcPatternDestroy>{FcFontMatch(nullptr, wanted, &result)};
}

int integer_of(FcPattern* font, const char* property, int otherwise) {
    int value = otherwise;
    return FcPatternGetInteger(font, property, 0, &value) == FcResultMatch ? value : otherwise;
}

// False when the path is longer than the room for it.
bool describe(FcPattern* font, SystemFont& out) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch) {
        return false;
    }
    const auto* path = reinterpret_cast<const char*>(file);
    if (std::strlen(path) >= out.path.size()) {
        return false;
    }
    std::strcpy(out.path.data(), path);
    out.index = integer_of(font, FC_INDEX, 0);
    out.weight = FcWeightToOpenType(integer_of(font, FC_WEIGHT, FC_WEIGHT_REGULAR));
    out.is_italic = integer_of(font, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    return true;
}

}  // namespace

// Gives the nearest outline font; false when no font has the character.
extern "C" bool ghreveal_find_font(std::uint32_t character, int css_weight, bool italic,
                                   SystemFont* out) {
    const Handle<FcPattern, FcPatternDestroy> wanted{FcPatternCreate()};
    const Handle<FcCharSet, FcCharSetDestroy> characters{FcCharSetCreate()};
    FcCharSetAddChar(characters.get(), character);
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters.get());
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, FcWeightFromOpenType(css_weight));
    FcPatternAddInteger(wanted.get(), FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(wanted.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);
    const auto found = best_match(wanted.get());
    return found && has_character(found.get(), character) && is_true(found.get(), FC_OUTLINE) &&
           describe(found.get(), *out);
}

// Gives the same of the font that desktops take for emoji in colour.
extern "C" bool ghreveal_find_emoji_font(SystemFont* out) {
    constexpr FcChar32 kGrinningFace = 0x1F600;
    const Handle<FcPattern, FcPatternDestroy> wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("emoji"));
    FcPatternAddBool(wanted.get(), FC_COLOR, FcTrue);
    const auto found = best_match(wanted.get());
    return found && is_true(found.get(), FC_COLOR) && has_character(found.get(), kGrinningFace) &&
           describe(found.get(), *out);
}
