// The module that asks the system's Fontconfig for a font with a character that ours lack.
#include <fontconfig/fontconfig.h>

#include <cstdint>
#include <cstring>
#include <memory>

#include "support/handle.h"

using ghreveal::Handle;

namespace {

bool has_character(FcPattern* font, FcChar32 character) {
    FcCharSet* characters = nullptr;
    return FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, character) == FcTrue;
}

}  // namespace

// Gives the file and the number in it of the nearest outline font; false when no font has the
// character or its path is longer than the room for it.
extern "C" bool ghreveal_find_font(std::uint32_t character, int css_weight, bool italic, char* path,
                                   unsigned long path_size, int* index) {
    const Handle<FcPattern, FcPatternDestroy> wanted{FcPatternCreate()};
    const Handle<FcCharSet, FcCharSetDestroy> characters{FcCharSetCreate()};
    FcCharSetAddChar(characters.get(), character);
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters.get());
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, FcWeightFromOpenType(css_weight));
    FcPatternAddInteger(wanted.get(), FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(wanted.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Handle<FcPattern, FcPatternDestroy> found{FcFontMatch(nullptr, wanted.get(), &result)};
    FcChar8* file = nullptr;
    FcBool is_outline = FcFalse;
    if (!found || !has_character(found.get(), character) ||
        FcPatternGetBool(found.get(), FC_OUTLINE, 0, &is_outline) != FcResultMatch ||
        is_outline == FcFalse ||
        FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) {
        return false;
    }
    const auto* name = reinterpret_cast<const char*>(file);
    if (std::strlen(name) >= path_size) {
        return false;
    }
    std::strcpy(path, name);
    if (FcPatternGetInteger(found.get(), FC_INDEX, 0, index) != FcResultMatch) {
        *index = 0;
    }
    return true;
}
