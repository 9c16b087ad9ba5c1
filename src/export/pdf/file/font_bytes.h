// Numbers in the tables of a font program (ISO/IEC 14496-22).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

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

}  // namespace ghreveal::exporter
