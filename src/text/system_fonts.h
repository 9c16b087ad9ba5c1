// Fonts of the machine's, for text that ours lack; from the module with Pango.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/font.h"

namespace ghreveal::text {

struct SystemFontQuery {
    std::string_view text;
    std::vector<std::size_t> clusters;  // where the text's grapheme clusters begin
    int weight = 400;
    Slant slant = Slant::kUpright;
};

struct SystemFont {
    FaceDescriptor face;    // without a path: there is none
    bool is_emoji = false;  // the cluster is one of those that are shown as pictures in colour
};

class SystemFonts {
public:
    virtual ~SystemFonts() = default;
    // A font for each cluster; none for text that is not UTF-8.
    virtual std::vector<SystemFont> find(const SystemFontQuery&) = 0;
    // "Hebrew"; empty for what belongs to no script, like symbols and emoji.
    virtual std::string script_name(char32_t) const = 0;
};

}  // namespace ghreveal::text
