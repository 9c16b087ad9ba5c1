#include "media/formats/facts/exif.h"

#include <cmath>
#include <cstdint>
#include <optional>

namespace ghreveal::media {

namespace {

using namespace std::string_view_literals;

constexpr unsigned kOrientationTag = 0x0112;
constexpr unsigned kXResolutionTag = 0x011A;
constexpr unsigned kYResolutionTag = 0x011B;
constexpr unsigned kResolutionUnitTag = 0x0128;
constexpr unsigned kExifDirectoryTag = 0x8769;
constexpr unsigned kPixelXDimensionTag = 0xA002;
constexpr unsigned kPixelYDimensionTag = 0xA003;

class Tiff {
public:
    explicit Tiff(std::string_view block)
        : block_(block), is_little_(block.starts_with("II\x2a\0"sv)) {}

    bool is_valid() const { return is_little_ || block_.starts_with("MM\0\x2a"sv); }

    std::uint32_t number(std::size_t at, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count && at + count <= block_.size(); ++i) {
            const std::size_t from = is_little_ ? at + count - 1 - i : at + i;
            value = value << 8U | static_cast<unsigned char>(block_[from]);
        }
        return value;
    }

    std::uint32_t first_directory() const { return number(4, 4); }

    // Where a tag's value stands: shorts and longs in its entry itself.
    std::optional<std::size_t> entry(std::uint32_t directory, unsigned tag) const {
        constexpr std::size_t kEntryBytes = 12;
        const std::uint32_t count = number(directory, 2);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t at = std::size_t{directory} + 2 + i * kEntryBytes;
            if (at + kEntryBytes > block_.size()) {
                break;
            }
            if (number(at, 2) == tag) {
                return at;
            }
        }
        return std::nullopt;
    }

    std::uint32_t integer(std::uint32_t directory, unsigned tag) const {
        constexpr unsigned kShort = 3;
        const auto at = entry(directory, tag);
        return at ? number(*at + 8, number(*at + 2, 2) == kShort ? 2 : 4) : 0;
    }

    double rational(std::uint32_t directory, unsigned tag) const {
        const auto at = entry(directory, tag);
        const std::uint32_t value = at ? number(*at + 8, 4) : 0;
        const std::uint32_t denominator = value != 0 ? number(std::size_t{value} + 4, 4) : 0;
        return denominator == 0 ? 0 : static_cast<double>(number(value, 4)) / denominator;
    }

private:
    std::string_view block_;
    bool is_little_;
};

// HTML §15.4.2 "density-corrected natural size": believed only when it agrees with the size in
// pixels that the same metadata gives.
void take_density(const Tiff& tiff, PictureFacts& facts) {
    constexpr double kDefaultResolution = 72;
    constexpr unsigned kInches = 2;
    const std::uint32_t directory = tiff.first_directory();
    const std::uint32_t exif = tiff.integer(directory, kExifDirectoryTag);
    const double x = tiff.rational(directory, kXResolutionTag);
    const double y = tiff.rational(directory, kYResolutionTag);
    if (exif == 0 || x <= 0 || y <= 0 || tiff.integer(directory, kResolutionUnitTag) != kInches) {
        return;
    }
    const Size told{static_cast<Px>(tiff.integer(exif, kPixelXDimensionTag)),
                    static_cast<Px>(tiff.integer(exif, kPixelYDimensionTag))};
    const Size physical{std::round(facts.stored.width * kDefaultResolution / x),
                        std::round(facts.stored.height * kDefaultResolution / y)};
    if (told.width > 0 && told.height > 0 && told == physical) {
        facts.density_corrected = told;
    }
}

}  // namespace

void take_exif(std::string_view block, PictureFacts& facts) {
    constexpr auto kPrefix = "Exif\0\0"sv;
    if (block.starts_with(kPrefix)) {
        block.remove_prefix(kPrefix.size());
    }
    const Tiff tiff(block);
    if (!tiff.is_valid()) {
        return;
    }
    const std::uint32_t turn = tiff.integer(tiff.first_directory(), kOrientationTag);
    if (turn >= 1 && turn <= 8) {
        facts.orientation = static_cast<Orientation>(turn);
    }
    take_density(tiff, facts);
}

}  // namespace ghreveal::media
