#include <algorithm>
#include <cstdint>

#include "media/formats/decode.h"
#include "support/limits.h"

namespace ghreveal::media {

using namespace std::string_view_literals;

std::optional<Format> sniff_format(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return Format::kPng;
    }
    if (bytes.starts_with("\xff\xd8\xff"sv)) {
        return Format::kJpeg;
    }
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) {
        return Format::kGif;
    }
    constexpr std::size_t kRiffHeader = 8;  // the word and the size of what follows
    if (bytes.starts_with("RIFF"sv) && bytes.size() > kRiffHeader &&
        bytes.substr(kRiffHeader).starts_with("WEBP"sv)) {
        return Format::kWebp;
    }
    if (bytes.substr(0, FixedLimits::svg_prologue_bytes).find("<svg"sv) != std::string_view::npos) {
        return Format::kSvg;
    }
    return std::nullopt;
}

bool has_end(Format format, std::string_view bytes) {
    switch (format) {
        case Format::kPng:
            return bytes.find("IEND"sv, bytes.size() - std::min<std::size_t>(bytes.size(), 4096)) !=
                   std::string_view::npos;
        case Format::kWebp: {
            // RIFF: the size of all that follows, least significant byte first.
            constexpr std::size_t kHeader = 8;
            std::size_t size = 0;
            for (std::size_t i = kHeader; i-- > 4;) {
                size = size << 8 | static_cast<unsigned char>(bytes[i]);
            }
            return size <= bytes.size() - kHeader;
        }
        case Format::kJpeg:
            return bytes.rfind("\xff\xd9"sv) != std::string_view::npos;
        case Format::kGif:
        case Format::kSvg:
            break;
    }
    return true;
}

}  // namespace ghreveal::media
