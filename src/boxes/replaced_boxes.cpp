#include "boxes/replaced_boxes.h"

#include <string_view>
#include <utility>

#include "boxes/film_source.h"
#include "boxes/picture_source.h"
#include "dom/integer_attribute.h"
#include "media/address.h"
#include "media/video/still.h"
#include "style/properties/box_style.h"
#include "style/svg/svg_markup.h"

namespace ghreveal::boxes {

namespace {

// CSS 2.1 §10.3.2: what has no size of its own.
constexpr Size kDefaultSize{300, 150};
// A bar of controls (HTML §15.4.1 leaves it to the browser).
constexpr Size kAudioControls{300, 54};
constexpr Size kCheckBox{13, 13};

std::string attribute_or(const dom::Node& node, std::string_view name,
                         const std::string& other = "") {
    const std::string* value = node.attribute(name);
    return value != nullptr && !value->empty() ? *value : other;
}

void take_size_from(Replaced& content) {
    if (content.image) {
        content.natural = content.image->intrinsic_size();
        content.ratio = content.image->intrinsic_ratio();
    } else {
        content.natural = kDefaultSize;
    }
}

// As browsers take it: `title` stands in where there is no `alt`, not where it is empty.
std::string alternative_text(const dom::Node& node) {
    const std::string* alt = node.attribute("alt");
    return alt != nullptr ? *alt : attribute_or(node, "title");
}

void fall_back(Replaced& content, const dom::Node& node) {
    if (!content.label.empty()) {
        content.fallback = Fallback::kText;
    } else if (node.attribute("alt") != nullptr) {
        content.fallback = Fallback::kNothing;
    } else {
        content.fallback = Fallback::kMark;
    }
}

Replaced image_element(const dom::Node& node, const BoxContext& source) {
    const PictureSource chosen = picture_source(node);
    Replaced content = picture(chosen.address, node, source);
    content.label = alternative_text(node);
    if (!content.image) {
        content.address = chosen.address;
        fall_back(content, node);
    } else {
        content.natural.width /= chosen.density;
        content.natural.height /= chosen.density;
    }
    return content;
}

// "youtube.com" of "https://www.youtube.com/embed/x": enough to say where a frame leads, and short
// enough to stand in it. An address without a host stays whole.
std::string host_or_address(const std::string& address) {
    const std::size_t slashes = address.find("//");
    if (slashes == std::string::npos) {
        return address;
    }
    std::string host =
        address.substr(slashes + 2, address.find_first_of("/?#", slashes + 2) - slashes - 2);
    return host.starts_with("www.") ? host.substr(4) : host;
}

Px canvas_side(const dom::Node& node, std::string_view name, Px otherwise) {
    const auto side = dom::integer_attribute<unsigned>(node, name);
    return side ? static_cast<Px>(*side) : otherwise;
}

Replaced frame(const dom::Node& node, std::string address, Size size) {
    Replaced content;
    content.label = attribute_or(node, "title", host_or_address(address));
    content.address = std::move(address);
    content.natural = size;
    return content;
}

// HTML §4.12.5: the attributes are the bitmap's size, not hints for the style.
Replaced canvas(const dom::Node& node) {
    const Size size{canvas_side(node, "width", kDefaultSize.width),
                    canvas_side(node, "height", kDefaultSize.height)};
    Replaced content = frame(node, "", size);
    content.ratio = size.height > 0 ? size.width / size.height : 0;
    return content;
}

Replaced video(const dom::Node& node, const BoxContext& source) {
    const std::string poster = attribute_or(node, "poster");
    if (!poster.empty()) {
        Replaced content = picture(poster, node, source);
        if (content.image) {
            content.label = attribute_or(node, "title");
            content.address = media_address(node);
            return content;
        }
    }
    const std::optional<Size> size = film_size(node, source.images);
    Replaced content = frame(node, media_address(node), size.value_or(kDefaultSize));
    content.ratio = size ? size->width / size->height : 0;
    return content;
}

Replaced inline_svg(const dom::Node& node, const BoxContext& source) {
    Replaced content;
    content.is_inline_svg = true;
    const SourcePosition where = dom::position_of(node, source.file);
    content.image = source.images.from_svg_text(
        style::svg_markup(
            node, [&](std::string_view address) { return source.images.as_data(address, where); }),
        where);
    take_size_from(content);
    return content;
}

// HTML §4.8.7: what cannot be shown shows the element's content instead.
std::optional<Replaced> object_element(const dom::Node& node, const BoxContext& source) {
    const std::string address = attribute_or(node, "data");
    if (media::names_picture(attribute_or(node, "type"), address)) {
        Replaced content = picture(address, node, source);
        if (content.image) {
            return content;
        }
    }
    if (node.first_child != nullptr || address.empty()) {
        return std::nullopt;
    }
    return frame(node, address, kDefaultSize);
}

std::optional<Replaced> embed_element(const dom::Node& node, const BoxContext& source) {
    const std::string address = attribute_or(node, "src");
    if (media::names_picture(attribute_or(node, "type"), address)) {
        return picture(address, node, source);
    }
    return frame(node, address, kDefaultSize);
}

Replaced iframe(const dom::Node& node, const BoxContext& source) {
    Replaced content = frame(node, media_address(node), kDefaultSize);
    if (const std::optional<std::string> still = media::video_still(content.address)) {
        content.still = source.images.load_silently(*still);
    }
    return content;
}

std::optional<Replaced> input_element(const dom::Node& node, const BoxContext& source) {
    const std::string type = attribute_or(node, "type");
    if (type == "image") {
        return image_element(node, source);
    }
    if (type == "checkbox" || type == "radio") {
        Replaced content;
        content.natural = kCheckBox;
        return content;
    }
    return std::nullopt;
}

}  // namespace

Replaced picture(const std::string& address, const dom::Node& node, const BoxContext& source) {
    Replaced content;
    if (!address.empty()) {
        content.image = source.images.load(address, dom::position_of(node, source.file));
    }
    take_size_from(content);
    return content;
}

namespace {

// The picture that an element's `content` puts into its place (CSS Content 3 §2).
std::optional<Replaced> picture_instead(const dom::Node& node, const style::ComputedStyle& style,
                                        const BoxContext& context) {
    const auto& content = style.box().content;
    if (content.size() != 1 || content.front().kind != css::ContentItem::Kind::kUrl) {
        return std::nullopt;
    }
    Replaced replaced = picture(content.front().text, node, context);
    return replaced.image ? std::optional(std::move(replaced)) : std::nullopt;
}

// What the element is by itself.
std::optional<Replaced> own_content(const dom::Node& node, const BoxContext& source) {
    const std::string& name = node.name;
    if (node.is_foreign || name == "svg") {
        return name == "svg" ? std::optional(inline_svg(node, source)) : std::nullopt;
    }
    if (name == "img") {
        return image_element(node, source);
    }
    if (name == "iframe") {
        return iframe(node, source);
    }
    if (name == "video") {
        return video(node, source);
    }
    if (name == "audio") {
        return frame(node, media_address(node), kAudioControls);
    }
    if (name == "canvas") {
        return canvas(node);
    }
    if (name == "object") {
        return object_element(node, source);
    }
    if (name == "embed") {
        return embed_element(node, source);
    }
    if (name == "input") {
        return input_element(node, source);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Replaced> replaced_content(const dom::Node& node, const style::ComputedStyle& style,
                                         const BoxContext& context) {
    auto content = own_content(node, context);
    return content ? std::move(content) : picture_instead(node, style, context);
}

}  // namespace ghreveal::boxes
