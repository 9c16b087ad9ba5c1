#include "text/small_capitals.h"

#include <glib.h>

#include <algorithm>

#include "support/unicode/utf8.h"
#include "text/faces/opened_face.h"
#include "text/run_shaper.h"

namespace ghreveal::text {

bool lacks_capitals(const Font& font, Capitals capitals) {
    if (capitals == Capitals::kNormal || capitals == Capitals::kUnicase ||
        capitals == Capitals::kTitling) {
        return false;
    }
    const auto& face = static_cast<const OpenedFace&>(*font.face);
    const std::vector<std::uint32_t> features = capitals_features(capitals);
    return std::any_of(features.begin(), features.end(),
                       [&](std::uint32_t tag) { return !face.has_feature(tag); });
}

std::vector<CaseStretch> stretches_by_case(std::string_view text, bool all) {
    if (all) {
        return {{text, true}};
    }
    std::vector<CaseStretch> stretches;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const bool is_small = g_unichar_islower(c) != 0;
        const bool goes_on =
            !stretches.empty() && (stretches.back().is_small == is_small || g_unichar_ismark(c));
        begin = goes_on ? begin : at;
        if (!goes_on) {
            stretches.push_back({{}, is_small});
        }
        at += length;
        stretches.back().text = text.substr(begin, at - begin);
    }
    return stretches;
}

std::shared_ptr<const FontFeatures> without_capitals(const FontFeatures& features) {
    FontFeatures rest = features;
    rest.capitals = Capitals::kNormal;
    return rest == FontFeatures() ? nullptr : std::make_shared<const FontFeatures>(std::move(rest));
}

}  // namespace ghreveal::text
