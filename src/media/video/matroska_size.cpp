// EBML (RFC 8794): elements in elements, each with its number and its size before it, both as long
// as their first bits say.

#include <bit>

#include "media/video/containers.h"

namespace ghreveal::media {

namespace {

enum ElementNumber : std::uint64_t {
    kEbml = 0x1A45DFA3,
    kSegment = 0x18538067,
    kTracks = 0x1654AE6B,
    kTrackEntry = 0xAE,
    kVideo = 0xE0,
    kPixelWidth = 0xB0,
    kPixelHeight = 0xBA,
    kDisplayWidth = 0x54B0,
    kDisplayHeight = 0x54BA,
};

struct Element {
    std::uint64_t number = 0;
    FileRange content;
};

// RFC 8794 §4: as many leading zero bits as bytes follow the first.
std::uint64_t length_at(FileWindow& file, std::uint64_t offset) {
    const auto first = static_cast<std::uint8_t>(file.number(offset, 1).value_or(0));
    return first == 0 ? 0 : static_cast<std::uint64_t>(std::countl_zero(first)) + 1;
}

std::optional<Element> element_at(FileWindow& file, std::uint64_t offset, std::uint64_t end) {
    const std::uint64_t number_length = length_at(file, offset);
    const std::uint64_t size_length = length_at(file, offset + number_length);
    if (number_length == 0 || number_length > 4 || size_length == 0) {
        return std::nullopt;
    }
    const auto number = file.number(offset, number_length);
    const auto marked_size = file.number(offset + number_length, size_length);
    if (!number || !marked_size) {
        return std::nullopt;
    }
    const std::uint64_t all_ones = (std::uint64_t{1} << 7 * size_length) - 1;
    const std::uint64_t size = *marked_size & all_ones;
    const std::uint64_t begin = offset + number_length + size_length;
    // All ones: not known, as of a stream.
    const std::uint64_t room = end > begin ? end - begin : 0;
    if (size != all_ones && size > room) {
        return std::nullopt;
    }
    return Element{*number, {begin, size == all_ones ? end : begin + size}};
}

struct VideoSizes {
    Size stored;
    Size shown;
};

void take_size(FileWindow& file, const Element& element, VideoSizes& sizes) {
    const FileRange& content = element.content;
    if (content.end - content.begin > 8) {
        return;
    }
    const auto value =
        static_cast<double>(file.number(content.begin, content.end - content.begin).value_or(0));
    switch (element.number) {
        case kPixelWidth:
            sizes.stored.width = value;
            break;
        case kPixelHeight:
            sizes.stored.height = value;
            break;
        case kDisplayWidth:
            sizes.shown.width = value;
            break;
        case kDisplayHeight:
            sizes.shown.height = value;
            break;
        default:
            break;
    }
}

// True once a film's sizes are found.
bool take_sizes(FileWindow& file, const FileRange& range, VideoSizes& sizes, int& elements_left) {
    std::uint64_t offset = range.begin;
    while (offset < range.end && elements_left-- > 0) {
        const auto element = element_at(file, offset, range.end);
        if (!element) {
            return false;
        }
        const std::uint64_t number = element->number;
        const bool is_container =
            number == kSegment || number == kTracks || number == kTrackEntry || number == kVideo;
        if (is_container && take_sizes(file, element->content, sizes, elements_left)) {
            return true;
        }
        take_size(file, *element, sizes);
        offset = element->content.end;
    }
    return sizes.stored.width > 0 && sizes.stored.height > 0;
}

}  // namespace

bool is_matroska(FileWindow& file) {
    return file.number(0, 4) == kEbml;
}

std::optional<Size> matroska_size(FileWindow& file) {
    VideoSizes sizes;
    int elements_left = kMostBoxes;
    if (!take_sizes(file, {0, file.size()}, sizes, elements_left)) {
        return std::nullopt;
    }
    const bool has_shown = sizes.shown.width > 0 && sizes.shown.height > 0;
    return has_shown ? sizes.shown : sizes.stored;
}

}  // namespace ghreveal::media
