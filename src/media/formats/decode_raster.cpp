#include <csetjmp>
#include <cstdio>
#include <cstring>

// jpeglib.h uses FILE and size_t without including what declares them.
#include <jpeglib.h>
#include <png.h>
#include <webp/decode.h>

#include "media/formats/decode.h"
#include "media/formats/pixels.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

const std::uint8_t* octets(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

// libjpeg reports errors by a call that must not return.
struct JpegErrors {
    jpeg_error_mgr base;
    std::jmp_buf escape;
};

struct JpegProgress {
    jpeg_progress_mgr base;
    int most_scans;
};

void leave_jpeg(j_common_ptr decoder) {
    std::longjmp(reinterpret_cast<JpegErrors*>(decoder->err)->escape, 1);
}

void ignore_message(j_common_ptr) {}

void stop_after_most_scans(j_common_ptr decoder) {
    const auto& progress = *reinterpret_cast<const JpegProgress*>(decoder->progress);
    if (reinterpret_cast<j_decompress_ptr>(decoder)->input_scan_number > progress.most_scans) {
        leave_jpeg(decoder);
    }
}

// CMYK as Adobe stores it, inverted; good enough without a colour profile.
void cmyk_row_to_bgra(const std::uint8_t* cmyk, std::uint8_t* bgra, int width) {
    for (int x = 0; x < width; ++x, cmyk += 4, bgra += 4) {
        bgra[0] = times(cmyk[2], cmyk[3]);
        bgra[1] = times(cmyk[1], cmyk[3]);
        bgra[2] = times(cmyk[0], cmyk[3]);
        bgra[3] = 255;
    }
}

void read_jpeg_rows(jpeg_decompress_struct& decoder, Pixels& pixels) {
    std::vector<std::uint8_t> cmyk(decoder.out_color_space == JCS_CMYK
                                       ? pixels.bytes.size() /
                                             static_cast<std::size_t>(pixels.height)
                                       : 0);
    while (decoder.output_scanline < decoder.output_height) {
        std::uint8_t* row =
            pixels.bytes.data() + static_cast<std::size_t>(decoder.output_scanline) *
                                      static_cast<std::size_t>(pixels.stride);
        JSAMPROW target = cmyk.empty() ? row : cmyk.data();
        jpeg_read_scanlines(&decoder, &target, 1);
        if (!cmyk.empty()) {
            cmyk_row_to_bgra(cmyk.data(), row, pixels.width);
        }
    }
}

}  // namespace

Pixels decode_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
        throw Error({}, std::string("the PNG picture is broken: ") + image.message);
    }
    image.format = PNG_FORMAT_BGRA;
    Pixels pixels = blank_pixels(static_cast<int>(image.width), static_cast<int>(image.height));
    if (png_image_finish_read(&image, nullptr, pixels.bytes.data(), pixels.stride, nullptr) == 0) {
        const std::string message = image.message;
        png_image_free(&image);
        throw Error({}, "the PNG picture is broken: " + message);
    }
    premultiply(pixels);
    return pixels;
}

Pixels decode_jpeg(std::string_view bytes, const Limits& limits) {
    Pixels pixels;
    jpeg_decompress_struct decoder{};
    JpegErrors errors{};
    decoder.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = leave_jpeg;
    errors.base.output_message = ignore_message;
    if (setjmp(errors.escape) != 0) {
        jpeg_destroy_decompress(&decoder);
        throw Error({}, "the JPEG picture is broken");
    }
    jpeg_create_decompress(&decoder);
    JpegProgress progress{{}, limits.jpeg_scans};
    progress.base.progress_monitor = stop_after_most_scans;
    decoder.progress = &progress.base;
    jpeg_mem_src(&decoder, octets(bytes), bytes.size());
    jpeg_read_header(&decoder, TRUE);
    const bool four_inks =
        decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
    decoder.out_color_space = four_inks ? JCS_CMYK : JCS_EXT_BGRA;
    jpeg_start_decompress(&decoder);
    pixels = blank_pixels(static_cast<int>(decoder.output_width),
                          static_cast<int>(decoder.output_height));
    read_jpeg_rows(decoder, pixels);
    jpeg_finish_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
    return pixels;
}

Pixels decode_webp(std::string_view bytes) {
    int width = 0;
    int height = 0;
    WebPGetInfo(octets(bytes), bytes.size(), &width, &height);
    Pixels pixels = blank_pixels(width, height);
    if (WebPDecodeBGRAInto(octets(bytes), bytes.size(), pixels.bytes.data(), pixels.bytes.size(),
                           pixels.stride) == nullptr) {
        throw Error({}, "the WebP picture is broken");
    }
    premultiply(pixels);
    return pixels;
}

}  // namespace ghreveal::media
