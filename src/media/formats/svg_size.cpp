#include <charconv>
#include <cmath>
#include <map>

#include "media/formats/decode.h"
#include "support/ascii.h"

namespace ghreveal::media {

namespace {

constexpr std::string_view kSeparators = " \t\r\n,";

// The value of an attribute inside a start tag's text, or "".
std::string_view attribute_in(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos;
         at = tag.find(name, at + 1)) {
        const bool starts_name = at > 0 && ascii::is_space(tag[at - 1]);
        std::size_t equals = tag.find_first_not_of(kSeparators, at + name.size());
        if (!starts_name || equals == std::string_view::npos || tag[equals] != '=') {
            continue;
        }
        const std::size_t open = tag.find_first_of("\"'", equals);
        const std::size_t close =
            open == std::string_view::npos ? open : tag.find(tag[open], open + 1);
        return close == std::string_view::npos ? "" : tag.substr(open + 1, close - open - 1);
    }
    return "";
}

// A length in px; 0 for percentages and what cannot be read.
Px absolute_length(std::string_view text) {
    static const std::map<std::string_view, double> kUnits{
        {"", 1.0},         {"px", 1.0},       {"pt", 96.0 / 72}, {"pc", 16.0},     {"in", 96.0},
        {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"em", 16.0},      {"ex", 16.0 / 2},
    };
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || !std::isfinite(number)) {  // "nan", "inf"
        return 0;
    }
    const auto unit = kUnits.find(text.substr(static_cast<std::size_t>(end - text.data())));
    return unit == kUnits.end() || number < 0 ? 0 : number * unit->second;
}

Size view_box_size(std::string_view text) {
    double numbers[4] = {};
    for (double& number : numbers) {
        const std::size_t start = std::min(text.find_first_not_of(kSeparators), text.size());
        text.remove_prefix(start);
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failure != std::errc{} || !std::isfinite(number)) {
            return {};
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    return {numbers[2], numbers[3]};
}

}  // namespace

SvgSize svg_size(std::string_view text) {
    const std::size_t start = text.find("<svg");
    if (start == std::string_view::npos) {
        return {};
    }
    const std::string_view tag = text.substr(start, text.find('>', start) - start);
    SvgSize result;
    result.size = {absolute_length(attribute_in(tag, "width")),
                   absolute_length(attribute_in(tag, "height"))};
    const Size view_box = view_box_size(attribute_in(tag, "viewBox"));
    if (result.size.width > 0 && result.size.height > 0) {
        result.ratio = result.size.width / result.size.height;
    } else if (view_box.width > 0 && view_box.height > 0) {
        result.ratio = view_box.width / view_box.height;
    }
    return result;
}

}  // namespace ghreveal::media
