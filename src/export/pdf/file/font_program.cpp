#include "export/pdf/file/font_program.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "export/pdf/file/font_bytes.h"

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

struct Table {
    std::string_view tag;
    std::string bytes;
};

bool is_hint(std::string_view tag) {
    return tag == "cvt " || tag == "fpgm" || tag == "prep";
}

std::vector<Table> tables_of(const FontBytes& font) {
    std::vector<Table> tables;
    for (const TableEntry& entry : table_list(font)) {
        if (!is_hint(entry.tag) && font.is_whole()) {
            tables.push_back({entry.tag, std::string(font.part(entry.begin, entry.size))});
        }
    }
    return tables;
}

Table* find_table(std::vector<Table>& tables, std::string_view tag) {
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [tag](const Table& table) { return table.tag == tag; });
    return found == tables.end() ? nullptr : &*found;
}

// A glyph of contours: instructions stand before its flags.
std::string simple_without_hints(const FontBytes& glyph, std::size_t contours) {
    const std::size_t at = 10 + 2 * contours;
    const std::size_t behind = at + 2 + glyph.u16(at);
    std::string result(glyph.part(0, at));
    append_u16(result, 0);
    return result.append(glyph.part(behind, glyph.size() - std::min(behind, glyph.size())));
}

// A glyph of glyphs: instructions stand behind the last one.
std::string composite_without_hints(const FontBytes& glyph) {
    constexpr std::uint32_t kWordArguments = 0x1;
    constexpr std::uint32_t kScale = 0x8;
    constexpr std::uint32_t kMore = 0x20;
    constexpr std::uint32_t kScaleXY = 0x40;
    constexpr std::uint32_t kMatrix = 0x80;
    constexpr std::uint32_t kInstructions = 0x100;
    std::string result(glyph.part(0, 10));
    std::uint32_t flags = kMore;
    std::size_t at = 10;
    while ((flags & kMore) != 0 && glyph.is_whole()) {
        flags = glyph.u16(at);
        const std::size_t size = 4 + ((flags & kWordArguments) != 0 ? 4U : 2U) +
                                 ((flags & kScale) != 0     ? 2U
                                  : (flags & kScaleXY) != 0 ? 4U
                                  : (flags & kMatrix) != 0  ? 8U
                                                            : 0U);
        append_u16(result, flags & ~kInstructions);
        result.append(glyph.part(at + 2, size - 2));
        at += size;
    }
    return result;
}

// False where a glyph cannot be read.
bool remove_glyph_hints(std::vector<Table>& tables) {
    const Table* head = find_table(tables, "head");
    Table* glyphs = find_table(tables, "glyf");
    Table* places = find_table(tables, "loca");
    if (head == nullptr || glyphs == nullptr || places == nullptr) {
        return false;
    }
    const bool is_long = FontBytes(head->bytes).u16(50) != 0;
    const FontBytes offsets(places->bytes);
    const FontBytes all(glyphs->bytes);
    const std::size_t entry = is_long ? 4 : 2;
    const auto offset = [&](std::size_t i) -> std::size_t {
        return is_long ? offsets.u32(i * entry) : 2 * offsets.u16(i * entry);
    };
    std::string new_glyphs;
    std::string new_places;
    const auto add_place = [&] {
        const auto place = static_cast<std::uint32_t>(new_glyphs.size());
        is_long ? append_u32(new_places, place) : append_u16(new_places, place / 2);
    };
    for (std::size_t i = 0; (i + 1) * entry < offsets.size(); ++i) {
        add_place();
        const std::size_t begin = offset(i);
        const std::size_t end = offset(i + 1);
        const FontBytes glyph(end > begin ? all.part(begin, end - begin) : std::string_view());
        if (glyph.size() > 0) {
            const std::uint32_t contours = glyph.u16(0);
            new_glyphs += contours < 0x8000 ? simple_without_hints(glyph, contours)
                                            : composite_without_hints(glyph);
            new_glyphs.resize((new_glyphs.size() + 3) / 4 * 4);
        }
        if (!glyph.is_whole() || !all.is_whole()) {
            return false;
        }
    }
    add_place();
    glyphs->bytes = std::move(new_glyphs);
    places->bytes = std::move(new_places);
    return true;
}

std::uint32_t checksum(std::string_view table) {
    std::uint32_t sum = 0;
    std::uint32_t shift = 24;
    for (const char c : table) {
        sum += static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << shift;
        shift = (shift + 24) % 32;
    }
    return sum;
}

// The font's head, the list of its tables, the tables.
std::string font_of(std::string_view version, const std::vector<Table>& tables) {
    const auto count = static_cast<std::uint32_t>(tables.size());
    std::uint32_t exponent = 0;
    while (2U << exponent <= count) {
        ++exponent;
    }
    std::string font(version);
    append_u16(font, count);
    append_u16(font, 16U << exponent);
    append_u16(font, exponent);
    append_u16(font, 16 * count - (16U << exponent));
    auto place = static_cast<std::uint32_t>(12 + 16 * tables.size());
    for (const Table& table : tables) {
        const auto size = static_cast<std::uint32_t>(table.bytes.size());
        font.append(table.tag);
        append_u32(font, checksum(table.bytes));
        append_u32(font, place);
        append_u32(font, size);
        place += (size + 3) / 4 * 4;
    }
    for (const Table& table : tables) {
        font.append(table.bytes);
        font.resize((font.size() + 3) / 4 * 4);
    }
    return font;
}

}  // namespace

std::optional<std::string> without_hints(std::string_view font) {
    const FontBytes bytes(font);
    std::vector<Table> tables = tables_of(bytes);
    if (!bytes.is_whole() || !remove_glyph_hints(tables)) {
        return std::nullopt;
    }
    return font_of(font.substr(0, 4), tables);
}

}  // namespace ghreveal::exporter
