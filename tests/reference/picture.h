// Pages as pixels: rendering a deck through the whole pipeline, comparing, and the sheet that
// shows expected, actual and difference side by side.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "support/error.h"

namespace ghreveal::testing {

// Rows of 0xAARRGGBB, top to bottom.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
    std::uint32_t at(int x, int y) const {
        return x < width && y < height ? pixels[static_cast<std::size_t>(y) * width + x] : 0;
    }
};

struct RenderedPage {
    std::string name;  // "2-1-s0": slide 2/1 in its state 0
    std::string png;   // the file's bytes
};

// All states of all slides but the title slide, or with it.
enum class TitleSlide : std::uint8_t { kLeaveOut, kInclude };
std::vector<RenderedPage> render_pages(const std::filesystem::path& deck, TitleSlide, Diagnostics&);

Picture decode_png(const std::string& bytes);
Picture read_png(const std::filesystem::path&);

struct Difference {
    bool same_size = true;
    int pixels = 0;   // that differ by more than the tolerance in some channel
    int largest = 0;  // of all differences of a channel, 0 … 255
    bool none() const { return same_size && pixels == 0; }
};

Difference compare(const Picture& expected, const Picture& actual, int tolerance);

// Writes expected, actual and where they differ, side by side, as one PNG.
void write_sheet(const Picture& expected, const Picture& actual, const std::filesystem::path&);
// Writes all pages of a deck, made smaller, as one PNG.
void write_overview(const std::vector<RenderedPage>&, const std::filesystem::path&);

// A file's bytes; empty when there is none.
std::string text_of(const std::filesystem::path&);

}  // namespace ghreveal::testing
