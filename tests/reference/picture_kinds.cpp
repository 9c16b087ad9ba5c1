#include "picture_kinds.h"

#include <gif_lib.h>
#include <lcms2.h>
#include <png.h>
#include <webp/encode.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

#include "../support/jpeg_writer.h"

namespace ghreveal::testing {

namespace {

using namespace std::string_literals;

constexpr int kWidth = 64;
constexpr int kHeight = 32;

struct Raster {
    int width = 0;
    int height = 0;
    std::vector<Rgb> pixels;
    Rgb& at(int x, int y) { return pixels[static_cast<std::size_t>(y * width + x)]; }
};

// The quadrants, as they have to be shown.
Raster upright() {
    Raster raster{kWidth, kHeight, std::vector<Rgb>(kWidth * kHeight)};
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            raster.at(x, y) =
                kQuadrants[static_cast<std::size_t>(2 * (y >= kHeight / 2) + (x >= kWidth / 2))];
        }
    }
    return raster;
}

// What a file with this EXIF orientation has to store, so that it is shown upright: by the meaning
// of each value in EXIF 2.3, "where the 0th row and the 0th column are".
Raster stored_for(int orientation) {
    Raster shown = upright();
    const bool swaps = orientation >= 5;
    Raster stored{swaps ? kHeight : kWidth, swaps ? kWidth : kHeight, shown.pixels};
    for (int row = 0; row < stored.height; ++row) {
        for (int column = 0; column < stored.width; ++column) {
            // Of the row: is it counted from the top, bottom, left or right of what is shown?
            const bool row_from_end =
                orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
            const bool column_from_end =
                orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
            const int r = row_from_end ? stored.height - 1 - row : row;
            const int c = column_from_end ? stored.width - 1 - column : column;
            stored.at(column, row) = swaps ? shown.at(r, c) : shown.at(c, r);
        }
    }
    return stored;
}

Raster changed(Raster raster, const std::function<Rgb(Rgb)>& change) {
    std::transform(raster.pixels.begin(), raster.pixels.end(), raster.pixels.begin(), change);
    return raster;
}

Raster with_red_and_green_swapped() {
    return changed(upright(), [](Rgb c) { return Rgb{c.green, c.red, c.blue}; });
}

