#include "media/formats/modules/svg/svg_risks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

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

// "0 0 100,50"
std::vector<double> numbers_in(const std::string& text) {
    std::vector<double> numbers;
    const char* at = text.c_str();
    char* end = nullptr;
    for (double number = std::strtod(at, &end); end != at && std::isfinite(number);
         number = std::strtod(at, &end)) {
        numbers.push_back(number);
        at = end + std::strspn(end, ", \t\r\n");
    }
    return numbers;
}

}  // namespace

// For each pixel librsvg looks at all in the rectangle of the radii (Filter Effects 1 §9.15).
void SvgRisks::look_at_morphology(const xmlNode* element) {
    const std::vector<double> radii = numbers_in(attribute_of(element, "radius"));
    if (radii.empty() || user_width_ <= 0 || user_height_ <= 0) {
        return;
    }
    looks_ += std::clamp(2 * radii.front() / user_width_, 0.0, 1.0) *
              std::clamp(2 * radii.back() / user_height_, 0.0, 1.0);
}

void SvgRisks::look_at_viewport(const xmlNode* element) {
    const std::vector<double> box = numbers_in(attribute_of(element, "viewBox"));
    const std::vector<double> width = numbers_in(attribute_of(element, "width"));
    const std::vector<double> height = numbers_in(attribute_of(element, "height"));
    user_width_ = box.size() == 4 ? box[2] : width.empty() ? 0 : width.front();
    user_height_ = box.size() == 4 ? box[3] : height.empty() ? 0 : height.front();
}

// Every number in a value of `font` or `font-size`.
void SvgRisks::look_at_font_sizes(std::string_view value) {
    constexpr double kLargestUnit = 96;  // px in an inch
    const std::string text(value);
    for (const char* at = text.c_str(); *at != 0;) {
        char* end = nullptr;
        const double number = std::strtod(at, &end);
        if (end == at) {
            ++at;
            continue;
        }
        at = end;
        const std::string_view unit(at, std::strspn(at, "%abcdefghijklmnopqrstuvwxyzEMX"));
        if (unit.starts_with('%')) {
            font_growth_ *= std::max(1.0, number / 100);
        } else if (unit.empty() || unit == "px") {
            font_size_ = std::max(font_size_, number);
        } else if (unit.ends_with('m') && unit != "cm" && unit != "mm") {
            font_growth_ *= std::max(1.0, number);
        } else {
            font_size_ = std::max(font_size_, number * kLargestUnit);
            font_growth_ *= unit == "ex" || unit == "ch" ? std::max(1.0, number) : 1;
        }
    }
}

void SvgRisks::look_at_fonts(const xmlNode* element) {
    look_at_font_sizes(attribute_of(element, "font-size"));
    const std::string css =
        name_of(element) == "style" ? text_of(element) : attribute_of(element, "style");
    for (std::size_t at = css.find("font"); at != css.npos; at = css.find("font", at + 1)) {
        const std::size_t begin = std::min(css.find(':', at), css.size());
        look_at_font_sizes(
            std::string_view(css).substr(begin, css.find_first_of(";}", begin) - begin));
    }
}

void SvgRisks::look_at(const xmlNode* element) {
    const std::string name = name_of(element);
    if (name == "svg" && user_width_ <= 0) {
        look_at_viewport(element);
    } else if (name == "feMorphology") {
        look_at_morphology(element);
    }
    if (is_one_of(name, kCostlySteps)) {
        ++costly_;
    } else if (name.starts_with("fe") || name == "filter") {
        ++cheap_;
    } else if (is_one_of(name, kReferences)) {
        ++references_;
    }
    look_at_fonts(element);
    if (!attribute_of(element, "stroke-dasharray").empty() ||
        attribute_of(element, "style").find("stroke-dasharray") != std::string::npos) {
        ++dashed_;
    }
}

bool SvgRisks::are_high() const {
    constexpr std::size_t kUsualSteps = 40;
    constexpr std::size_t kUsualReferences = 400;
    constexpr std::size_t kUsualDashed = 400;
    // Pango counts in 1/1024 px with 31 bits, and librsvg ends the process when that is not enough.
    constexpr double kUsualFontSize = 100'000;
    return font_size_ * font_growth_ > kUsualFontSize || costly_ > 0 || cheap_ > kUsualSteps ||
           references_ > kUsualReferences || dashed_ > kUsualDashed;
}

}  // namespace ghreveal::media
