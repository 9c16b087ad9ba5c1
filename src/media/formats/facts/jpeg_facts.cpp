// What a JPEG's markers say (ITU-T T.81 annex B, T.871, ICC.1 annex B.4).
#include <fmt/format.h>

#include <map>

#include "media/formats/facts/exif.h"
#include "media/formats/facts/picture_facts.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

using namespace std::string_view_literals;

constexpr unsigned kStartOfScan = 0xDA;
constexpr unsigned kEndOfImage = 0xD9;
constexpr unsigned kApp1 = 0xE1;
constexpr unsigned kApp2 = 0xE2;
constexpr unsigned kApp14 = 0xEE;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

unsigned two_bytes_at(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}

// SOF0 to SOF15 hold the size, but DHT, JPG and DAC lie among their codes (table B.1).
bool is_start_of_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Markers without a segment: fill bytes, TEM, RST0 to RST7, SOI.
bool stands_alone(unsigned marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

struct Markers {
    PictureFacts facts;
    std::map<unsigned, std::string_view> profile_parts;  // by sequence number
    bool has_frame = false;
    bool has_jfif = false;
    int adobe_transform = -1;
    int scans = 0;
    unsigned components = 0;
    std::string component_names;
    unsigned precision = 8;
    unsigned frame_kind = 0;
    std::string_view exif;
};

void take_frame(unsigned marker, std::string_view segment, Markers& found) {
    if (found.has_frame || segment.size() < 6) {
        return;
    }
    found.has_frame = true;
    found.frame_kind = marker;
    found.precision = byte_at(segment, 0);
    found.facts.stored = {static_cast<Px>(two_bytes_at(segment, 3)),
                          static_cast<Px>(two_bytes_at(segment, 1))};
    found.components = byte_at(segment, 5);
    for (std::size_t i = 0; i < found.components; ++i) {
        found.component_names += static_cast<char>(byte_at(segment, 6 + 3 * i));
    }
}

void take_segment(unsigned marker, std::string_view segment, Markers& found) {
    constexpr auto kProfile = "ICC_PROFILE\0"sv;
    constexpr auto kExif = "Exif\0\0"sv;
    if (is_start_of_frame(marker)) {
        take_frame(marker, segment, found);
    } else if (marker == kStartOfScan) {
        ++found.scans;
    } else if (marker == 0xE0 && segment.starts_with("JFIF\0"sv)) {
        found.has_jfif = true;
    } else if (marker == kApp1 && segment.starts_with(kExif) && found.exif.empty()) {
        found.exif = segment;
    } else if (marker == kApp2 && segment.starts_with(kProfile) &&
               segment.size() > kProfile.size() + 2) {
        found.profile_parts.emplace(byte_at(segment, kProfile.size()),
                                    segment.substr(kProfile.size() + 2));
    } else if (marker == kApp14 && segment.starts_with("Adobe"sv) && segment.size() >= 12) {
        found.adobe_transform = static_cast<int>(byte_at(segment, 11));
    }
}

// Past a scan's data: to the next 0xFF that begins a marker.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
    for (at = bytes.find('\xff', at); at != std::string_view::npos; at = bytes.find('\xff', at)) {
        const unsigned next = byte_at(bytes, at + 1);
        if (next != 0 && next != 0xFF && !stands_alone(next)) {
            return at;
        }
        ++at;
    }
    return bytes.size();
}

Markers read_markers(std::string_view bytes) {
    Markers found;
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
        const unsigned marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == kEndOfImage) {
            break;
        }
        if (stands_alone(marker)) {
            at += 2;
            continue;
        }
        const std::size_t length = std::max(2U, two_bytes_at(bytes, at + 2));
        take_segment(marker, bytes.substr(at + 4, length - 2), found);
        at += 2 + length;
        if (marker == kStartOfScan) {
            at = end_of_scan(bytes, at);
        }
    }
    return found;
}

Inks inks_of(unsigned components) {
    return components == 1 ? Inks::kGray : components == 4 ? Inks::kCmyk : Inks::kRgb;
}

// Every decoder agrees on grey and on Y'CbCr; about what else three components may be, a PDF viewer
// goes by fewer signs than libjpeg.
bool has_common_colors(const Markers& found) {
    const bool is_rgb_by_names =
        !found.has_jfif && found.adobe_transform < 0 && found.component_names == "RGB";
    const bool is_dct = found.frame_kind <= 0xC2;  // baseline, extended, progressive; Huffman codes
    return is_dct && found.precision == 8 &&
           (found.components == 1 || (found.components == 3 && !is_rgb_by_names));
}

}  // namespace

PictureFacts jpeg_facts(std::string_view bytes, const Limits& limits) {
    Markers found = read_markers(bytes);
    if (!found.has_frame) {
        throw Error({}, "the JPEG picture has no size in it");
    }
    if (found.scans > limits.jpeg_scans) {
        throw Error({}, fmt::format("the JPEG picture has more than {} scans", limits.jpeg_scans),
                    "save it anew");
    }
    PictureFacts& facts = found.facts;
    facts.inks = inks_of(found.components);
    for (const auto& [number, part] : found.profile_parts) {
        facts.profile += part;
    }
    if (is_srgb_profile(facts.profile)) {
        facts.profile.clear();
    }
    facts.has_common_colors = has_common_colors(found) && facts.profile.empty();
    take_exif(found.exif, facts);
    return std::move(facts);
}

}  // namespace ghreveal::media
