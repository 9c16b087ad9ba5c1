#include "media/formats/encoded_image.h"

#include <fmt/format.h>

#include "media/content_name.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

Format format_or_throw(std::string_view bytes) {
    const std::optional<Format> format = sniff_format(bytes);
    if (!format) {
        throw Error({}, "not a picture in a format that can be shown",
                    "PNG, JPEG, GIF, WebP and SVG can");
    }
    if (!has_end(*format, bytes)) {
        throw Error({}, "the file is cut short");
    }
    return *format;
}

// As it is shown: upright.
Size upright_size(const PictureFacts& facts) {
    const Size size = facts.density_corrected == Size{} ? facts.stored : facts.density_corrected;
    return swaps_sides(facts.orientation) ? Size{size.height, size.width} : size;
}

}  // namespace

EncodedImage::EncodedImage(std::string bytes, const Limits& limits,
                           std::shared_ptr<PixelCache> cache)
    : bytes_(std::move(bytes)),
      format_(format_or_throw(bytes_)),
      unique_id_(content_name(bytes_)),
      most_pixels_(limits.decoded_pixels),
      cache_(std::move(cache)) {
    if (format_ == Format::kSvg) {
        const SvgSize svg = svg_size(bytes_);
        size_ = svg.size;
        ratio_ = svg.ratio;
        svg_ = read_svg(bytes_, limits);
        bytes_.clear();
    } else {
        facts_ = picture_facts(format_, bytes_, limits);
        size_ = upright_size(facts_);
        ratio_ = size_.width / size_.height;
        check();
    }
}

// What is drawn soon is decoded for good: its pixels wait in the cache. A JPEG goes into a PDF as
// it is.
void EncodedImage::check() const {
    if (format_ == Format::kJpeg) {
        check_jpeg(bytes_);
    } else {
        static_cast<void>(pixels({}));
    }
}

// As few pixels as the output needs. Pictures that are not large keep theirs, so that what is shown
// at several sizes is decoded once.
int EncodedImage::reduction_for(Size shown) const {
    constexpr int kCoarsestJpeg = 8;
    constexpr Px kLongestSide = 32'767;  // Cairo's
    constexpr Px kLarge = 4u << 20;
    const Px width = facts_.stored.width;
    const Px height = facts_.stored.height;
    const bool is_jpeg = format_ == Format::kJpeg;
    // Scaled by DCT, a picture is as sharp as it is large; means of pixels are scaled once more.
    const double spare = is_jpeg ? 1 : 2;
    const bool may_be_less =
        shown.width > 0 && shown.height > 0 && (is_jpeg || width * height > kLarge);
    const auto suffices = [&](int reduction) {
        return may_be_less && width / reduction >= spare * shown.width &&
               height / reduction >= spare * shown.height;
    };
    const auto is_too_large = [&](int reduction) {
        return std::max(width, height) / reduction > kLongestSide ||
               width / reduction * height / reduction > static_cast<Px>(most_pixels_);
    };
    int reduction = 1;
    while ((!is_jpeg || reduction < kCoarsestJpeg) &&
           (suffices(2 * reduction) || is_too_large(reduction))) {
        reduction *= 2;
    }
    return reduction;
}

Pixels EncodedImage::decode(int reduction) const {
    switch (format_) {
        case Format::kPng:
            return decode_png(bytes_, reduction);
        case Format::kJpeg:
            return decode_jpeg(bytes_, facts_, reduction);
        case Format::kWebp:
            return decode_webp(bytes_, facts_, reduction);
        case Format::kGif:
            return decode_gif(bytes_, reduction);
        case Format::kSvg:
            break;
    }
    throw Error({}, "this picture has no pixels of its own");
}

PixelsPtr EncodedImage::pixels(Size shown) const {
    const int reduction = reduction_for(shown);
    const auto count = static_cast<std::size_t>(facts_.stored.width * facts_.stored.height);
    return cache_->get(fmt::format("{}/{}", unique_id_, reduction), count,
                       [&] { return decode(reduction); });
}

const std::vector<ImageLink>& EncodedImage::links() const {
    static const std::vector<ImageLink> kNone;
    return svg_ ? svg_->links() : kNone;
}

std::shared_ptr<const std::string> EncodedImage::jpeg() const {
    if (format_ != Format::kJpeg) {
        return nullptr;
    }
    const std::lock_guard lock(converting_);
    if (!facts_.has_common_colors && !jpeg_) {
        jpeg_ = std::make_shared<const std::string>(with_common_colors(bytes_, facts_));
    }
    return jpeg_ ? jpeg_ : std::shared_ptr<const std::string>(shared_from_this(), &bytes_);
}

}  // namespace ghreveal::media
