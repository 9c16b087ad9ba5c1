#include "export/sheets/paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::exporter {

namespace {

constexpr double kPxPerMm = 96 / 25.4;
constexpr double kPxPerInch = 96;
constexpr Px kSmallest = 96;  // an inch

struct NamedPaper {
    std::string_view name;
    double width, height;  // mm
};

constexpr std::array kPapers{NamedPaper{"a3", 297, 420}, NamedPaper{"a4", 210, 297},
                             NamedPaper{"a5", 148, 210}, NamedPaper{"letter", 215.9, 279.4},
                             NamedPaper{"legal", 215.9, 355.6}};

// `written`: the same before it was made lower case, for the message.
Size parse_lengths(const std::string& text, const std::string& written) {
    Size size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec == std::errc{} && width.ptr != end && *width.ptr == 'x') {
        const auto height = std::from_chars(width.ptr + 1, end, size.height);
        const std::string_view unit(height.ptr, static_cast<std::size_t>(end - height.ptr));
        const double scale = unit == "mm" ? kPxPerMm : (unit == "in" ? kPxPerInch : 0);
        if (height.ec == std::errc{} && scale > 0) {
            return {size.width * scale, size.height * scale};
        }
    }
    throw std::invalid_argument(fmt::format(
        "'{}' is not a paper; there are A3, A4, A5, Letter, Legal, WIDTHxHEIGHTmm and in",
        written));
}

}  // namespace

Size parse_paper(const std::string& text) {
    const std::string name = ascii::lower_case(text);
    const auto* const known =
        std::find_if(kPapers.begin(), kPapers.end(),
                     [&](const NamedPaper& paper) { return paper.name == name; });
    const Size size = known != kPapers.end()
                          ? Size{known->width * kPxPerMm, known->height * kPxPerMm}
                          : parse_lengths(name, text);
    const auto usable = [](Px length) {
        return length >= kSmallest && length <= FixedLimits::paper_side;
    };
    if (!usable(size.width) || !usable(size.height)) {
        throw std::invalid_argument(fmt::format("'{}': each side must be from 1 to 200 in", text));
    }
    return size;
}

}  // namespace ghreveal::exporter
