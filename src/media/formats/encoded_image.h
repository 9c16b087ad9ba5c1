// A picture as it was read, decoded when its pixels are asked for.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "media/formats/decode.h"
#include "media/formats/pixel_cache.h"
#include "media/formats/svg.h"
#include "media/image.h"

namespace ghreveal::media {

class EncodedImage final : public Image, public std::enable_shared_from_this<EncodedImage> {
public:
    // Throws Error when the bytes are no picture, larger than the limits, or cannot be decoded to
    // their end.
    EncodedImage(std::string bytes, const Limits&, std::shared_ptr<PixelCache>);

    Format format() const override { return format_; }
    Size intrinsic_size() const override { return size_; }
    double intrinsic_ratio() const override { return ratio_; }
    const SvgDocument& svg() const override { return *svg_; }
    PixelsPtr pixels(Size shown) const override;
    Orientation orientation() const override { return facts_.orientation; }
    std::shared_ptr<const std::string> jpeg() const override;
    const std::vector<ImageLink>& links() const override;
    const std::string& unique_id() const override { return unique_id_; }

private:
    void check() const;
    int reduction_for(Size shown) const;
    Pixels decode(int reduction) const;

    std::string bytes_;
    Format format_;
    PictureFacts facts_;
    Size size_;
    double ratio_ = 0;
    std::unique_ptr<SvgDocument> svg_;
    std::string unique_id_;
    std::size_t most_pixels_;
    std::shared_ptr<PixelCache> cache_;
    mutable std::mutex converting_;
    mutable std::shared_ptr<const std::string> jpeg_;
};

}  // namespace ghreveal::media
