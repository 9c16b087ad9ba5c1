// The module with FriBidi: embedding levels and first strong characters.
#include <fribidi.h>

#include <cstdint>
#include <vector>

namespace {

constexpr int kFromContent = 2;

static_assert(sizeof(FriBidiLevel) == sizeof(std::uint8_t));

std::vector<FriBidiCharType> types_of(const char32_t* text, int length) {
    std::vector<FriBidiCharType> types(static_cast<std::size_t>(length));
    fribidi_get_bidi_types(reinterpret_cast<const FriBidiChar*>(text), length, types.data());
    return types;
}

}  // namespace

// `direction`: 0 left to right, 1 right to left, 2 by the first strong character. Gives the level
// of the paragraph, or -1 when there is no memory.
extern "C" int ghreveal_bidi_levels(const char32_t* text, int length, int direction,
                                    std::uint8_t* levels) {
    const std::vector<FriBidiCharType> types = types_of(text, length);
    std::vector<FriBidiBracketType> brackets(types.size());
    fribidi_get_bracket_types(reinterpret_cast<const FriBidiChar*>(text), length, types.data(),
                              brackets.data());
    FriBidiParType paragraph = direction == kFromContent ? FRIBIDI_PAR_ON
                               : direction == 1          ? FRIBIDI_PAR_RTL
                                                         : FRIBIDI_PAR_LTR;
    std::vector<FriBidiLevel> found(types.size());
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &paragraph,
                                            found.data()) == 0) {
        return -1;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        levels[i] = static_cast<std::uint8_t>(found[i]);
    }
    return FRIBIDI_IS_RTL(paragraph) ? 1 : 0;
}

// 0 left to right, 1 right to left, 2 without a strong character.
extern "C" int ghreveal_first_strong(const char32_t* text, int length) {
    const std::vector<FriBidiCharType> types = types_of(text, length);
    const FriBidiParType found = fribidi_get_par_direction(types.data(), length);
    return found == FRIBIDI_PAR_ON ? kFromContent : FRIBIDI_IS_RTL(found) ? 1 : 0;
}
