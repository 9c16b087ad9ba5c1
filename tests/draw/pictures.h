// Small pictures as rows of letters, so that a failing test can be read: _ white, K black, R red,
// G green, B blue, ? any other colour.
#pragma once

#include <cairo.h>

#include <string>
#include <vector>

#include "draw/canvas.h"

namespace ghreveal::paint {

inline constexpr Color kRed{255, 0, 0, 1};
inline constexpr Color kGreen{0, 255, 0, 1};
inline constexpr Color kBlue{0, 0, 255, 1};

class Picture {
public:
    Picture(const DisplayList& list, int width, int height)
        : width_(width),
          height_(height),
          surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)) {
        cairo_t* context = cairo_create(surface_);
        cairo_set_source_rgb(context, 1, 1, 1);
        cairo_paint(context);
        draw::Canvas(draw::Output::kRaster).draw(list, context);
        status_ = cairo_status(context);
        cairo_destroy(context);
        cairo_surface_flush(surface_);
    }
    ~Picture() { cairo_surface_destroy(surface_); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    Color at(int x, int y) const {
        const unsigned char* row = cairo_image_surface_get_data(surface_) +
                                   y * cairo_image_surface_get_stride(surface_) + 4 * x;
        return {row[2], row[1], row[0], 1};
    }
    // 0 black … 255 white.
    int gray(int x, int y) const { return at(x, y).red; }
    std::vector<std::string> rows() const {
        std::vector<std::string> result;
        for (int y = 0; y < height_; ++y) {
            std::string row;
            for (int x = 0; x < width_; ++x) {
                row += letter(at(x, y));
            }
            result.push_back(row);
        }
        return result;
    }
    bool ok() const { return status_ == CAIRO_STATUS_SUCCESS; }

private:
    static char letter(const Color& color) {
        return color == kWhite   ? '_'
               : color == kBlack ? 'K'
               : color == kRed   ? 'R'
               : color == kGreen ? 'G'
               : color == kBlue  ? 'B'
                                 : '?';
    }

    int width_;
    int height_;
    cairo_surface_t* surface_;
    cairo_status_t status_ = CAIRO_STATUS_SUCCESS;
};

using Rows = std::vector<std::string>;

inline Rows rows_of(const DisplayList& list, int width, int height) {
    return Picture(list, width, height).rows();
}

inline RoundedRect plain(Rect rect) {
    return {rect, {}, {}, {}, {}};
}

}  // namespace ghreveal::paint
