// Numbers in the tables of a font program (ISO/IEC 14496-22).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ghreveal::exporter {

// Bytes of a font, big-endian. What lies behind the end is zero, and is remembered.
class FontBytes {
public:
    explicit FontBytes(std::string_view bytes) : bytes_(bytes) {}

    std::uint32_t u16(std::size_t at) const { return u8(at) << 8U | u8(at + 1); }
    std::uint32_t u32(std::size_t at) const { return u16(at) << 16U | u16(at + 2); }
    std::string_view part(std::size_t at, std::size_t size) const {
        if (at > bytes_.size() || size > bytes_.size() - at) {
            is_whole_ = false;
            return {};
        }
        return bytes_.substr(at, size);
    }
    std::size_t size() const { return bytes_.size(); }
    bool is_whole() const { return is_whole_; }

private:
    std::uint32_t u8(std::size_t at) const {
        const std::string_view byte = part(at, 1);
        return byte.empty() ? 0 : static_cast<unsigned char>(byte.front());
    }

    std::string_view bytes_;
    mutable bool is_whole_ = true;
};

// A table, by its place in the font's list (§4.2). In bytes.
struct TableEntry {
    std::string_view tag;
    std::size_t begin = 0;
    std::size_t size = 0;
};

inline std::vector<TableEntry> table_list(const FontBytes& font) {
    constexpr std::size_t kHead = 12;
    constexpr std::size_t kEntry = 16;
    std::vector<TableEntry> list;
    const std::size_t count = font.u16(4);
    for (std::size_t i = 0; i < count && font.is_whole(); ++i) {
        const std::size_t entry = kHead + i * kEntry;
        list.push_back({font.part(entry, 4), font.u32(entry + 8), font.u32(entry + 12)});
    }
    return list;
}

}  // namespace ghreveal::exporter
