#include "draw/filters/filter_colors.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace ghreveal::draw {

namespace {

using css::FilterFunction;
using Kind = css::FilterFunction::Kind;

// Red, green, blue of 0 … 1 times three weights each, and what is added to it.
struct ColorMatrix {
    std::array<std::array<double, 3>, 3> weights{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    double offset = 0;
};

using Channels = std::array<double, 3>;

ColorMatrix scaled(double factor, double offset) {
    return {{{{factor, 0, 0}, {0, factor, 0}, {0, 0, factor}}}, offset};
}

// Between the identity and `whole`.
ColorMatrix partly(const std::array<Channels, 3>& whole, double part) {
    ColorMatrix matrix;
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t i = 0; i < 3; ++i) {
            matrix.weights[row][i] = (row == i ? 1 - part : 0) + whole[row][i] * part;
        }
    }
    return matrix;
}

// feColorMatrix's luminance, for `saturate` and `hueRotate` (§9.6).
constexpr Channels kLuminance{0.213, 0.715, 0.072};

// §9.6, `saturate`: also what grayscale() is made of.
ColorMatrix saturated(double amount) {
    ColorMatrix matrix;
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t i = 0; i < 3; ++i) {
            matrix.weights[row][i] = kLuminance[i] * (1 - amount) + (row == i ? amount : 0);
        }
    }
    return matrix;
}

ColorMatrix hue_rotated(double angle) {
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return {{{{0.213 + c * 0.787 - s * 0.213, 0.715 - c * 0.715 - s * 0.715,
               0.072 - c * 0.072 + s * 0.928},
              {0.213 - c * 0.213 + s * 0.143, 0.715 + c * 0.285 + s * 0.140,
               0.072 - c * 0.072 - s * 0.283},
              {0.213 - c * 0.213 - s * 0.787, 0.715 - c * 0.715 + s * 0.715,
               0.072 + c * 0.928 + s * 0.072}}},
            0};
}

// §8.2 to §8.9, as the matrices that the functions stand for.
ColorMatrix matrix_of(const FilterFunction& filter) {
    static constexpr std::array<Channels, 3> kSepia{
        {{0.393, 0.769, 0.189}, {0.349, 0.686, 0.168}, {0.272, 0.534, 0.131}}};
    static constexpr std::array<Channels, 3> kGray{
        {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
    switch (filter.kind) {
        case Kind::kBrightness:
            return scaled(filter.amount, 0);
        case Kind::kContrast:
            return scaled(filter.amount, 0.5 - 0.5 * filter.amount);
        case Kind::kInvert:
            return scaled(1 - 2 * filter.amount, filter.amount);
        case Kind::kGrayscale:
            return partly(kGray, filter.amount);
        case Kind::kSepia:
            return partly(kSepia, filter.amount);
        case Kind::kSaturate:
            return saturated(filter.amount);
        case Kind::kHueRotate:
            return hue_rotated(filter.amount);
        case Kind::kBlur:
        case Kind::kOpacity:
        case Kind::kDropShadow:
            break;
    }
    return {};
}

Channels applied(const ColorMatrix& matrix, const Channels& color) {
    Channels result{};
    for (std::size_t row = 0; row < 3; ++row) {
        double sum = matrix.offset;
        for (std::size_t i = 0; i < 3; ++i) {
            sum += matrix.weights[row][i] * color[i];
        }
        result[row] = std::clamp(sum, 0.0, 1.0);
    }
    return result;
}

std::uint8_t to_byte(double value) {
    return static_cast<std::uint8_t>(std::lround(value * 255));
}

std::uint32_t filtered_pixel(std::uint32_t pixel, const std::vector<ColorMatrix>& matrices) {
    const std::uint32_t alpha = pixel >> 24U;
    if (alpha == 0) {
        return pixel;
    }
    const double whole = alpha;
    Channels color{std::min(1.0, ((pixel >> 16U) & 0xFFU) / whole),
                   std::min(1.0, ((pixel >> 8U) & 0xFFU) / whole),
                   std::min(1.0, (pixel & 0xFFU) / whole)};
    for (const ColorMatrix& matrix : matrices) {
        color = applied(matrix, color);
    }
    const auto premultiplied = [whole](double channel) {
        return static_cast<std::uint32_t>(std::lround(channel * whole));
    };
    return alpha << 24U | premultiplied(color[0]) << 16U | premultiplied(color[1]) << 8U |
           premultiplied(color[2]);
}

std::vector<ColorMatrix> matrices_of(std::span<const FilterFunction> filters) {
    std::vector<ColorMatrix> matrices(filters.size());
    std::transform(filters.begin(), filters.end(), matrices.begin(), matrix_of);
    return matrices;
}

}  // namespace

bool is_of_colors(const FilterFunction& filter) {
    return filter.kind != Kind::kBlur && filter.kind != Kind::kOpacity &&
           filter.kind != Kind::kDropShadow;
}

Color filtered(Color color, std::span<const FilterFunction> filters) {
    Channels channels{color.red / 255.0, color.green / 255.0, color.blue / 255.0};
    for (const FilterFunction& filter : filters) {
        channels = applied(matrix_of(filter), channels);
    }
    return {to_byte(channels[0]), to_byte(channels[1]), to_byte(channels[2]), color.alpha};
}

void filter_pixels(cairo_surface_t* surface, std::span<const FilterFunction> filters) {
    const std::vector<ColorMatrix> matrices = matrices_of(filters);
    cairo_surface_flush(surface);
    const bool is_opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24;
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    unsigned char* row = cairo_image_surface_get_data(surface);
    std::uint32_t last = 0;
    std::uint32_t result = filtered_pixel(last, matrices);
    for (int y = 0; y < height; ++y, row += cairo_image_surface_get_stride(surface)) {
        for (int x = 0; x < width; ++x) {
            unsigned char* at = row + static_cast<std::ptrdiff_t>(4) * x;
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, at, 4);
            pixel |= is_opaque ? 0xFF000000U : 0;
            if (pixel != last) {
                last = pixel;
                result = filtered_pixel(pixel, matrices);
            }
            std::memcpy(at, &result, 4);
        }
    }
    cairo_surface_mark_dirty(surface);
}

}  // namespace ghreveal::draw
