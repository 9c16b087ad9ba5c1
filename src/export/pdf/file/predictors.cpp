#include "export/pdf/file/predictors.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ghreveal::exporter {

namespace {

enum class Filter : unsigned char { kNone = 0, kSub = 1, kUp = 2, kPaeth = 4 };

// PNG §9.4: of left, above and left above the one nearest to where they lead.
int paeth(int left, int up, int corner) {
    const int estimate = left + up - corner;
    const int to_left = std::abs(estimate - left);
    const int to_up = std::abs(estimate - up);
    const int to_corner = std::abs(estimate - corner);
    return to_left <= to_up && to_left <= to_corner ? left : to_up <= to_corner ? up : corner;
}

// A row and the one above it, of the same size: zeros for the first.
struct Rows {
    std::string_view row;
    std::string_view above;
    std::size_t samples;
};

// Left of a row's first samples are zeros (PNG §9.2).
template <typename Predict>
void append_differences(const Rows& rows, Predict predict, std::string& out) {
    const std::size_t size = rows.row.size();
    const std::size_t begin = out.size();
    out.resize(begin + size);
    const auto* const row = reinterpret_cast<const unsigned char*>(rows.row.data());
    const auto* const above = reinterpret_cast<const unsigned char*>(rows.above.data());
    char* const differences = out.data() + begin;
    const std::size_t first = std::min(rows.samples, size);
    for (std::size_t i = 0; i < first; ++i) {
        differences[i] = static_cast<char>(row[i] - predict(0, above[i], 0));
    }
    for (std::size_t i = first; i < size; ++i) {
        const std::size_t left = i - rows.samples;
        differences[i] = static_cast<char>(row[i] - predict(row[left], above[i], above[left]));
    }
}

void append_filtered(const Rows& rows, Filter filter, std::string& out) {
    out += static_cast<char>(filter);
    switch (filter) {
        case Filter::kNone:
            out += rows.row;
            break;
        case Filter::kSub:
            append_differences(
                rows, [](int left, int, int) { return left; }, out);
            break;
        case Filter::kUp:
            append_differences(
                rows, [](int, int up, int) { return up; }, out);
            break;
        case Filter::kPaeth:
            append_differences(rows, paeth, out);
            break;
    }
}

// How far the bytes are from zero, as signed ones: PNG §12.8 goes by that.
std::size_t weight(std::string_view filtered) {
    std::size_t sum = 0;
    for (const char c : filtered.substr(1)) {
        sum += static_cast<std::size_t>(std::abs(static_cast<int>(static_cast<signed char>(c))));
    }
    return sum;
}

// The rows of a picture's samples.
class Samples {
public:
    Samples(std::string_view bytes, const SampleLayout& layout)
        : bytes_(bytes),
          samples_(layout.samples),
          row_size_(std::max<std::size_t>(1, layout.columns * layout.samples)),
          above_first_(row_size_, '\0') {}

    std::size_t row_count() const { return bytes_.size() / row_size_; }
    Rows at(std::size_t row) const {
        return {bytes_.substr(row * row_size_, row_size_),
                row == 0 ? above_first_ : bytes_.substr((row - 1) * row_size_, row_size_),
                samples_};
    }

private:
    std::string_view bytes_;
    std::size_t samples_;
    std::size_t row_size_;
    std::string above_first_;
};

// The best filter for all rows, by some of them: to try each on each row takes four times as long.
Filter best_filter(const Samples& samples) {
    constexpr std::size_t kTried = 32;
    constexpr std::array kFilters{Filter::kNone, Filter::kSub, Filter::kUp, Filter::kPaeth};
    std::array<std::size_t, kFilters.size()> weights{};
    const std::size_t step = std::max<std::size_t>(1, samples.row_count() / kTried);
    std::string filtered;
    for (std::size_t row = 0; row < samples.row_count(); row += step) {
        for (std::size_t i = 0; i < kFilters.size(); ++i) {
            filtered.clear();
            append_filtered(samples.at(row), kFilters.at(i), filtered);
            weights.at(i) += weight(filtered);
        }
    }
    const auto* const least = std::min_element(weights.begin(), weights.end());
    return kFilters.at(static_cast<std::size_t>(least - weights.begin()));
}

}  // namespace

std::string with_predictors(std::string_view bytes, const SampleLayout& layout) {
    const Samples samples(bytes, layout);
    const Filter filter = best_filter(samples);
    std::string result;
    result.reserve(bytes.size() + samples.row_count());
    for (std::size_t row = 0; row < samples.row_count(); ++row) {
        append_filtered(samples.at(row), filter, result);
    }
    return result;
}

}  // namespace ghreveal::exporter
