#include "media/formats/svg.h"

#include <algorithm>

#include "media/data_address.h"
#include "media/formats/decode.h"
#include "media/formats/modules/svg_module.h"
#include "media/formats/svg_trial.h"
#include "support/error.h"
#include "support/file.h"
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
            throw Error({}, "the SVG picture cannot be read: " + findings.problem, findings.hint);
        }
        needs_trial_ = needs_trial_ || findings.needs_trial;
        return document;
    }
    bool needs_trial() const { return needs_trial_; }

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
            throw Error({}, "the pictures inside it have too many pixels", "make them smaller");
        }
        return std::string(address);
    }

    const Limits& limits_;
    std::size_t pixels_ = 0;
    bool needs_trial_ = false;
};

}  // namespace

std::unique_ptr<SvgDocument> read_svg(const std::string& text, const Limits& limits) {
    SvgReader reader(limits);
    std::unique_ptr<SvgDocument> document = reader.read(text, 0);
    if (reader.needs_trial()) {
        const SvgSize size = svg_size(document->text());
        try_drawing(document->text(), drawing_size(size.size, size.ratio), limits);
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
