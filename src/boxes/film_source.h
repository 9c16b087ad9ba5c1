// What a <video> or <audio> plays, and how large a film is before it is played.
#pragma once

#include <optional>
#include <string>

#include "dom/document.h"
#include "media/loader.h"
#include "support/geometry.h"

namespace ghreveal::boxes {

// The element's own address or its first <source>'s, "" without one.
std::string media_address(const dom::Node&);

// The natural size of a film of the site's, in px; nothing where `preload="none"` keeps browsers
// from knowing it, for films of the web and what is no film.
std::optional<Size> film_size(const dom::Node& video, media::ImageLoader&);

}  // namespace ghreveal::boxes
