#include <webp/decode.h>

#include <algorithm>

#include "media/formats/color_transform.h"
#include "media/formats/decode.h"
#include "media/formats/facts/webp_chunks.h"
#include "media/formats/pixels.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

[[noreturn]] void throw_broken() {
    throw Error({}, "the WebP picture is broken");
}

void append_little_endian(std::string& bytes, std::size_t value, int count) {
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

struct Frame {
    int x = 0;
    int y = 0;
    std::string file;  // a picture of its own
};

// RFC 9649 §2.7.1.1: the frame's place, its size less one, its duration and flags, its chunks.
Frame frame_in(std::string_view animation_frame) {
    constexpr std::size_t kHead = 16;
    if (animation_frame.size() < kHead) {
        throw_broken();
    }
    constexpr char kHasAlpha = 0x10;
    std::string chunks = "WEBPVP8X";
    append_little_endian(chunks, 10, 4);
    chunks += kHasAlpha;
    chunks += std::string(3, '\0');
    chunks += animation_frame.substr(6, 6);
    chunks += animation_frame.substr(kHead);
    Frame frame{static_cast<int>(2 * little_endian(animation_frame, 0, 3)),
                static_cast<int>(2 * little_endian(animation_frame, 3, 3)), "RIFF"};
    append_little_endian(frame.file, chunks.size(), 4);
    frame.file += chunks;
    return frame;
}

Pixels decode_still(std::string_view bytes) {
    const auto* octets = reinterpret_cast<const std::uint8_t*>(bytes.data());
    int width = 0;
    int height = 0;
    if (WebPGetInfo(octets, bytes.size(), &width, &height) == 0) {
        throw_broken();
    }
    Pixels pixels = blank_pixels(width, height);
    if (WebPDecodeBGRAInto(octets, bytes.size(), pixels.bytes.data(), pixels.bytes.size(),
                           pixels.stride) == nullptr) {
        throw_broken();
    }
    return pixels;
}

std::optional<Frame> first_frame(std::string_view bytes) {
    std::string_view rest = bytes.substr(kRiffHeaderBytes);
    while (const auto chunk = next_riff_chunk(rest)) {
        if (chunk->name == "ANMF") {
            return frame_in(chunk->data);
        }
    }
    return std::nullopt;
}

Pixels on_canvas(const Frame& frame, const PictureFacts& facts) {
    const Pixels pixels = decode_still(frame.file);
    Pixels canvas =
        blank_pixels(static_cast<int>(facts.stored.width), static_cast<int>(facts.stored.height));
    if (frame.x + pixels.width > canvas.width || frame.y + pixels.height > canvas.height) {
        throw_broken();
    }
    for (int y = 0; y < pixels.height; ++y) {
        const auto row = pixels.bytes.begin() + static_cast<std::ptrdiff_t>(y) * pixels.stride;
        std::copy(row, row + pixels.stride,
                  canvas.bytes.begin() + static_cast<std::ptrdiff_t>(frame.y + y) * canvas.stride +
                      static_cast<std::ptrdiff_t>(frame.x) * kBytesPerPixel);
    }
    return canvas;
}

}  // namespace

Pixels decode_webp(std::string_view bytes, const PictureFacts& facts, int reduction) {
    const std::optional<Frame> frame = first_frame(bytes);
    Pixels pixels = frame ? on_canvas(*frame, facts) : decode_still(bytes);
    if (const auto transform = color_transform(facts.profile, facts.inks)) {
        for (int y = 0; y < pixels.height; ++y) {
            std::uint8_t* row =
                pixels.bytes.data() + static_cast<std::ptrdiff_t>(y) * pixels.stride;
            transform->convert_row(row, row, pixels.width);
        }
    }
    return collected(std::move(pixels), reduction);
}

}  // namespace ghreveal::media
