// JPEGs whose colours not every viewer understands, written anew with those that all do; and
// pixels as JPEGs.
#include "media/formats/encode_jpeg.h"

#include <cstdlib>

#include "media/formats/decode.h"
#include "media/formats/jpeg_reader.h"
#include "media/formats/pixels.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

class JpegWriter {
public:
    // `quality` as libjpeg counts it; `subsampled`: colours have half as many rows and columns.
    struct Coding {
        int quality = 0;
        bool subsampled = false;
    };

    JpegWriter(int width, int height, const Coding& coding) {
        encoder_.err = &errors_.manager;
        jpeg_create_compress(&encoder_);
        jpeg_mem_dest(&encoder_, &bytes_, &size_);
        encoder_.image_width = static_cast<JDIMENSION>(width);
        encoder_.image_height = static_cast<JDIMENSION>(height);
        encoder_.input_components = kBytesPerPixel;
        encoder_.in_color_space = JCS_EXT_BGRX;
        jpeg_set_defaults(&encoder_);
        jpeg_set_quality(&encoder_, coding.quality, TRUE);
        if (!coding.subsampled) {
            encoder_.comp_info[0].h_samp_factor = 1;
            encoder_.comp_info[0].v_samp_factor = 1;
        }
        jpeg_start_compress(&encoder_, TRUE);
    }
    ~JpegWriter() {
        jpeg_destroy_compress(&encoder_);
        std::free(bytes_);
    }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;

    void write_row(const std::uint8_t* bgra) {
        // libjpeg does not write to it; its interface just has no const.
        JSAMPROW row = const_cast<JSAMPROW>(bgra);
        jpeg_write_scanlines(&encoder_, &row, 1);
    }
    std::string finish() {
        jpeg_finish_compress(&encoder_);
        return {reinterpret_cast<const char*>(bytes_), size_};
    }

private:
    JpegErrors errors_;
    jpeg_compress_struct encoder_{};
    unsigned char* bytes_ = nullptr;
    unsigned long size_ = 0;
};

}  // namespace

std::string with_common_colors(std::string_view jpeg, const PictureFacts& facts) {
    if (facts.has_common_colors) {
        return std::string(jpeg);
    }
    JpegReader reader(jpeg, facts, 1, JpegColors::kConverted);
    // The picture has lost what it loses once already.
    JpegWriter writer(reader.width(), reader.height(), {.quality = 95, .subsampled = false});
    std::vector<std::uint8_t> row(static_cast<std::size_t>(reader.width()) * kBytesPerPixel);
    while (!reader.at_end()) {
        reader.read_row(row.data());
        writer.write_row(row.data());
    }
    reader.finish();
    return writer.finish();
}

std::string encoded_jpeg(const JpegRows& rows) {
    JpegWriter writer(rows.width, rows.height, {.quality = 85, .subsampled = true});
    for (int y = 0; y < rows.height; ++y) {
        writer.write_row(rows.bgrx + static_cast<std::ptrdiff_t>(y) * rows.stride);
    }
    return writer.finish();
}

}  // namespace ghreveal::media
