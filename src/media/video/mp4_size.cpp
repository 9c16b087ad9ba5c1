// ISO/IEC 14496-12: boxes in boxes, each with its size and its four letters before it.

#include "media/video/containers.h"

namespace ghreveal::media {

namespace {

constexpr std::uint64_t name_of(const char (&letters)[5]) {
    std::uint64_t name = 0;
    for (int i = 0; i < 4; ++i) {
        name = name << 8 | static_cast<unsigned char>(letters[i]);
    }
    return name;
}

struct Mp4Box {
    std::uint64_t name = 0;
    FileRange content;
};

// §4.2: size 1 has the true one behind the name, 0 goes to the end.
std::optional<Mp4Box> box_at(FileWindow& file, std::uint64_t offset, std::uint64_t end) {
    const auto small_size = file.number(offset, 4);
    const auto name = file.number(offset + 4, 4);
    if (!small_size || !name) {
        return std::nullopt;
    }
    std::uint64_t head = 8;
    std::uint64_t size = *small_size;
    if (size == 1) {
        size = file.number(offset + head, 8).value_or(0);
        head = 16;
    } else if (size == 0) {
        size = end - offset;
    }
    if (size < head || size > end - offset) {
        return std::nullopt;
    }
    return Mp4Box{*name, {offset + head, offset + size}};
}

// §8.3.2.2. A sound's track has no size; a matrix that begins with 0 turns by a quarter.
std::optional<Size> size_in_track_header(FileWindow& file, const FileRange& header) {
    constexpr std::uint64_t kMatrixOfVersion0 = 40;
    constexpr std::uint64_t kMatrixOfVersion1 = 52;
    constexpr std::uint64_t kMatrixBytes = 36;
    constexpr double kFixedPoint = 65536;
    const std::uint64_t matrix =
        header.begin +
        (file.number(header.begin, 1).value_or(0) == 1 ? kMatrixOfVersion1 : kMatrixOfVersion0);
    const auto width = file.number(matrix + kMatrixBytes, 4);
    const auto height = file.number(matrix + kMatrixBytes + 4, 4);
    if (!width || !height || *width == 0 || *height == 0) {
        return std::nullopt;
    }
    const Size size{static_cast<double>(*width) / kFixedPoint,
                    static_cast<double>(*height) / kFixedPoint};
    const bool is_turned = file.number(matrix, 4) == 0;
    return is_turned ? Size{size.height, size.width} : size;
}

std::optional<Size> size_in(FileWindow& file, const FileRange& range, int& boxes_left) {
    std::uint64_t offset = range.begin;
    while (offset < range.end && boxes_left-- > 0) {
        const auto box = box_at(file, offset, range.end);
        if (!box) {
            return std::nullopt;
        }
        std::optional<Size> size;
        if (box->name == name_of("moov") || box->name == name_of("trak")) {
            size = size_in(file, box->content, boxes_left);
        } else if (box->name == name_of("tkhd")) {
            size = size_in_track_header(file, box->content);
        }
        if (size) {
            return size;
        }
        offset = box->content.end;
    }
    return std::nullopt;
}

}  // namespace

bool is_mp4(FileWindow& file) {
    const auto name = file.number(4, 4);
    return name == name_of("ftyp") || name == name_of("moov") || name == name_of("mdat") ||
           name == name_of("wide") || name == name_of("free");
}

std::optional<Size> mp4_size(FileWindow& file) {
    int boxes_left = kMostBoxes;
    return size_in(file, {0, file.size()}, boxes_left);
}

}  // namespace ghreveal::media
