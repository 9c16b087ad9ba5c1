#include "export/pdf/document/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ghreveal::exporter {

namespace {

void append_u16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8U & 0xFFU);
    out += static_cast<char>(value & 0xFFU);
}

void append_u32(std::string& out, std::uint32_t value) {
    append_u16(out, value >> 16U);
    append_u16(out, value & 0xFFFFU);
}

// s15Fixed16Number (§4.6)
void append_fixed(std::string& out, double value) {
    append_u32(out, static_cast<std::uint32_t>(std::lround(value * 65536)));
}

// multiLocalizedUnicodeType (§10.13) with one text, in English.
std::string text_tag(std::string_view ascii) {
    constexpr std::uint32_t kRecordSize = 12;
    constexpr std::uint32_t kTextAt = 28;
    std::string tag("mluc\0\0\0\0", 8);
    append_u32(tag, 1);
    append_u32(tag, kRecordSize);
    tag += "enUS";
    append_u32(tag, static_cast<std::uint32_t>(2 * ascii.size()));
    append_u32(tag, kTextAt);
    for (const char c : ascii) {
        append_u16(tag, static_cast<unsigned char>(c));
    }
    return tag;
}

template <std::size_t kCount>
std::string numbers_tag(std::string_view type, const std::array<double, kCount>& values) {
    std::string tag(type);
    tag.append(4, '\0');
    for (const double value : values) {
        append_fixed(tag, value);
    }
    return tag;
}

// parametricCurveType (§10.15), its form 3: a power, below a value a straight line.
std::string curve_tag() {
    std::string tag("para\0\0\0\0\0\3\0\0", 12);
    for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
        append_fixed(tag, value);
    }
    return tag;
}

struct Tag {
    std::string_view name;
    std::string bytes;
};

// Colours are those seen by light D50, to which sRGB's, of light D65, are adapted (Annex E).
std::vector<Tag> tags() {
    constexpr std::array kWhite{0.9642, 1.0, 0.8249};
    constexpr std::array kRed{0.43607, 0.22249, 0.01392};
    constexpr std::array kGreen{0.38515, 0.71687, 0.09708};
    constexpr std::array kBlue{0.14307, 0.06061, 0.7141};
    constexpr std::array kAdaptation{1.04788,  0.02292,  -0.0502, 0.02959, 0.99048,
                                     -0.01706, -0.00923, 0.01508, 0.75168};
    return {{"desc", text_tag("sRGB")},
            {"cprt", text_tag("Public domain")},
            {"wtpt", numbers_tag("XYZ ", kWhite)},
            {"chad", numbers_tag("sf32", kAdaptation)},
            {"rXYZ", numbers_tag("XYZ ", kRed)},
            {"gXYZ", numbers_tag("XYZ ", kGreen)},
            {"bXYZ", numbers_tag("XYZ ", kBlue)},
            {"rTRC", curve_tag()}};
}

// §7.2
std::string header(std::uint32_t size) {
    std::string head;
    append_u32(head, size);
    head.append(4, '\0');
    append_u32(head, 0x04200000);
    head += "mntrRGB XYZ ";
    // A date is asked for: that of the specification, so that all profiles are the same.
    for (const std::uint32_t part : {2004U, 10U, 1U, 0U, 0U, 0U}) {
        append_u16(head, part);
    }
    head += "acsp";
    head.append(28, '\0');
    append_fixed(head, 0.9642);
    append_fixed(head, 1);
    append_fixed(head, 0.8249);
    head.append(48, '\0');
    return head;
}

}  // namespace

std::string srgb_profile() {
    constexpr std::uint32_t kHeaderSize = 128;
    const std::vector<Tag> all = tags();
    const auto count = static_cast<std::uint32_t>(all.size()) + 2;
    std::uint32_t at = kHeaderSize + 4 + 12 * count;
    std::string table;
    std::string data;
    append_u32(table, count);
    for (const Tag& tag : all) {
        // The three channels have one curve.
        const bool is_curve = tag.name == "rTRC";
        for (const char channel : std::string_view(is_curve ? "rgb" : "-")) {
            table += is_curve ? channel + std::string("TRC") : std::string(tag.name);
            append_u32(table, at);
            append_u32(table, static_cast<std::uint32_t>(tag.bytes.size()));
        }
        data += tag.bytes;
        data.resize((data.size() + 3) / 4 * 4);
        at = kHeaderSize + 4 + 12 * count + static_cast<std::uint32_t>(data.size());
    }
    return header(at) + table + data;
}

}  // namespace ghreveal::exporter
