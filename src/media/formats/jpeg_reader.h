// A JPEG row by row, by libjpeg.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

// jpeglib.h uses FILE and size_t without including what declares them.
#include <jpeglib.h>

#include "media/formats/color_transform.h"

namespace ghreveal::media {

// libjpeg's error calls throw Error.
struct JpegErrors {
    JpegErrors();
    jpeg_error_mgr manager{};
};

enum class JpegColors : std::uint8_t { kConverted, kAsTheyAre };

class JpegReader {
public:
    // Throws Error, as the other functions do, when the picture is broken.
    JpegReader(std::string_view bytes, const PictureFacts&, int reduction, JpegColors);
    ~JpegReader();
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    int width() const { return static_cast<int>(decoder_.output_width); }
    int height() const { return static_cast<int>(decoder_.output_height); }
    bool at_end() const { return decoder_.output_scanline >= decoder_.output_height; }
    void read_row(std::uint8_t* bgra);
    // Reads what comes after the last row.
    void finish();

private:
    JpegErrors errors_;
    jpeg_decompress_struct decoder_{};
    std::unique_ptr<ColorTransform> transform_;
    std::vector<std::uint8_t> row_;  // of inks that are not BGRA
    Inks inks_;
};

}  // namespace ghreveal::media
