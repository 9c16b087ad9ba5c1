#include "export/pdf/file/transparent_pixels.h"

#include <algorithm>
#include <optional>

namespace ghreveal::exporter {

namespace {

// A row of a picture and of its mask.
class Row {
public:
    Row(char* samples, std::string_view opacity, std::size_t samples_of_pixel)
        : samples_(samples), opacity_(opacity), size_(samples_of_pixel) {}

    bool is_hidden() const { return opacity_.find_first_not_of('\0') == std::string_view::npos; }

    void spread() {
        std::optional<std::size_t> before;
        for (std::size_t begin = next(opacity_.find('\0')); begin < opacity_.size();) {
            const std::size_t end = next(opacity_.find_first_not_of('\0', begin));
            if (begin > 0) {
                before = begin - 1;
            }
            const std::size_t middle = !before                  ? begin
                                       : end == opacity_.size() ? end
                                                                : begin + (end - begin) / 2;
            fill(begin, middle, before.value_or(end));
            fill(middle, end, end);
            begin = next(opacity_.find('\0', end));
        }
    }

private:
    std::size_t next(std::size_t found) const { return std::min(found, opacity_.size()); }
    void fill(std::size_t begin, std::size_t end, std::size_t from) {
        for (std::size_t at = begin; at < end; ++at) {
            std::copy_n(samples_ + from * size_, size_, samples_ + at * size_);
        }
    }

    char* samples_;
    std::string_view opacity_;
    std::size_t size_;
};

}  // namespace

bool spread_colours(std::string& samples, std::string_view opacity, const SampleLayout& layout) {
    const std::size_t size = layout.columns * layout.samples;
    const std::size_t row_count = size == 0 ? 0 : samples.size() / size;
    if (opacity.size() != layout.columns * row_count ||
        opacity.find('\0') == std::string_view::npos) {
        return false;
    }
    std::optional<std::size_t> first_shown;
    for (std::size_t y = 0; y < row_count; ++y) {
        char* const row = samples.data() + y * size;
        Row pixels(row, opacity.substr(y * layout.columns, layout.columns), layout.samples);
        if (!pixels.is_hidden()) {
            pixels.spread();
            first_shown = first_shown.value_or(y);
        } else if (first_shown) {
            std::copy_n(row - size, size, row);
        }
    }
    for (std::size_t y = 0; y < first_shown.value_or(0); ++y) {
        std::copy_n(samples.data() + *first_shown * size, size, samples.data() + y * size);
    }
    return true;
}

std::string bytes_of_bits(std::string_view rows, std::size_t columns) {
    const std::size_t row_size = std::max<std::size_t>(1, (columns + 7) / 8);
    std::string bytes;
    bytes.reserve(rows.size() * 8);
    for (std::size_t row = 0; row + row_size <= rows.size(); row += row_size) {
        for (std::size_t x = 0; x < columns; ++x) {
            const auto byte = static_cast<unsigned char>(rows[row + x / 8]);
            bytes += (byte >> (7 - x % 8) & 1U) != 0 ? '\xff' : '\0';
        }
    }
    return bytes;
}

}  // namespace ghreveal::exporter
