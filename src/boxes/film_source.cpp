#include "boxes/film_source.h"

namespace ghreveal::boxes {

namespace {

// reveal.js puts `data-src` into `src` when the slide comes.
std::string address_of(const dom::Node& node) {
    for (const char* name : {"src", "data-src"}) {
        const std::string* address = node.attribute(name);
        if (address != nullptr && !address->empty()) {
            return *address;
        }
    }
    return "";
}

}  // namespace

std::string media_address(const dom::Node& node) {
    std::string address = address_of(node);
    for (const dom::Node* child = node.first_child; child != nullptr && address.empty();
         child = child->next) {
        if (child->is_element("source")) {
            address = address_of(*child);
        }
    }
    return address;
}

std::optional<Size> film_size(const dom::Node& video, media::ImageLoader& images) {
    const std::string* preload = video.attribute("preload");
    if (preload != nullptr && *preload == "none") {
        return std::nullopt;
    }
    const std::string address = media_address(video);
    return address.empty() ? std::nullopt : images.film_size(address);
}

}  // namespace ghreveal::boxes
