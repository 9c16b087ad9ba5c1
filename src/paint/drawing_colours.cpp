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

bool covers(std::string_view rect, const Extent& extent) {
    constexpr double kHair = 0.02;
    const auto reaches = [&](std::string_view at, std::string_view length, double from,
                             double all) {
        const auto value = value_in(rect, length);
        if (value == "100%") {
            return true;
        }
        const double begin = number_of(value_in(rect, at)).value_or(0);
        const double size = number_of(value).value_or(0);
        return begin <= from + kHair * all && begin + size >= from + all * (1 - kHair);
    };
    return reaches("x", "width", extent.x, extent.width) &&
           reaches("y", "height", extent.y, extent.height);
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
    constexpr std::array<std::string_view, 6> kUnseen{"defs",     "style", "title",
                                                      "metadata", "desc",  "symbol"};
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
        if (is_tag(tag, "rect")) {
            const auto fill = value_in(tag, "fill");
            const bool is_whole = !value_in(tag, "transform") && !value_in(tag, "opacity") &&
                                  !value_in(tag, "fill-opacity") && covers(tag, *extent);
            return is_whole && fill ? color_of(*fill) : std::nullopt;
        }
        if (unseen != kUnseen.end() && !tag.ends_with("/>")) {
            at = svg.find("</" + std::string(*unseen), at);
        } else if (!(is_tag(tag, "g") && !value_in(tag, "transform")) && unseen == kUnseen.end() &&
                   !tag.starts_with("</") && !tag.starts_with("<!")) {
            return {};  // something else comes first
        }
        at = at == svg.npos ? at : svg.find('<', at + 1);
    }
    return {};
}

}  // namespace ghreveal::paint
