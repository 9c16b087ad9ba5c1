// JPEGs whose colours not every viewer understands, written anew with those that all do.
#include <cstdlib>

#include "media/formats/decode.h"
#include "media/formats/jpeg_reader.h"
#include "media/formats/pixels.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

class JpegWriter {
public:
    JpegWriter(int width, int height) {
        encoder_.err = &errors_.manager;
        jpeg_create_compress(&encoder_);
        jpeg_mem_dest(&encoder_, &bytes_, &size_);
        encoder_.image_width = static_cast<JDIMENSION>(width);
        encoder_.image_height = static_cast<JDIMENSION>(height);
        encoder_.input_components = kBytesPerPixel;
        encoder_.in_color_space = JCS_EXT_BGRX;
        jpeg_set_defaults(&encoder_);
        // The picture has lost what it loses once already.
        constexpr int kQuality = 95;
        jpeg_set_quality(&encoder_, kQuality, TRUE);
        encoder_.comp_info[0].h_samp_factor = 1;
        encoder_.comp_info[0].v_samp_factor = 1;
        jpeg_start_compress(&encoder_, TRUE);
    }
    ~JpegWriter() {
        jpeg_destroy_compress(&encoder_);
        std::free(bytes_);
    }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;

    void write_row(std::uint8_t* bgra) {
        JSAMPROW row = bgra;
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
    JpegWriter writer(reader.width(), reader.height());
    std::vector<std::uint8_t> row(static_cast<std::size_t>(reader.width()) * kBytesPerPixel);
    while (!reader.at_end()) {
        reader.read_row(row.data());
        writer.write_row(row.data());
    }
    reader.finish();
    return writer.finish();
}

}  // namespace ghreveal::media
