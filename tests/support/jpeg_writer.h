// JPEG files in memory, for tests of what is read from them.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

// jpeglib.h uses FILE and size_t without including what declares them.
#include <jpeglib.h>

struct JpegShape {
    unsigned width = 0;
    unsigned height = 0;
    int components = 3;
    J_COLOR_SPACE space = JCS_RGB;
};

class JpegWriter {
public:
    explicit JpegWriter(const JpegShape& shape) {
        encoder_.err = jpeg_std_error(&errors_);
        jpeg_create_compress(&encoder_);
        jpeg_mem_dest(&encoder_, &bytes_, &size_);
        encoder_.image_width = shape.width;
        encoder_.image_height = shape.height;
        encoder_.input_components = shape.components;
        encoder_.in_color_space = shape.space;
        jpeg_set_defaults(&encoder_);
    }
    ~JpegWriter() {
        jpeg_destroy_compress(&encoder_);
        std::free(bytes_);
    }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;

    // For settings before begin(), and markers after it.
    jpeg_compress_struct& encoder() { return encoder_; }
    void begin() { jpeg_start_compress(&encoder_, TRUE); }
    void add_row(std::vector<JSAMPLE> row) {
        JSAMPROW data = row.data();
        jpeg_write_scanlines(&encoder_, &data, 1);
    }
    std::string finish() {
        jpeg_finish_compress(&encoder_);
        return {reinterpret_cast<const char*>(bytes_), size_};
    }

private:
    jpeg_compress_struct encoder_{};
    jpeg_error_mgr errors_{};
    unsigned char* bytes_ = nullptr;
    unsigned long size_ = 0;
};
