// EXIF metadata, as JPEG, PNG and WebP hold it (CIPA DC-008, TIFF 6.0 §2).
#pragma once

#include <string_view>

#include "media/formats/facts/picture_facts.h"

namespace ghreveal::media {

// Takes the orientation and the size that the density gives from a block that begins with its byte
// order, with or without "Exif\0\0" before it. A broken block says nothing. `facts.stored` is set.
void take_exif(std::string_view block, PictureFacts& facts);

}  // namespace ghreveal::media
