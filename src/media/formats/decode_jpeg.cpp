#include <jerror.h>

#include <array>

#include "media/formats/decode.h"
#include "media/formats/jpeg_reader.h"
#include "media/formats/pixels.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

[[noreturn]] void throw_broken(j_common_ptr) {
    throw Error({}, "the JPEG picture is broken");
}

// What libjpeg only warns of, filling in grey: data that is missing or is no picture's. Bytes too
// many are common and harm nothing.
bool is_damage(int code) {
    constexpr std::array kDamage{JWRN_HIT_MARKER, JWRN_HUFF_BAD_CODE, JWRN_JPEG_EOF,
                                 JWRN_MUST_RESYNC, JWRN_NOT_SEQUENTIAL};
    return std::find(kDamage.begin(), kDamage.end(), code) != kDamage.end();
}

void take_message(j_common_ptr decoder, int level) {
    if (level < 0 && is_damage(decoder->err->msg_code)) {
        throw_broken(decoder);
    }
}

// CMYK as Adobe stores it, inverted, without a profile: as browsers do.
void cmyk_row_to_bgra(const std::uint8_t* cmyk, std::uint8_t* bgra, int width) {
    for (int x = 0; x < width; ++x, cmyk += 4, bgra += 4) {
        bgra[0] = times(cmyk[2], cmyk[3]);
        bgra[1] = times(cmyk[1], cmyk[3]);
        bgra[2] = times(cmyk[0], cmyk[3]);
        bgra[3] = 255;
    }
}

}  // namespace

JpegErrors::JpegErrors() {
    jpeg_std_error(&manager);
    manager.error_exit = throw_broken;
    manager.emit_message = take_message;
    manager.output_message = [](j_common_ptr) {};
}

JpegReader::JpegReader(std::string_view bytes, const PictureFacts& facts, int reduction,
                       JpegColors colors)
    : transform_(colors == JpegColors::kConverted ? color_transform(facts.profile, facts.inks)
                                                  : nullptr),
      inks_(facts.inks) {
    decoder_.err = &errors_.manager;
    jpeg_create_decompress(&decoder_);
    try {
        jpeg_mem_src(&decoder_, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        jpeg_read_header(&decoder_, TRUE);
        decoder_.scale_num = 1;
        decoder_.scale_denom = static_cast<unsigned>(reduction);
        const bool stays_gray = inks_ == Inks::kGray && transform_;
        if (colors == JpegColors::kAsTheyAre) {
            decoder_.out_color_space = decoder_.jpeg_color_space;
            decoder_.dct_method = JDCT_FASTEST;
            decoder_.do_fancy_upsampling = FALSE;
            decoder_.do_block_smoothing = FALSE;
        } else {
            decoder_.out_color_space = inks_ == Inks::kCmyk ? JCS_CMYK
                                       : stays_gray         ? JCS_GRAYSCALE
                                                            : JCS_EXT_BGRA;
        }
        jpeg_start_decompress(&decoder_);
        const bool is_bgra = decoder_.out_color_space == JCS_EXT_BGRA;
        row_.resize(is_bgra ? 0 : std::size_t{decoder_.output_width} * kBytesPerPixel);
    } catch (...) {
        jpeg_destroy_decompress(&decoder_);
        throw;
    }
}

JpegReader::~JpegReader() {
    jpeg_destroy_decompress(&decoder_);
}

void JpegReader::read_row(std::uint8_t* bgra) {
    JSAMPROW target = row_.empty() ? bgra : row_.data();
    jpeg_read_scanlines(&decoder_, &target, 1);
    if (bgra == nullptr) {
        return;
    }
    if (transform_) {
        transform_->convert_row(target, bgra, width());
    } else if (!row_.empty()) {
        cmyk_row_to_bgra(row_.data(), bgra, width());
    }
}

void JpegReader::finish() {
    jpeg_finish_decompress(&decoder_);
}

Pixels decode_jpeg(std::string_view bytes, const PictureFacts& facts, int reduction) {
    JpegReader reader(bytes, facts, reduction, JpegColors::kConverted);
    Pixels pixels = blank_pixels(reader.width(), reader.height());
    for (std::uint8_t* row = pixels.bytes.data(); !reader.at_end(); row += pixels.stride) {
        reader.read_row(row);
    }
    reader.finish();
    return pixels;
}

void check_jpeg(std::string_view bytes) {
    constexpr int kCoarsest = 8;  // decodes every block, and draws one pixel of it
    JpegReader reader(bytes, {}, kCoarsest, JpegColors::kAsTheyAre);
    while (!reader.at_end()) {
        reader.read_row(nullptr);
    }
    reader.finish();
}

}  // namespace ghreveal::media
