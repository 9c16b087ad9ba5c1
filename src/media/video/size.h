// How large a film's frames are, from the head of its file.
#pragma once

#include <filesystem>
#include <optional>

#include "support/geometry.h"

namespace ghreveal::media {

// The size in px at which browsers show the first film track of an MP4 or QuickTime file
// (ISO/IEC 14496-12 §8.3.2, the track header) or of WebM and Matroska (RFC 9559 §5.1.4.1.28),
// turned as the file says. Nothing for other files and broken ones. Reads the heads of the file's
// boxes only, however long the film is.
std::optional<Size> video_size(const std::filesystem::path&);

}  // namespace ghreveal::media
