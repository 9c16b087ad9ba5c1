// The first frame of a GIF, by giflib.
#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "media/formats/decode.h"
#include "media/formats/pixels.h"
#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::media {

namespace {

constexpr int kNoTransparency = -1;

void close(GifFileType* gif) {
    DGifCloseFile(gif, nullptr);
}

struct Input {
    const std::uint8_t* bytes;
    std::size_t left;
};

int read_input(GifFileType* gif, GifByteType* target, int count) {
    auto& input = *static_cast<Input*>(gif->UserData);
    const std::size_t taken = std::min(input.left, static_cast<std::size_t>(std::max(count, 0)));
    std::memcpy(target, input.bytes, taken);
    input.bytes += taken;
    input.left -= taken;
    return static_cast<int>(taken);
}

// The colour that shows what is behind, as a graphics control extension before the frame says.
bool read_extension(GifFileType* gif, int& transparent) {
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(gif, &code, &block) == GIF_ERROR) {
        return false;
    }
    while (block != nullptr) {
        GraphicsControlBlock control{};
        if (code == GRAPHICS_EXT_FUNC_CODE &&
            DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) {
            transparent = control.TransparentColor;
        }
        if (DGifGetExtensionNext(gif, &block) == GIF_ERROR) {
            return false;
        }
    }
    return true;
}

// GIF89a appendix E: the rows of an interlaced frame come in four passes.
std::vector<int> row_order(int height, bool interlaced) {
    struct Pass {
        int first, step;
    };
    constexpr std::array<Pass, 4> kInterlaced{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    std::vector<int> rows;
    rows.reserve(static_cast<std::size_t>(height));
    for (std::size_t pass = 0; pass < (interlaced ? kInterlaced.size() : 1); ++pass) {
        const auto [first, step] = interlaced ? kInterlaced[pass] : Pass{0, 1};
        for (int row = first; row < height; row += step) {
            rows.push_back(row);
        }
    }
    return rows;
}

std::uint8_t* pixel_at(int x, int y, Pixels& canvas) {
    return canvas.bytes.data() +
           static_cast<std::size_t>(y) * static_cast<std::size_t>(canvas.stride) +
           static_cast<std::size_t>(x) * kBytesPerPixel;
}

struct Palette {
    const ColorMapObject& colors;
    int transparent;  // this index leaves what is there
};

void put_row(const std::vector<GifPixelType>& row, const Palette& palette, std::uint8_t* pixel) {
    for (const GifPixelType index : row) {
        if (index != palette.transparent && index < palette.colors.ColorCount) {
            const GifColorType& color = palette.colors.Colors[index];
            const std::array<std::uint8_t, kBytesPerPixel> bgra{color.Blue, color.Green, color.Red,
                                                                255};
            std::copy(bgra.begin(), bgra.end(), pixel);
        }
        pixel += kBytesPerPixel;
    }
}

bool read_frame(GifFileType* gif, int transparent, Pixels& canvas) {
    if (DGifGetImageDesc(gif) == GIF_ERROR) {
        return false;
    }
    const GifImageDesc& frame = gif->Image;
    const ColorMapObject* colors = frame.ColorMap != nullptr ? frame.ColorMap : gif->SColorMap;
    const bool inside = frame.Left >= 0 && frame.Top >= 0 && frame.Width > 0 && frame.Height > 0 &&
                        frame.Left + frame.Width <= canvas.width &&
                        frame.Top + frame.Height <= canvas.height;
    if (colors == nullptr || !inside) {
        return false;
    }
    std::vector<GifPixelType> row(static_cast<std::size_t>(frame.Width));
    for (const int y : row_order(frame.Height, frame.Interlace)) {
        if (DGifGetLine(gif, row.data(), frame.Width) == GIF_ERROR) {
            return false;
        }
        put_row(row, {*colors, transparent}, pixel_at(frame.Left, frame.Top + y, canvas));
    }
    return true;
}

bool read_first_frame(GifFileType* gif, Pixels& canvas) {
    int transparent = kNoTransparency;
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(gif, &type) == GIF_OK) {
        if (type == IMAGE_DESC_RECORD_TYPE) {
            return read_frame(gif, transparent, canvas);
        }
        if (type != EXTENSION_RECORD_TYPE || !read_extension(gif, transparent)) {
            return false;
        }
    }
    return false;
}

}  // namespace

Pixels decode_gif(std::string_view bytes, int reduction) {
    const Size size = picture_facts(Format::kGif, bytes, {}).stored;
    Pixels pixels = blank_pixels(static_cast<int>(size.width), static_cast<int>(size.height));
    Input input{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    const Handle<GifFileType, close> gif{DGifOpen(&input, read_input, nullptr)};
    if (!gif || !read_first_frame(gif.get(), pixels)) {
        throw Error({}, "the GIF picture is broken");
    }
    return collected(std::move(pixels), reduction);
}

}  // namespace ghreveal::media