// A profile whose red is sRGB's green and the other way round.
std::string swapping_profile() {
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries{{0.30, 0.60, 1}, {0.64, 0.33, 1}, {0.15, 0.06, 1}};
    const cmsFloat64Number srgb[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve* curve = cmsBuildParametricToneCurve(nullptr, 4, srgb);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    std::string bytes(size, '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    cmsFreeToneCurve(curve);
    return bytes;
}

// TIFF with one entry: Orientation, a short.
std::string exif(int orientation) {
    return "MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + static_cast<char>(orientation) +
           "\0\0\0\0\0\0"s;
}

enum class JpegInks { kRgb, kGray, kCmyk };

std::string jpeg(const Raster& raster, JpegInks inks, const std::string& exif_block = "",
                 const std::string& profile = "") {
    JpegWriter writer({static_cast<unsigned>(raster.width), static_cast<unsigned>(raster.height),
                       inks == JpegInks::kRgb    ? 3
                       : inks == JpegInks::kGray ? 1
                                                 : 4,
                       inks == JpegInks::kRgb    ? JCS_RGB
                       : inks == JpegInks::kGray ? JCS_GRAYSCALE
                                                 : JCS_CMYK});
    jpeg_set_quality(&writer.encoder(), 98, TRUE);
    writer.begin();
    const auto marker = [&writer](int code, const std::string& data) {
        jpeg_write_marker(&writer.encoder(), code, reinterpret_cast<const JOCTET*>(data.data()),
                          static_cast<unsigned>(data.size()));
    };
    if (!exif_block.empty()) {
        marker(JPEG_APP0 + 1, "Exif\0\0"s + exif_block);
    }
    if (!profile.empty()) {
        marker(JPEG_APP0 + 2, "ICC_PROFILE\0\x01\x01"s + profile);
    }
    for (int y = 0; y < raster.height; ++y) {
        std::vector<JSAMPLE> row;
        for (int x = 0; x < raster.width; ++x) {
            const Rgb color = raster.pixels[static_cast<std::size_t>(y * raster.width + x)];
            if (inks == JpegInks::kGray) {
                row.push_back(color.red);
                continue;
            }
            row.insert(row.end(), {color.red, color.green, color.blue});
            if (inks == JpegInks::kCmyk) {
                row.push_back(255);  // Adobe's CMYK is inverted: no black
            }
        }
        writer.add_row(std::move(row));
    }
    return writer.finish();
}

struct PngOptions {
    int depth = 8;
    bool is_interlaced = false;
    bool has_alpha = false;
    double gamma = 0;
    std::string exif_block{};
    std::string profile{};
};

std::string png(const Raster& raster, const PngOptions& options) {
    std::string file;
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(writer);
    png_set_write_fn(
        writer, &file,
        [](png_structp png, png_bytep bytes, std::size_t count) {
            static_cast<std::string*>(png_get_io_ptr(png))
                ->append(reinterpret_cast<const char*>(bytes), count);
        },
        nullptr);
    png_set_IHDR(writer, info, static_cast<png_uint_32>(raster.width),
                 static_cast<png_uint_32>(raster.height), options.depth,
                 options.has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                 options.is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (options.gamma > 0) {
        png_set_gAMA(writer, info, options.gamma);
    }
    if (!options.profile.empty()) {
        png_set_iCCP(writer, info, "swapped", 0,
                     reinterpret_cast<png_const_bytep>(options.profile.data()),
                     static_cast<png_uint_32>(options.profile.size()));
    }
    if (!options.exif_block.empty()) {
        std::string block = options.exif_block;
        png_set_eXIf_1(writer, info, static_cast<png_uint_32>(block.size()),
                       reinterpret_cast<png_bytep>(block.data()));
    }
    std::vector<std::vector<png_byte>> rows;
    std::vector<png_bytep> pointers;
    for (int y = 0; y < raster.height; ++y) {
        std::vector<png_byte>& row = rows.emplace_back();
        const auto put = [&](std::uint8_t value) {
            row.push_back(value);
            if (options.depth == 16) {
                row.push_back(value);  // 257 times as much of 65535
            }
        };
        for (int x = 0; x < raster.width; ++x) {
            const Rgb color = raster.pixels[static_cast<std::size_t>(y * raster.width + x)];
            put(color.red);
            put(color.green);
            put(color.blue);
            if (options.has_alpha) {
                put(255);
            }
        }
    }
    for (std::vector<png_byte>& row : rows) {
        pointers.push_back(row.data());
    }
    png_set_rows(writer, info, pointers.data());
    png_write_png(writer, info, PNG_TRANSFORM_IDENTITY, nullptr);
    png_destroy_write_struct(&writer, &info);
    return file;
}

std::string little_endian(std::size_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
    return bytes;
}

std::string chunk(const std::string& name, const std::string& data) {
    return name + little_endian(data.size(), 4) + data + (data.size() % 2 != 0 ? "\0"s : "");
}

std::string riff(const std::string& chunks) {
    return "RIFF" + little_endian(chunks.size() + 4, 4) + "WEBP" + chunks;
}

std::string webp(const Raster& raster) {
    std::uint8_t* bytes = nullptr;
    const std::size_t size = WebPEncodeLosslessRGB(&raster.pixels.data()->red, raster.width,
                                                   raster.height, raster.width * 3, &bytes);
    std::string file(reinterpret_cast<const char*>(bytes), size);
    WebPFree(bytes);
    return file;
}

constexpr char kHasProfile = 0x20;
constexpr char kHasExif = 0x08;
constexpr char kIsAnimated = 0x02;

std::string extended_webp(const Raster& raster, char flags, const std::string& before,
                          const std::string& after) {
    const std::string canvas = flags + "\0\0\0"s + little_endian(raster.width - 1, 3) +
                               little_endian(raster.height - 1, 3);
    return riff(chunk("VP8X", canvas) + before + webp(raster).substr(12) + after);
}

std::string animated_webp(const Raster& first, const Raster& second) {
    const auto frame = [](const Raster& raster) {
        return chunk("ANMF", little_endian(0, 6) + little_endian(raster.width - 1, 3) +
                                 little_endian(raster.height - 1, 3) + little_endian(100, 3) +
                                 "\0"s + webp(raster).substr(12));
    };
    const std::string canvas = kIsAnimated + "\0\0\0"s + little_endian(first.width - 1, 3) +
                               little_endian(first.height - 1, 3);
    return riff(chunk("VP8X", canvas) + chunk("ANIM", little_endian(0, 6)) + frame(first) +
                frame(second));
}

std::string animated_gif(const Raster& first, const Raster& second) {
    std::string file;
    int error = 0;
    GifFileType* gif = EGifOpen(
        &file,
        [](GifFileType* one, const GifByteType* bytes, int count) {
            static_cast<std::string*>(one->UserData)
                ->append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
            return count;
        },
        &error);
    GifColorType colors[4];
    for (std::size_t i = 0; i < kQuadrants.size(); ++i) {
        colors[i] = {kQuadrants[i].red, kQuadrants[i].green, kQuadrants[i].blue};
    }
    ColorMapObject* map = GifMakeMapObject(4, colors);
    EGifSetGifVersion(gif, true);
    EGifPutScreenDesc(gif, first.width, first.height, 2, 0, map);
    for (const Raster* frame : {&first, &second}) {
        EGifPutImageDesc(gif, 0, 0, frame->width, frame->height, false, nullptr);
        for (const Rgb& color : frame->pixels) {
            const auto found = std::find(kQuadrants.begin(), kQuadrants.end(), color);
            EGifPutPixel(gif, static_cast<GifPixelType>(found - kQuadrants.begin()));
        }
    }
    GifFreeMapObject(map);
    EGifCloseFile(gif, &error);
    return file;
}

// sRGB's transfer function.
std::uint8_t linear(std::uint8_t value) {
    const double v = value / 255.0;
    return static_cast<std::uint8_t>(
        std::lround(255 * (v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4))));
}

}  // namespace

std::vector<PictureOfKind> pictures_of_all_kinds() {
    const Raster plain = upright();
    const Raster swapped = with_red_and_green_swapped();
    const std::string profile = swapping_profile();
    const Raster other = changed(plain, [](Rgb) { return kQuadrants[0]; });
    const Raster light = changed(plain, [](Rgb c) {
        return Rgb{linear(c.red), linear(c.green), linear(c.blue)};
    });
    std::vector<PictureOfKind> pictures{
        {"plain.jpg", jpeg(plain, JpegInks::kRgb)},
        {"cmyk.jpg", jpeg(plain, JpegInks::kCmyk)},
        {"cmyk-turned.jpg", jpeg(stored_for(6), JpegInks::kCmyk, exif(6))},
        {"profile.jpg", jpeg(swapped, JpegInks::kRgb, "", profile)},
        {"plain.png", png(plain, {})},
        {"alpha.png", png(plain, {.has_alpha = true})},
        {"interlaced.png", png(plain, {.is_interlaced = true})},
        {"sixteen.png", png(plain, {.depth = 16})},
        {"gamma.png", png(light, {.gamma = 1})},
        {"usual-gamma.png", png(plain, {.gamma = 0.45455})},
        {"profile.png", png(swapped, {.profile = profile})},
        {"profile-interlaced.png", png(swapped, {.is_interlaced = true, .profile = profile})},
        {"plain.webp", webp(plain)},
        {"animated.webp", animated_webp(plain, other)},
        {"profile.webp", extended_webp(swapped, kHasProfile, chunk("ICCP", profile), "")},
        {"turned.webp", extended_webp(stored_for(6), kHasExif, "", chunk("EXIF", exif(6)))},
        {"animated.gif", animated_gif(plain, other)},
    };
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string number = std::to_string(orientation);
        pictures.push_back({"exif-" + number + ".jpg",
                            jpeg(stored_for(orientation), JpegInks::kRgb, exif(orientation))});
        pictures.push_back({"exif-" + number + ".png",
                            png(stored_for(orientation), {.exif_block = exif(orientation)})});
    }
    return pictures;
}

}  // namespace ghreveal::testing
