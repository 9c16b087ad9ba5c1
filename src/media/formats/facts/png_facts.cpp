// What a PNG's chunks say (PNG, third edition, §5.3, §11).
#include "media/formats/facts/exif.h"
#include "media/formats/facts/picture_facts.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

std::uint32_t four_bytes_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4 && i < bytes.size(); ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

}  // namespace

PictureFacts png_facts(std::string_view bytes) {
    constexpr std::size_t kSignature = 8;
    constexpr std::size_t kAround = 12;  // a chunk's length, name and checksum
    constexpr std::size_t kHeaderData = 13;
    if (bytes.size() < kSignature + kAround + kHeaderData) {
        throw Error({}, "the PNG picture is cut short");
    }
    PictureFacts facts;
    facts.stored = {static_cast<Px>(four_bytes_at(bytes, 16)),
                    static_cast<Px>(four_bytes_at(bytes, 20))};
    for (std::size_t at = kSignature; at + kAround <= bytes.size();) {
        const std::size_t length = four_bytes_at(bytes, at);
        const std::string_view name = bytes.substr(at + 4, 4);
        if (name == "eXIf") {
            take_exif(bytes.substr(at + 8, length), facts);
        }
        if (length > bytes.size() || name == "IEND") {
            break;
        }
        at += kAround + length;
    }
    return facts;
}

}  // namespace ghreveal::media
