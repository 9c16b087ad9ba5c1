#include "css/font_face.h"

#include <algorithm>

namespace ghreveal::css {

namespace {

// CSS Fonts 4 §4.3. Of a variable font's range, what its file shows when nothing is chosen.
int face_weight(const Tokens& value) {
    constexpr int kNormal = 400;
    constexpr int kBold = 700;
    std::vector<int> ends;
    for (const Token& token : value) {
        if (token.is(TokenType::kNumber)) {
            ends.push_back(static_cast<int>(std::clamp(token.number, 1.0, 1000.0)));
        }
    }
    if (ends.empty()) {
        return value.front().is_ident("bold") ? kBold : kNormal;
    }
    return std::clamp(kNormal, std::min(ends.front(), ends.back()),
                      std::max(ends.front(), ends.back()));
}

}  // namespace

FontFace read_font_face(const DeclarationBlock& block) {
    FontFace face;
    for (const Declaration& declaration : block) {
        const Tokens& value = declaration.value;
        if (declaration.property == "font-family") {
            for (const Token& token : value) {
                face.family += token.is(TokenType::kWhiteSpace) ? std::string(" ")
                                                                : std::string(token.value());
            }
        } else if (declaration.property == "font-weight" && !value.empty()) {
            face.weight = face_weight(value);
        } else if (declaration.property == "font-style" && !value.empty()) {
            face.italic = value[0].is_ident("italic") || value[0].is_ident("oblique");
        } else if (declaration.property == "src") {
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (value[i].is(TokenType::kUrl)) {
                    face.addresses.emplace_back(value[i].value());
                } else if (value[i].is_function("url") && i + 1 < value.size()) {
                    face.addresses.emplace_back(value[i + 1].value());
                }
            }
        }
    }
    return face;
}

}  // namespace ghreveal::css
