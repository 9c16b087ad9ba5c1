#include "boxes/text_transform.h"

#include "style/properties/text_style.h"
#include "support/utf8.h"

namespace ghreveal::boxes {

namespace {

bool in(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

// Blocks in which capitals are even and small letters odd, or the other way round.
bool alternates_from_even(char32_t c) {
    return in(c, 0x100, 0x137) || in(c, 0x14A, 0x177) || in(c, 0x1E00, 0x1E95) ||
           in(c, 0x1EA0, 0x1EFF) || in(c, 0x460, 0x481) || in(c, 0x48A, 0x4BF) ||
           in(c, 0x4D0, 0x52F) || in(c, 0x218, 0x21F) || in(c, 0x3D8, 0x3EF);
}

bool alternates_from_odd(char32_t c) {
    return in(c, 0x139, 0x148) || in(c, 0x179, 0x17E);
}

char32_t upper_greek(char32_t c) {
    switch (c) {
        case 0x3AC:
            return 0x386;
        case 0x3AD:
        case 0x3AE:
        case 0x3AF:
            return c - 37;
        case 0x3C2:
            return 0x3A3;
        case 0x3CC:
            return 0x38C;
        case 0x3CD:
        case 0x3CE:
            return c - 63;
        default:
            return in(c, 0x3B1, 0x3CB) ? c - 32 : c;
    }
}

char32_t lower_greek(char32_t c) {
    switch (c) {
        case 0x386:
            return 0x3AC;
        case 0x388:
        case 0x389:
        case 0x38A:
            return c + 37;
        case 0x38C:
            return 0x3CC;
        case 0x38E:
        case 0x38F:
            return c + 63;
        default:
            return in(c, 0x391, 0x3AB) && c != 0x3A2 ? c + 32 : c;
    }
}

char32_t upper(char32_t c) {
    if (c < 0x80) {
        return in(c, 'a', 'z') ? c - 32 : c;
    }
    if (c == 0xFF) {
        return 0x178;
    }
    if (c == 0x131) {
        return 'I';
    }
    if (in(c, 0xE0, 0xFE) && c != 0xF7) {
        return c - 32;
    }
    if (alternates_from_even(c) && c != 0x130 && c != 0x138) {
        return c & ~char32_t{1};
    }
    if (alternates_from_odd(c)) {
        return c % 2 == 0 ? c - 1 : c;
    }
    if (in(c, 0x430, 0x44F)) {
        return c - 32;
    }
    if (in(c, 0x450, 0x45F)) {
        return c - 80;
    }
    return upper_greek(c);
}

char32_t lower(char32_t c) {
    if (c < 0x80) {
        return in(c, 'A', 'Z') ? c + 32 : c;
    }
    if (c == 0x178) {
        return 0xFF;
    }
    if (in(c, 0xC0, 0xDE) && c != 0xD7) {
        return c + 32;
    }
    if (alternates_from_even(c) && c != 0x131) {
        return c | char32_t{1};
    }
    if (alternates_from_odd(c)) {
        return c % 2 == 1 ? c + 1 : c;
    }
    if (in(c, 0x410, 0x42F)) {
        return c + 32;
    }
    if (in(c, 0x400, 0x40F)) {
        return c + 80;
    }
    return lower_greek(c);
}

bool is_word_character(char32_t c) {
    if (c < 0x80) {
        return in(c, 'a', 'z') || in(c, 'A', 'Z') || in(c, '0', '9');
    }
    return in(c, 0xAA, 0x2FF) ? c != 0xAB && c != 0xBB && c != 0xD7 && c != 0xF7 && c != 0xB7
                              : !in(c, 0x2000, 0x2BFF) && !in(c, 0x3000, 0x303F) && c != 0xA0;
}

void append_upper(std::string& out, char32_t c) {
    if (c == 0xDF) {  // Unicode SpecialCasing: sharp s has no capital in common use.
        out += "SS";
    } else {
        utf8::append(out, upper(c));
    }
}

}  // namespace

std::string transformed_text(std::string_view text, style::TextTransform transform) {
    if (transform == style::TextTransform::kNone) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        at += length;
        const bool is_first_letter = !in_word && is_word_character(c);
        // An apostrophe belongs to the word: "don't" has one capital.
        in_word = is_word_character(c) || (in_word && (c == '\'' || c == 0x2019));
        if (transform == style::TextTransform::kUppercase ||
            (transform == style::TextTransform::kCapitalize && is_first_letter)) {
            append_upper(out, c);
        } else if (transform == style::TextTransform::kLowercase) {
            utf8::append(out, lower(c));
        } else {
            utf8::append(out, c);
        }
    }
    return out;
}

}  // namespace ghreveal::boxes
