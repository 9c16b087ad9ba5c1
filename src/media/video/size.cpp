#include "media/video/size.h"

#include "media/video/containers.h"
#include "support/file.h"

namespace ghreveal::media {

std::optional<Size> video_size(const std::filesystem::path& path) {
    if (!is_file(path)) {
        return std::nullopt;
    }
    FileWindow file(path);
    if (is_mp4(file)) {
        return mp4_size(file);
    }
    return is_matroska(file) ? matroska_size(file) : std::nullopt;
}

}  // namespace ghreveal::media
