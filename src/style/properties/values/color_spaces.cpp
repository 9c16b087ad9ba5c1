#include "style/properties/values/color_spaces.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ghreveal::style {

namespace {

using Matrix = std::array<Channels, 3>;

// CSS Color 4 §17, "Sample code for color conversions": the primaries and whites of the spaces.
constexpr Matrix kLinearToXyz{{{0.41239079926595934, 0.357584339383878, 0.1804807884018343},
                               {0.21263900587151027, 0.715168678767756, 0.07219231536073371},
                               {0.01933081871559182, 0.11919477979462598, 0.9505321522496607}}};
constexpr Matrix kXyzToLinear{{{3.2409699419045226, -1.5373831775700939, -0.4986107602930034},
                               {-0.9692436362808796, 1.8759675015077202, 0.04155505740717559},
                               {0.05563007969699366, -0.20397695888897652, 1.0569715142428786}}};
constexpr Matrix kP3ToLinear{{{1.2249401762805598, -0.22494017628055996, 0},
                              {-0.042056954709688163, 1.0420569547096881, 0},
                              {-0.019637554590334432, -0.078636045550631889, 1.0982736001409663}}};
constexpr Matrix kLinearToP3{{{0.8224619687143622, 0.1775380312856378, 0},
                              {0.0331941988509616, 0.9668058011490384, 0},
                              {0.0170826307211199, 0.0723974406639346, 0.9105199286149455}}};
constexpr Matrix kA98ToXyz{{{0.5766690429101305, 0.1855582379065463, 0.1882286462349947},
                            {0.29734497525053605, 0.6273635662554661, 0.07529145849399788},
                            {0.02703136138641234, 0.07068885253582723, 0.9913375368376388}}};
constexpr Matrix kXyzToA98{{{2.0415879038107465, -0.5650069742788596, -0.34473135077832956},
                            {-0.9692436362808795, 1.8759675015077202, 0.04155505740717557},
                            {0.013444280632031142, -0.11836239223101838, 1.0151749943912054}}};
constexpr Matrix kProPhotoToXyz50{{{0.7977666449006423, 0.13518129740053308, 0.0313477341283922},
                                   {0.2880748288194013, 0.711835234241873, 0.00008993693872564},
                                   {0, 0, 0.8251046025104602}}};
constexpr Matrix kXyz50ToProPhoto{{{1.3457868816471583, -0.25557208737979464, -0.05110186497554526},
                                   {-0.5446307051249019, 1.5082477428451468, 0.02052744743642139},
                                   {0, 0, 1.2119675456389452}}};
constexpr Matrix kRec2020ToXyz{{{0.6369580483012914, 0.14461690358620832, 0.1688809751641721},
                                {0.2627002120112671, 0.6779980715188708, 0.05930171646986196},
                                {0, 0.028072693049087428, 1.060985057710791}}};
constexpr Matrix kXyzToRec2020{{{1.716651187971268, -0.355670783776392, -0.25336628137366},
                                {-0.666684351832489, 1.616481236634939, 0.0157685458139111},
                                {0.017639857445311, -0.042770613257809, 0.942103121235474}}};
constexpr Matrix kD65ToD50{{{1.0479298208405488, 0.022946793341019088, -0.05019222954313557},
                            {0.029627815688159344, 0.990434484573249, -0.01707382502938514},
                            {-0.009243058152591178, 0.015055144896577895, 0.7518742899580008}}};
constexpr Matrix kD50ToD65{{{0.955473421488075, -0.02309845494876471, 0.06325924320057072},
                            {-0.0283697093338637, 1.0099953980813041, 0.021041441191917323},
                            {0.012314014864481998, -0.020507649298898964, 1.330365926242124}}};
constexpr Matrix kLinearToLms{{{0.4122214708, 0.5363325363, 0.0514459929},
                               {0.2119034982, 0.6806995451, 0.1073969566},
                               {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix kLmsToLinear{{{4.0767416621, -3.3077115913, 0.2309699292},
                               {-1.2684380046, 2.6097574011, -0.3413193965},
                               {-0.0041960863, -0.7034186147, 1.7076147010}}};
constexpr Matrix kLmsToOklab{{{0.2104542553, 0.7936177850, -0.0040720468},
                              {1.9779984951, -2.4285922050, 0.4505937099},
                              {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix kOklabToLms{{{1, 0.3963377774, 0.2158037573},
                              {1, -0.1055613458, -0.0638541728},
                              {1, -0.0894841775, -1.2914855480}}};
constexpr Channels kWhiteD50{0.9642956764295677, 1, 0.8251046025104602};

// CIE Lab's two parts of its curve meet here (CIE 15).
constexpr double kEpsilon = 216.0 / 24389;
constexpr double kKappa = 24389.0 / 27;

Channels product(const Matrix& matrix, const Channels& value) {
    Channels result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t i = 0; i < 3; ++i) {
            result[row] += matrix[row][i] * value[i];
        }
    }
    return result;
}

template <typename Function>
Channels each(Channels channels, Function&& function) {
    std::transform(channels.begin(), channels.end(), channels.begin(), function);
    return channels;
}

double decoded(double value) {
    const double size = std::abs(value);
    return size <= 0.04045 ? value / 12.92
                           : std::copysign(std::pow((size + 0.055) / 1.055, 2.4), value);
}

double encoded(double value) {
    const double size = std::abs(value);
    return size <= 0.0031308 ? value * 12.92
                             : std::copysign(1.055 * std::pow(size, 1 / 2.4) - 0.055, value);
}

// ITU-R BT.2020-2 §4.
constexpr double kRecAlpha = 1.09929682680944;
constexpr double kRecBeta = 0.018053968510807;

double decoded_rec2020(double value) {
    const double size = std::abs(value);
    return size < kRecBeta * 4.5
               ? value / 4.5
               : std::copysign(std::pow((size + kRecAlpha - 1) / kRecAlpha, 1 / 0.45), value);
}

double encoded_rec2020(double value) {
    const double size = std::abs(value);
    return size < kRecBeta
               ? value * 4.5
               : std::copysign(kRecAlpha * std::pow(size, 0.45) - (kRecAlpha - 1), value);
}

double decoded_prophoto(double value) {
    const double size = std::abs(value);
    return size < 16.0 / 512 ? value / 16 : std::copysign(std::pow(size, 1.8), value);
}

double encoded_prophoto(double value) {
    const double size = std::abs(value);
    return size < 1.0 / 512 ? value * 16 : std::copysign(std::pow(size, 1 / 1.8), value);
}

double decoded_a98(double value) {
    return std::copysign(std::pow(std::abs(value), 563.0 / 256), value);
}

double encoded_a98(double value) {
    return std::copysign(std::pow(std::abs(value), 256.0 / 563), value);
}

Channels lab_to_xyz(const Channels& lab) {
    const double y = (lab[0] + 16) / 116;
    const auto inverse = [](double f) {
        return f * f * f > kEpsilon ? f * f * f : (116 * f - 16) / kKappa;
    };
    return {inverse(y + lab[1] / 500) * kWhiteD50[0], inverse(y) * kWhiteD50[1],
            inverse(y - lab[2] / 200) * kWhiteD50[2]};
}

Channels xyz_to_lab(const Channels& xyz) {
    Channels f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double value = xyz[i] / kWhiteD50[i];
        f[i] = value > kEpsilon ? std::cbrt(value) : (kKappa * value + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double degrees(double angle) {
    return std::fmod(std::fmod(angle, 360) + 360, 360);
}

Channels from_polar(const Channels& lch) {
    const double hue = lch[2] * std::numbers::pi / 180;
    return {lch[0], lch[1] * std::cos(hue), lch[1] * std::sin(hue)};
}

Channels to_polar(const Channels& lab) {
    return {lab[0], std::hypot(lab[1], lab[2]),
            degrees(std::atan2(lab[2], lab[1]) * 180 / std::numbers::pi)};
}

// CSS Color 4 §7.1.
Channels hsl_to_rgb(const Channels& hsl) {
    const double hue = degrees(hsl[0]);
    const auto channel = [&](double n) {
        const double k = std::fmod(n + hue / 30, 12);
        const double a = hsl[1] * std::min(hsl[2], 1 - hsl[2]);
        return hsl[2] - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    };
    return {channel(0), channel(8), channel(4)};
}

double hue_of(const Channels& rgb, double most, double range) {
    if (range <= 0) {
        return 0;
    }
    const double sixth = most == rgb[0]   ? (rgb[1] - rgb[2]) / range
                         : most == rgb[1] ? (rgb[2] - rgb[0]) / range + 2
                                          : (rgb[0] - rgb[1]) / range + 4;
    return degrees(sixth * 60);
}

Channels rgb_to_hsl(const Channels& rgb) {
    const auto [least, most] = std::minmax({rgb[0], rgb[1], rgb[2]});
    const double lightness = (least + most) / 2;
    const double room = std::min(lightness, 1 - lightness);
    return {hue_of(rgb, most, most - least), room <= 0 ? 0 : (most - lightness) / room, lightness};
}

// §8.1.
Channels hwb_to_rgb(const Channels& hwb) {
    const double sum = hwb[1] + hwb[2];
    if (sum >= 1) {
        return each({}, [&](double) { return hwb[1] / sum; });
    }
    return each(hsl_to_rgb({hwb[0], 1, 0.5}),
                [&](double channel) { return channel * (1 - sum) + hwb[1]; });
}

Channels rgb_to_hwb(const Channels& rgb) {
    const auto [least, most] = std::minmax({rgb[0], rgb[1], rgb[2]});
    return {hue_of(rgb, most, most - least), least, 1 - most};
}

Channels to_linear(const Channels& value, ColorSpace space) {
    switch (space) {
        case ColorSpace::kSrgb:
            return each(value, decoded);
        case ColorSpace::kSrgbLinear:
            return value;
        case ColorSpace::kDisplayP3:
            return product(kP3ToLinear, each(value, decoded));
        case ColorSpace::kDisplayP3Linear:
            return product(kP3ToLinear, value);
        case ColorSpace::kA98:
            return product(kXyzToLinear, product(kA98ToXyz, each(value, decoded_a98)));
        case ColorSpace::kProPhoto:
            return product(
                kXyzToLinear,
                product(kD50ToD65, product(kProPhotoToXyz50, each(value, decoded_prophoto))));
        case ColorSpace::kRec2020:
            return product(kXyzToLinear, product(kRec2020ToXyz, each(value, decoded_rec2020)));
        case ColorSpace::kXyzD65:
            return product(kXyzToLinear, value);
        case ColorSpace::kXyzD50:
            return product(kXyzToLinear, product(kD50ToD65, value));
        case ColorSpace::kHsl:
            return each(hsl_to_rgb(value), decoded);
        case ColorSpace::kHwb:
            return each(hwb_to_rgb(value), decoded);
        case ColorSpace::kLab:
            return to_linear(lab_to_xyz(value), ColorSpace::kXyzD50);
        case ColorSpace::kLch:
            return to_linear(from_polar(value), ColorSpace::kLab);
        case ColorSpace::kOklab:
            return product(kLmsToLinear, each(product(kOklabToLms, value),
                                              [](double root) { return root * root * root; }));
        case ColorSpace::kOklch:
            return to_linear(from_polar(value), ColorSpace::kOklab);
    }
    return value;
}

Channels from_linear(const Channels& value, ColorSpace space) {
    switch (space) {
        case ColorSpace::kSrgb:
            return each(value, encoded);
        case ColorSpace::kSrgbLinear:
            return value;
        case ColorSpace::kDisplayP3:
            return each(product(kLinearToP3, value), encoded);
        case ColorSpace::kDisplayP3Linear:
            return product(kLinearToP3, value);
        case ColorSpace::kA98:
            return each(product(kXyzToA98, product(kLinearToXyz, value)), encoded_a98);
        case ColorSpace::kProPhoto:
            return each(product(kXyz50ToProPhoto, product(kD65ToD50, product(kLinearToXyz, value))),
                        encoded_prophoto);
        case ColorSpace::kRec2020:
            return each(product(kXyzToRec2020, product(kLinearToXyz, value)), encoded_rec2020);
        case ColorSpace::kXyzD65:
            return product(kLinearToXyz, value);
        case ColorSpace::kXyzD50:
            return product(kD65ToD50, product(kLinearToXyz, value));
        case ColorSpace::kHsl:
            return rgb_to_hsl(each(value, encoded));
        case ColorSpace::kHwb:
            return rgb_to_hwb(each(value, encoded));
        case ColorSpace::kLab:
            return xyz_to_lab(from_linear(value, ColorSpace::kXyzD50));
        case ColorSpace::kLch:
            return to_polar(from_linear(value, ColorSpace::kLab));
        case ColorSpace::kOklab:
            return product(kLmsToOklab, each(product(kLinearToLms, value),
                                             [](double cube) { return std::cbrt(cube); }));
        case ColorSpace::kOklch:
            return to_polar(from_linear(value, ColorSpace::kOklab));
    }
    return value;
}

}  // namespace

Channels converted(const Channels& value, ColorSpace from, ColorSpace to) {
    if (from == to) {
        return value;
    }
    // These three are sRGB by other names: no rounding by way of light.
    if (to == ColorSpace::kSrgb && from == ColorSpace::kHsl) {
        return hsl_to_rgb(value);
    }
    if (to == ColorSpace::kSrgb && from == ColorSpace::kHwb) {
        return hwb_to_rgb(value);
    }
    if (from == ColorSpace::kSrgb && (to == ColorSpace::kHsl || to == ColorSpace::kHwb)) {
        return to == ColorSpace::kHsl ? rgb_to_hsl(value) : rgb_to_hwb(value);
    }
    return from_linear(to_linear(value, from), to);
}

std::size_t hue_channel(ColorSpace space) {
    switch (space) {
        case ColorSpace::kHsl:
        case ColorSpace::kHwb:
            return 0;
        case ColorSpace::kLch:
        case ColorSpace::kOklch:
            return 2;
        default:
            return 3;
    }
}

}  // namespace ghreveal::style
