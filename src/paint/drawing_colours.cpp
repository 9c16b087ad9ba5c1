#include "paint/drawing_colours.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "css/tokenizer.h"
#include "media/formats/svg.h"
#include "style/properties/values/value_reader.h"
#include "support/ascii.h"

namespace ghreveal::paint {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::optional<Color> color_of(std::string_view value) {
    const std::string text(value);
    const css::Tokens tokens = css::tokenize(text);
    const style::UnitContext units;
    style::ValueReader reader(tokens, units);
    const auto color = reader.read_color();
    if (!color || color->is_current || !reader.at_end()) {
        return {};
    }
    return color->color;
}

std::string css_color(const Color& color) {
    return fmt::format("rgba({},{},{},{})", color.red, color.green, color.blue, color.alpha);
}

// Where a value stands in the text: `fill: #123` or `fill="#123"`.
struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The value of the property whose name begins at `at`, if one does.
std::optional<Place> value_at(std::string_view svg, std::size_t at, std::string_view name) {
    constexpr std::string_view kBefore = " \t\r\n;{\"'";
    if (at == 0 || kBefore.find(svg[at - 1]) == kBefore.npos || !svg.substr(at).starts_with(name)) {
        return {};
    }
    std::size_t begin = svg.find_first_not_of(kBlanks, at + name.size());
    if (begin == svg.npos || (svg[begin] != ':' && svg[begin] != '=')) {
        return {};
    }
    const bool is_attribute = svg[begin] == '=';
    begin = svg.find_first_not_of(kBlanks, begin + 1);
    if (begin == svg.npos || (is_attribute && svg[begin] != '"' && svg[begin] != '\'')) {
        return {};
    }
    begin += is_attribute ? 1 : 0;
    const std::size_t end = svg.find_first_of(";\"'}<!", begin);
    return end == svg.npos ? std::nullopt : std::optional(Place{begin, end});
}

// Of an element's tag: as its `style` has it, else as an attribute.
std::optional<std::string_view> value_in(std::string_view tag, std::string_view name) {
    std::optional<std::string_view> value;
    for (std::size_t at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
        if (const auto place = value_at(tag, at, name)) {
            const bool is_declared = tag[at + name.size()] == ':';
            if (!value || is_declared) {
                value = ascii::trimmed(tag.substr(place->begin, place->end - place->begin));
            }
        }
    }
    return value;
}

std::optional<double> number_of(std::optional<std::string_view> text) {
    if (!text || text->ends_with('%')) {
        return {};
    }
    const std::string written(*text);
    char* end = nullptr;
    const double value = std::strtod(written.c_str(), &end);
    return end == written.c_str() ? std::nullopt : std::optional(value);
}

std::string_view tag_at(std::string_view svg, std::size_t at) {
    const std::size_t end = svg.find('>', at);
    return svg.substr(at, end == svg.npos ? svg.npos : end + 1 - at);
}

bool is_tag(std::string_view tag, std::string_view name) {
    return tag.size() > name.size() + 1 && tag.substr(1).starts_with(name) &&
           std::string_view(" \t\r\n/>").find(tag[name.size() + 1]) != std::string_view::npos;
}

struct Extent {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

// What of its own coordinates the drawing shows.
std::optional<Extent> extent_of(std::string_view root) {
    if (const auto box = value_in(root, "viewBox")) {
        Extent extent;
        std::array<double*, 4> parts{&extent.x, &extent.y, &extent.width, &extent.height};
        const std::string written(*box);
        const char* at = written.c_str();
        for (double* part : parts) {
            char* end = nullptr;
            *part = std::strtod(at, &end);
            at = *end == ',' ? end + 1 : end;
        }
        return extent;
    }
    const auto width = number_of(value_in(root, "width"));
    const auto height = number_of(value_in(root, "height"));
    return width && height ? std::optional(Extent{0, 0, *width, *height}) : std::nullopt;
}

// A length of the drawing's own, or one in hundredths of `all`.
std::optional<double> length_in(std::string_view tag, std::string_view name, double all) {
    const auto value = value_in(tag, name);
    if (value && value->ends_with('%')) {
        const auto percent = number_of(value->substr(0, value->size() - 1));
        return percent ? std::optional(*percent / 100 * all) : std::nullopt;
    }
    return number_of(value);
}

// Of straight lines between points (SVG 2 §9.3); nothing of what has curves.
std::optional<Extent> extent_of_points(std::string_view points) {
    std::array<double, 2> least{};
    std::array<double, 2> most{};
    std::array<bool, 2> has_value{};
    const std::string written(points);
    char command = 'l';
    bool is_relative = false;
    std::array<double, 2> point{};
    std::size_t axis = 0;
    for (const char* at = written.c_str(); *at != '\0';) {
        if (ascii::is_letter(*at)) {
            is_relative = *at >= 'a';
            command = is_relative ? *at : static_cast<char>(*at - 'A' + 'a');
            ++at;
            axis = command == 'v' ? 1 : 0;
            if (std::string_view("mlhvz").find(command) == std::string_view::npos) {
                return {};
            }
            continue;
        }
        char* end = nullptr;
        const double written_value = std::strtod(at, &end);
        if (end == at) {
            ++at;
            continue;
        }
        at = end;
        const double value = written_value + (is_relative ? point[axis] : 0);
        point[axis] = value;
        least[axis] = has_value[axis] ? std::min(least[axis], value) : value;
        most[axis] = has_value[axis] ? std::max(most[axis], value) : value;
        has_value[axis] = true;
        axis = command == 'h' ? 0 : command == 'v' ? 1 : 1 - axis;
    }
    return Extent{least[0], least[1], most[0] - least[0], most[1] - least[1]};
}

// Of a shape in the drawing.
std::optional<Extent> extent_of_shape(std::string_view tag, const Extent& all) {
    const auto length = [&](std::string_view name, double whole) {
        return length_in(tag, name, whole).value_or(0);
    };
    if (is_tag(tag, "rect") || is_tag(tag, "image")) {
        return Extent{length("x", all.width), length("y", all.height), length("width", all.width),
                      length("height", all.height)};
    }
    if (is_tag(tag, "circle") || is_tag(tag, "ellipse")) {
        const double radius = length("r", all.width);
        const double rx = length_in(tag, "rx", all.width).value_or(radius);
        const double ry = length_in(tag, "ry", all.height).value_or(radius);
        return Extent{length("cx", all.width) - rx, length("cy", all.height) - ry, 2 * rx, 2 * ry};
    }
    const bool is_path = is_tag(tag, "path");
    if (is_path || is_tag(tag, "polygon")) {
        return extent_of_points(value_in(tag, is_path ? "d" : "points").value_or(""));
    }
    return {};
}

bool covers(const Extent& shape, const Extent& all) {
    constexpr double kHair = 0.02;
    const auto reaches = [](double begin, double size, double from, double whole) {
        return begin <= from + kHair * whole && begin + size >= from + whole * (1 - kHair);
    };
    return reaches(shape.x, shape.width, all.x, all.width) &&
           reaches(shape.y, shape.height, all.y, all.height);
}

// The mean of a gradient's stops, its own or those of the gradient that it refers to.
std::optional<Color> mean_of_gradient(std::string_view svg, std::string_view name) {
    constexpr int kMostReferences = 4;
    for (int i = 0; i < kMostReferences; ++i) {
        std::size_t at = svg.find(fmt::format("id=\"{}\"", name));
        at = at == svg.npos ? svg.find(fmt::format("id='{}'", name)) : at;
        const std::size_t begin = at == svg.npos ? at : svg.rfind('<', at);
        if (begin == svg.npos || svg.substr(begin, 40).find("Gradient") == svg.npos) {
            return {};
        }
        const std::string_view tag = tag_at(svg, begin);
        const std::size_t end = tag.ends_with("/>") ? begin : svg.find("Gradient>", begin);
        std::array<double, 3> sum{};
        int stops = 0;
        for (at = svg.find("<stop", begin); at < end && at != svg.npos;
             at = svg.find("<stop", at + 1)) {
            const auto value = value_in(tag_at(svg, at), "stop-color");
            const Color color = color_of(value.value_or("")).value_or(kBlack);
            sum[0] += color.red;
            sum[1] += color.green;
            sum[2] += color.blue;
            ++stops;
        }
        if (stops > 0) {
            const auto mean = [&](double of) { return static_cast<std::uint8_t>(of / stops); };
            return Color{mean(sum[0]), mean(sum[1]), mean(sum[2]), 1};
        }
        const auto reference = value_in(tag, "href");
        const auto prefixed = reference ? reference : value_in(tag, "xlink:href");
        if (!prefixed || !prefixed->starts_with('#')) {
            return {};
        }
        name = prefixed->substr(1);
    }
    return {};
}

std::optional<Color> fill_of(std::string_view svg, std::string_view tag) {
    constexpr std::string_view kReference = "url(";
    const auto fill = value_in(tag, "fill");
    if (!fill || !fill->starts_with(kReference)) {
        return fill ? color_of(*fill) : std::nullopt;
    }
    const std::size_t begin = fill->find('#') + 1;
    const std::size_t end = fill->find_first_of(")\"'", begin);
    return begin == 0 || end == fill->npos
               ? std::nullopt
               : mean_of_gradient(svg, fill->substr(begin, end - begin));
}

// Of the first shape, if that is what all others stand on.
std::optional<Color> paper_of_shape(std::string_view svg, std::string_view tag,
                                    const Extent& extent) {
    const auto shape = extent_of_shape(tag, extent);
    if (!shape || !covers(*shape, extent) || value_in(tag, "transform") ||
        value_in(tag, "opacity") || value_in(tag, "fill-opacity")) {
        return {};
    }
    return is_tag(tag, "image") ? std::optional(kWhite) : fill_of(svg, tag);
}

}  // namespace

const std::string& text_of_drawing(const media::ImagePtr& drawing) {
    return drawing->svg().text();
}

std::string with_colours(std::string_view svg, const ColourChange& change) {
    constexpr std::array<std::string_view, 6> kProperties{
        "fill", "stroke", "stop-color", "flood-color", "lighting-color", "color"};
    const std::size_t root = svg.find("<svg");
    const std::size_t root_end = root == svg.npos ? root : root + tag_at(svg, root).size();
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = 0; at < svg.size(); ++at) {
        if (at == root && !value_in(tag_at(svg, root), "fill")) {
            out += svg.substr(done, root + 4 - done);
            out += fmt::format(" fill=\"{}\"", css_color(change(kBlack)));
            done = root + 4;
        }
        for (const std::string_view name : kProperties) {
            const auto place = svg[at] == name.front() ? value_at(svg, at, name) : std::nullopt;
            const auto color = place ? color_of(svg.substr(place->begin, place->end - place->begin))
                                     : std::nullopt;
            if (color && place->begin >= done && at > root && root_end != svg.npos) {
                out += svg.substr(done, place->begin - done);
                out += css_color(change(*color));
                done = place->end;
            }
        }
    }
    out += svg.substr(done);
    return out;
}

std::optional<Color> paper_of_drawing(std::string_view svg) {
    constexpr std::array<std::string_view, 10> kUnseen{
        "defs",   "style",    "title",          "metadata", "desc",
        "symbol", "clipPath", "linearGradient", "mask",     "radialGradient"};
    const std::size_t root = svg.find("<svg");
    if (root == svg.npos) {
        return {};
    }
    const auto extent = extent_of(tag_at(svg, root));
    std::size_t at = svg.find('<', root + 1);
    while (extent && at != svg.npos) {
        const std::string_view tag = tag_at(svg, at);
        const auto* unseen = std::find_if(kUnseen.begin(), kUnseen.end(),
                                          [&](std::string_view name) { return is_tag(tag, name); });
        if (unseen != kUnseen.end()) {
            at = tag.ends_with("/>") ? at : svg.find("</" + std::string(*unseen), at);
        } else if (!(is_tag(tag, "g") && !value_in(tag, "transform")) && !tag.starts_with("</") &&
                   !tag.starts_with("<!")) {
            return paper_of_shape(svg, tag, *extent);
        }
        at = at == svg.npos ? at : svg.find('<', at + 1);
    }
    return {};
}

}  // namespace ghreveal::paint
