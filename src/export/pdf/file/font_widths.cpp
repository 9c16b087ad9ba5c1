#include "export/pdf/file/font_widths.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "export/pdf/content/content_tokens.h"
#include "export/pdf/file/cairo_objects.h"
#include "export/pdf/file/font_bytes.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

// Where a table begins; 0: there is none.
std::size_t table_at(const std::vector<TableEntry>& tables, std::string_view tag) {
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [tag](const TableEntry& entry) { return entry.tag == tag; });
    return found == tables.end() ? 0 : found->begin;
}

// The glyphs of a subtable in format 4 (ISO/IEC 14496-22 §5.2.1.3.3).
void add_characters(const FontBytes& font, std::size_t table, GlyphWidths& widths) {
    const std::size_t segments = font.u16(table + 6) / 2;
    const std::size_t ends = table + 14;
    const std::size_t starts = ends + 2 * segments + 2;
    const std::size_t deltas = starts + 2 * segments;
    const std::size_t offsets = deltas + 2 * segments;
    for (std::size_t i = 0; i < segments && font.is_whole(); ++i) {
        const std::uint32_t start = font.u16(starts + 2 * i);
        const std::uint32_t end = font.u16(ends + 2 * i);
        const std::uint32_t delta = font.u16(deltas + 2 * i);
        const std::size_t place = offsets + 2 * i;
        const std::uint32_t offset = font.u16(place);
        for (std::uint32_t c = start; c <= end && c != 0xFFFF && font.is_whole(); ++c) {
            const std::uint32_t listed =
                offset == 0 ? c : font.u16(place + offset + 2 * std::size_t{c - start});
            const std::uint32_t glyph = (listed + delta) & 0xFFFFU;
            if (listed != 0 && glyph != 0) {
                widths.character[static_cast<char32_t>(c)] = glyph;
            }
        }
    }
}

void read_character_map(const FontBytes& font, std::size_t map, GlyphWidths& widths) {
    const std::size_t count = font.u16(map + 2);
    for (std::size_t i = 0; i < count && font.is_whole(); ++i) {
        const std::size_t entry = map + 4 + 8 * i;
        const std::size_t table = map + font.u32(entry + 4);
        const bool is_unicode = font.u16(entry) == 3 && font.u16(entry + 2) == 1;
        if (is_unicode && font.u16(table) == 4) {
            add_characters(font, table, widths);
        }
    }
}

// PDF 32000-1 §D.2: Latin-1 but for these.
char32_t winansi_character(std::uint32_t code) {
    constexpr std::uint32_t kFirst = 0x80;
    constexpr std::array<char32_t, 32> kOthers{
        0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x2022, 0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};
    return code >= kFirst && code - kFirst < kOthers.size() ? kOthers.at(code - kFirst)
                                                            : static_cast<char32_t>(code);
}

std::string shortest(double width) {
    std::string text = fmt::format("{:.1f}", width);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text;
}

// `glyph_of(i)`: the glyph that the array's i-th width is of; nothing where that is not known.
template <typename GlyphOf>
std::string exact_array(std::string_view array, const GlyphWidths& widths, GlyphOf glyph_of) {
    std::string result = "[";
    ContentTokens tokens(array);
    std::size_t index = 0;
    for (ContentToken token = tokens.next(); token.kind == ContentToken::Kind::kOperand;
         token = tokens.next()) {
        const std::string_view text = tokens.text(token);
        const std::optional<std::size_t> glyph = glyph_of(index++);
        const double exact = glyph && *glyph < widths.of_glyph.size() ? widths.of_glyph[*glyph] : 0;
        const double more = exact - number_of(text);
        result += result.size() > 1 ? " " : "";
        result += more > 0 && more < 1 ? shortest(exact) : std::string(text);
    }
    return result + "]";
}

std::string with_value(std::string_view dictionary, std::string_view old,
                       const std::string& value) {
    const auto at = static_cast<std::size_t>(old.data() - dictionary.data());
    return std::string(dictionary).replace(at, old.size(), value);
}

// "[ 0 [ 600 588 ]]" -> "600 588 "; empty where the array is another.
std::string_view widths_from_zero(std::string_view array) {
    const std::size_t inner = array.find('[', 1);
    const std::size_t end = array.find(']');
    const bool begins_at_zero = inner != array.npos &&
                                ascii::trimmed(array.substr(1, inner - 1)) == "0" &&
                                end != array.npos;
    return begins_at_zero && array.find('[', inner + 1) == array.npos
               ? array.substr(inner + 1, end - inner - 1)
               : std::string_view();
}

}  // namespace

std::optional<GlyphWidths> glyph_widths(std::string_view program) {
    const FontBytes font(program);
    const std::vector<TableEntry> tables = table_list(font);
    const std::size_t head = table_at(tables, "head");
    const std::size_t metrics_head = table_at(tables, "hhea");
    const std::size_t metrics = table_at(tables, "hmtx");
    const std::size_t map = table_at(tables, "cmap");
    const double units = font.u16(head + 18);
    if (head == 0 || metrics_head == 0 || metrics == 0 || units == 0) {
        return std::nullopt;
    }
    GlyphWidths widths;
    const std::size_t count = font.u16(metrics_head + 34);
    for (std::size_t i = 0; i < count && font.is_whole(); ++i) {
        widths.of_glyph.push_back(font.u16(metrics + 4 * i) * 1000 / units);
    }
    if (map != 0) {
        read_character_map(font, map, widths);
    }
    return font.is_whole() ? std::optional(std::move(widths)) : std::nullopt;
}

std::string with_exact_widths(std::string_view dictionary, const GlyphWidths& widths) {
    const std::string_view simple = value_of(dictionary, "/Widths");
    if (simple.size() > 2 && value_of(dictionary, "/Encoding") == "/WinAnsiEncoding") {
        const auto first =
            static_cast<std::uint32_t>(number_of(value_of(dictionary, "/FirstChar")));
        const auto glyph_of = [&](std::size_t i) -> std::optional<std::size_t> {
            const auto code = first + static_cast<std::uint32_t>(i);
            const auto found = widths.character.find(winansi_character(code));
            return found == widths.character.end() ? std::nullopt : std::optional(found->second);
        };
        return with_value(dictionary, simple,
                          exact_array(simple.substr(1, simple.size() - 2), widths, glyph_of));
    }
    const std::string_view by_glyph = widths_from_zero(value_of(dictionary, "/W"));
    if (!by_glyph.empty()) {
        const auto glyph_of = [](std::size_t i) { return std::optional(i); };
        // The brackets around them are there already.
        const std::string exact = exact_array(by_glyph, widths, glyph_of);
        return with_value(dictionary, by_glyph, exact.substr(1, exact.size() - 2));
    }
    return std::string(dictionary);
}

}  // namespace ghreveal::exporter
