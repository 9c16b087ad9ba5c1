// PNG row by row, by libpng.
#include <png.h>

#include <cstring>

#include "media/formats/color_transform.h"
#include "media/formats/decode.h"
#include "media/formats/pixels.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

[[noreturn]] void throw_broken(png_structp, png_const_charp message) {
    throw Error({}, std::string("the PNG picture is broken: ") + message);
}

void ignore_warning(png_structp, png_const_charp) {}

void read_bytes(png_structp png, png_bytep target, std::size_t count) {
    auto& rest = *static_cast<std::string_view*>(png_get_io_ptr(png));
    if (count > rest.size()) {
        png_error(png, "the file is cut short");
    }
    std::memcpy(target, rest.data(), count);
    rest.remove_prefix(count);
}

class PngReader {
public:
    explicit PngReader(std::string_view bytes) : rest_(bytes) {
        if (info_ == nullptr) {
            throw Error({}, "not enough memory for a PNG picture");
        }
        png_set_read_fn(png_, &rest_, read_bytes);
        // How many pixels there may be is said elsewhere (Limits::image_pixels).
        png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        try {
            png_read_info(png_, info_);
            ask_for_bgra();
        } catch (...) {
            destroy();
            throw;
        }
    }
    ~PngReader() { destroy(); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    int width() const { return static_cast<int>(png_get_image_width(png_, info_)); }
    int height() const { return static_cast<int>(png_get_image_height(png_, info_)); }

    Pixels read(int reduction) {
        return passes_ == 1 ? read_rows(reduction) : read_interlaced(reduction);
    }

private:
    void ask_for_bgra();
    void ask_for_srgb();
    Pixels read_rows(int reduction);
    Pixels read_interlaced(int reduction);
    void convert(std::uint8_t* row) const {
        if (transform_) {
            transform_->convert_row(row, row, width());
        }
    }
    void destroy() { png_destroy_read_struct(&png_, &info_, nullptr); }

    std::string_view rest_;
    png_structp png_ =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, throw_broken, ignore_warning);
    png_infop info_ = png_ != nullptr ? png_create_info_struct(png_) : nullptr;
    std::unique_ptr<ColorTransform> transform_;
    int passes_ = 1;
};

// PNG §12.16: a profile comes before sRGB, which comes before gAMA.
void PngReader::ask_for_srgb() {
    png_charp name = nullptr;
    int method = 0;
    png_bytep profile = nullptr;
    png_uint_32 length = 0;
    if (png_get_iCCP(png_, info_, &name, &method, &profile, &length) != 0) {
        const std::string bytes(reinterpret_cast<const char*>(profile), length);
        // libpng turns grey into BGRA first; a profile for grey is of no use then.
        if (!is_srgb_profile(bytes)) {
            transform_ = color_transform(bytes, Inks::kRgb);
        }
        return;
    }
    int intent = 0;
    double gamma = 0;
    if (png_get_sRGB(png_, info_, &intent) == 0 && png_get_gAMA(png_, info_, &gamma) != 0) {
        png_set_gamma(png_, PNG_DEFAULT_sRGB, gamma);
    }
}

void PngReader::ask_for_bgra() {
    ask_for_srgb();
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_set_gray_to_rgb(png_);
    png_set_bgr(png_);
    png_set_add_alpha(png_, 0xFF, PNG_FILLER_AFTER);
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
}

Pixels PngReader::read_rows(int reduction) {
    RowCollector collector(width(), height(), reduction);
    std::vector<std::uint8_t> row(png_get_rowbytes(png_, info_));
    for (int y = 0; y < height(); ++y) {
        png_read_row(png_, row.data(), nullptr);
        convert(row.data());
        collector.add(row.data());
    }
    png_read_end(png_, nullptr);
    return std::move(collector).take();
}

// Adam7's passes fill the whole picture seven times.
Pixels PngReader::read_interlaced(int reduction) {
    Pixels pixels = blank_pixels(width(), height());
    for (int pass = 0; pass < passes_; ++pass) {
        for (int y = 0; y < height(); ++y) {
            png_read_row(png_, pixels.bytes.data() + static_cast<std::ptrdiff_t>(y) * pixels.stride,
                         nullptr);
        }
    }
    png_read_end(png_, nullptr);
    for (int y = 0; y < height(); ++y) {
        convert(pixels.bytes.data() + static_cast<std::ptrdiff_t>(y) * pixels.stride);
    }
    return collected(std::move(pixels), reduction);
}

}  // namespace

Pixels decode_png(std::string_view bytes, int reduction) {
    return PngReader(bytes).read(reduction);
}

}  // namespace ghreveal::media
