#include "media/formats/modules/svg/svg_risks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "media/formats/modules/svg/xml_node.h"

namespace ghreveal::media {

namespace {

// Their cost grows with a radius, an order or a count that the file gives.
constexpr std::array<std::string_view, 7> kCostlySteps{
    "feMorphology",      "feConvolveMatrix",   "feTurbulence", "feTile",
    "feDiffuseLighting", "feSpecularLighting", "feImage"};
constexpr std::array<std::string_view, 4> kReferences{"use", "pattern", "mask", "marker"};

bool is_one_of(std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void SvgRisks::look_at(const xmlNode* element) {
    const std::string name = name_of(element);
    if (is_one_of(name, kCostlySteps)) {
        ++costly_;
    } else if (name.starts_with("fe") || name == "filter") {
        ++cheap_;
    } else if (is_one_of(name, kReferences)) {
        ++references_;
    }
    if (!attribute_of(element, "stroke-dasharray").empty() ||
        attribute_of(element, "style").find("stroke-dasharray") != std::string::npos) {
        ++dashed_;
    }
}

bool SvgRisks::are_high() const {
    constexpr std::size_t kUsualSteps = 40;
    constexpr std::size_t kUsualReferences = 400;
    constexpr std::size_t kUsualDashed = 400;
    return costly_ > 0 || cheap_ > kUsualSteps || references_ > kUsualReferences ||
           dashed_ > kUsualDashed;
}

}  // namespace ghreveal::media
