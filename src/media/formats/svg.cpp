#include "media/formats/svg.h"

#include <algorithm>

#include "media/data_address.h"
#include "media/formats/decode.h"
#include "media/formats/modules/svg_module.h"
#include "media/formats/svg_trial.h"
#include "support/error.h"
#include "support/file.h"
#include "support/limit_names.h"
#include "support/module.h"

namespace ghreveal::media {

namespace {

constexpr int kMostPicturesInPictures = 3;

class SvgReader {
public:
    explicit SvgReader(const Limits& limits) : limits_(limits) {}

    std::unique_ptr<SvgDocument> read(const std::string& text, int depth) {
        auto* read_text = module_function<decltype(ghreveal_read_svg)>("svg", "ghreveal_read_svg");
        const SvgReading reading{
            limits_,
            {(data_directory() / "themes/base/theme-fonts.css").string(),
             (data_directory() / "themes/base/fonts.css").string()},
            [this, depth](std::string_view address) { return checked(address, depth + 1); }};
        SvgFindings findings;
        std::unique_ptr<SvgDocument> document{read_text(text, reading, findings)};
        if (!document) {
            throw Error(
                {}, "the SVG picture cannot be read: " + findings.problem,
                findings.limit.empty() ? findings.hint : limit_hint(limits_, findings.limit));
        }
        needs_trial_ = needs_trial_ || findings.needs_trial;
        looks_per_pixel_ += findings.looks_per_pixel;
        return document;
    }
    bool needs_trial() const { return needs_trial_; }
    double looks_per_pixel() const { return looks_per_pixel_; }

private:
    // A picture inside the picture.
    std::string checked(std::string_view address, int depth) {
        std::string bytes = data_address_bytes(address);
        const std::optional<Format> format = sniff_format(bytes);
        if (!format || depth > kMostPicturesInPictures) {
            return "";
        }
        if (*format == Format::kSvg) {
            return "data:image/svg+xml;base64," + base64(read(bytes, depth)->text());
        }
        const Size size = picture_facts(*format, bytes, limits_).stored;
        pixels_ += static_cast<std::size_t>(size.width * size.height);
        if (pixels_ > limits_.svg_image_pixels) {
            throw Error({}, "the pictures inside it have too many pixels",
                        "make them smaller; " + limit_hint(limits_, "svg-image-pixels"));
        }
        return std::string(address);
    }

    const Limits& limits_;
    std::size_t pixels_ = 0;
    bool needs_trial_ = false;
    double looks_per_pixel_ = 0;
};

// A trial shows what a filter takes by taking it. Of one that would take a hundred times the bound
// that is known before: no renderer looks at more than a pixel in a nanosecond.
void check_filters(double looks_per_pixel, Size size, const Limits& limits) {
    constexpr double kHopeless = 100;
    constexpr double kLooksPerMillisecond = 1e6;
    const double pixels = size.width * size.height;
    const double looks = looks_per_pixel * pixels * pixels;
    if (looks > kHopeless * kLooksPerMillisecond * static_cast<double>(limits.svg_milliseconds)) {
        throw_too_long(limits);
    }
}

}  // namespace

std::unique_ptr<SvgDocument> read_svg(const std::string& text, const Limits& limits) {
    SvgReader reader(limits);
    std::unique_ptr<SvgDocument> document = reader.read(text, 0);
    if (reader.needs_trial()) {
        const SvgSize intrinsic = svg_size(document->text());
        const Size size = drawing_size(intrinsic.size, intrinsic.ratio);
        check_filters(reader.looks_per_pixel(), size, limits);
        try_drawing(document->text(), size, limits);
    }
    return document;
}

Size drawing_size(const Size& intrinsic, double ratio) {
    Size size = intrinsic;
    if (size.width <= 0 && size.height <= 0) {
        size = ratio > 0 ? Size{300, 300 / ratio} : Size{300, 150};
    } else if (size.width <= 0) {
        size.width = size.height * (ratio > 0 ? ratio : 1);
    } else if (size.height <= 0) {
        size.height = size.width / (ratio > 0 ? ratio : 1);
    }
    // Cairo counts in 32,768ths; vectors are scaled anyway.
    constexpr Px kLongestSide = 8192;
    const Px longest = std::max(size.width, size.height);
    return longest <= kLongestSide
               ? size
               : Size{size.width * kLongestSide / longest, size.height * kLongestSide / longest};
}

}  // namespace ghreveal::media
