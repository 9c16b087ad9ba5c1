#include "media/formats/facts/picture_facts.h"

#include <fmt/format.h>

#include "media/formats/facts/webp_chunks.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

using namespace std::string_view_literals;

PictureFacts gif_facts(std::string_view bytes) {
    if (bytes.size() < 10) {
        throw Error({}, "the GIF picture is cut short");
    }
    PictureFacts facts;
    facts.stored = {static_cast<Px>(little_endian(bytes, 6, 2)),
                    static_cast<Px>(little_endian(bytes, 8, 2))};
    return facts;
}

PictureFacts facts_of(Format format, std::string_view bytes, const Limits& limits) {
    switch (format) {
        case Format::kPng:
            return png_facts(bytes);
        case Format::kJpeg:
            return jpeg_facts(bytes, limits);
        case Format::kWebp:
            return webp_facts(bytes);
        case Format::kGif:
            return gif_facts(bytes);
        case Format::kSvg:
            break;
    }
    return {};
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        value = value << 8U | static_cast<unsigned char>(i < bytes.size() ? bytes[i] : 0);
    }
    return value;
}

// The `desc` tag's text; in a profile of version 4 its letters come with zeros between.
std::string description_of(std::string_view profile) {
    constexpr std::size_t kTags = 128;
    constexpr std::size_t kTagBytes = 12;
    constexpr std::size_t kLongest = 256;
    const std::size_t count = std::min<std::size_t>(big_endian(profile, kTags), 100);
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = kTags + 4 + i * kTagBytes;
        if (profile.substr(std::min(at, profile.size()), 4) != "desc"sv) {
            continue;
        }
        const std::size_t start =
            std::min<std::size_t>(big_endian(profile, at + 4), profile.size());
        for (const char c :
             profile.substr(start, std::min<std::size_t>(big_endian(profile, at + 8), kLongest))) {
            if (c > 0x20 && c < 0x7F) {
                text += c;
            }
        }
    }
    return text;
}

}  // namespace

bool is_srgb_profile(std::string_view profile) {
    const std::string description = description_of(profile);
    return description.find("sRGB") != std::string::npos;
}

PictureFacts picture_facts(Format format, std::string_view bytes, const Limits& limits) {
    PictureFacts facts = facts_of(format, bytes, limits);
    if (facts.stored.width < 1 || facts.stored.height < 1) {
        throw Error({}, "the picture has no pixels");
    }
    if (facts.stored.width * facts.stored.height > Px(limits.image_pixels)) {
        throw Error(
            {}, fmt::format("the picture has more than {} megapixels", limits.image_pixels >> 20U),
            "make it smaller, or widen --image-megapixels");
    }
    return facts;
}

}  // namespace ghreveal::media
