// Colours of an ICC profile to sRGB, by Little CMS in a module that is loaded when first needed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "media/formats/facts/picture_facts.h"

namespace ghreveal::media {

class ColorTransform {
public:
    virtual ~ColorTransform() = default;
    // From a row as decoders have it (BGRA; grey; CMYK as Adobe inverts it) to BGRA with straight
    // alpha. BGRA may be converted in place.
    virtual void convert_row(const std::uint8_t* from, std::uint8_t* bgra, int width) const = 0;
};

// Null when there is no profile, or it is broken or for other inks: then the colours are taken for
// sRGB's, as browsers do.
std::unique_ptr<ColorTransform> color_transform(const std::string& profile, Inks);

}  // namespace ghreveal::media
