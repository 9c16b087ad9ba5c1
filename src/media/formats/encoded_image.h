// A picture as it was read, decoded when its pixels are first asked for.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "media/formats/decode.h"
#include "media/image.h"

namespace ghreveal::media {

class EncodedImage final : public Image {
public:
    // Throws Error when the bytes are no picture, or larger than the limits.
    EncodedImage(std::string bytes, const Limits&);

    Format format() const override { return format_; }
    Size intrinsic_size() const override { return size_; }
    double intrinsic_ratio() const override { return ratio_; }
    const std::string& encoded() const override { return bytes_; }
    const Pixels& pixels() const override;
    const std::string& unique_id() const override { return unique_id_; }

private:
    std::string bytes_;
    Format format_;
    Size size_;
    double ratio_ = 0;
    std::string unique_id_;
    Limits limits_;
    mutable std::mutex decoding_;
    mutable std::optional<Pixels> pixels_;
};

}  // namespace ghreveal::media
