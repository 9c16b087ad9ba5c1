// The containers that video_size() reads.
#pragma once

#include <optional>

#include "media/video/file_window.h"
#include "support/geometry.h"

namespace ghreveal::media {

// [mp4_size.cpp] MP4 and QuickTime.
bool is_mp4(FileWindow&);
std::optional<Size> mp4_size(FileWindow&);

// [matroska_size.cpp] WebM is a part of it.
bool is_matroska(FileWindow&);
std::optional<Size> matroska_size(FileWindow&);

}  // namespace ghreveal::media
