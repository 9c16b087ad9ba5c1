// The still picture of a video that a frame would play.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::media {

// The address of the picture that YouTube shows before a video plays; nothing for other frames.
std::optional<std::string> video_still(std::string_view frame_address);

}  // namespace ghreveal::media
