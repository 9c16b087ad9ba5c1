#include "text/bidi.h"

#include <fribidi.h>

#include <algorithm>
#include <new>
#include <numeric>

#include "support/unicode/utf8.h"

namespace ghreveal::text {

namespace {

// The blocks that Unicode keeps for scripts from right to left (DerivedBidiClass.txt), and the
// characters of UAX #9 §2 that make what follows run so.
bool runs_right_to_left(char32_t c) {
    const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return in(0x590, 0x8FF) || c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067 ||
           in(0xFB1D, 0xFDFF) || in(0xFE70, 0xFEFE) || in(0x10800, 0x10FFF) || in(0x1E800, 0x1EFFF);
}

const FriBidiChar* characters_of(std::u32string_view text) {
    return reinterpret_cast<const FriBidiChar*>(text.data());
}

FriBidiStrIndex length_of(std::u32string_view text) {
    return static_cast<FriBidiStrIndex>(text.size());
}

std::vector<FriBidiCharType> bidi_types(std::u32string_view text) {
    std::vector<FriBidiCharType> types(text.size());
    fribidi_get_bidi_types(characters_of(text), length_of(text), types.data());
    return types;
}

// Bytes [begin, end) of one level.
struct LevelRun {
    BidiLevel level = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Words and stretches of spaces by themselves, as the shaper's cache works.
std::vector<LevelRun> level_runs(std::string_view utf8, const std::vector<BidiLevel>& levels) {
    std::vector<LevelRun> runs;
    bool after_space = false;
    for (std::size_t at = 0, index = 0; at < utf8.size(); ++index) {
        const std::size_t length = utf8::decode(utf8, at).length;
        const bool is_space = utf8[at] == ' ';
        if (runs.empty() || runs.back().level != levels[index] || is_space != after_space) {
            runs.push_back({levels[index], at, at});
        }
        at += length;
        runs.back().end = at;
        after_space = is_space;
    }
    return runs;
}

}  // namespace

bool may_run_right_to_left(std::string_view utf8) {
    constexpr unsigned char kFirstLead = 0xD6;  // of U+0590
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (static_cast<unsigned char>(utf8[at]) >= kFirstLead &&
            runs_right_to_left(utf8::decode(utf8, at).code_point)) {
            return true;
        }
    }
    return false;
}

ParagraphLevels bidi_levels(std::u32string_view text, std::optional<Direction> paragraph) {
    FriBidiParType direction = !paragraph                              ? FRIBIDI_PAR_ON
                               : *paragraph == Direction::kRightToLeft ? FRIBIDI_PAR_RTL
                                                                       : FRIBIDI_PAR_LTR;
    const std::vector<FriBidiCharType> types = bidi_types(text);
    std::vector<FriBidiBracketType> brackets(text.size());
    fribidi_get_bracket_types(characters_of(text), length_of(text), types.data(), brackets.data());
    std::vector<FriBidiLevel> levels(text.size());
    if (!text.empty() &&
        fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length_of(text),
                                            &direction, levels.data()) == 0) {
        throw std::bad_alloc();
    }
    return {static_cast<BidiLevel>(FRIBIDI_IS_RTL(direction) ? 1 : 0),
            {levels.begin(), levels.end()}};
}

std::optional<Direction> first_strong_direction(std::string_view utf8) {
    const std::u32string text = utf8::to_utf32(utf8);
    const std::vector<FriBidiCharType> types = bidi_types(text);
    const FriBidiParType found = fribidi_get_par_direction(types.data(), length_of(text));
    if (found == FRIBIDI_PAR_ON) {
        return std::nullopt;
    }
    return FRIBIDI_IS_RTL(found) ? Direction::kRightToLeft : Direction::kLeftToRight;
}

std::vector<std::size_t> visual_order(const std::vector<BidiLevel>& levels) {
    std::vector<std::size_t> order(levels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const BidiLevel highest = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end());
    for (BidiLevel level = highest; level > 0; --level) {
        const auto is_reversed = [&](std::size_t i) { return levels[i] >= level; };
        auto begin = order.begin();
        while ((begin = std::find_if(begin, order.end(), is_reversed)) != order.end()) {
            const auto end = std::find_if_not(begin, order.end(), is_reversed);
            std::reverse(begin, end);
            begin = end;
        }
    }
    return order;
}

std::vector<GlyphRunPtr> visual_runs(std::string_view text, const FontSpec& font,
                                     const ShapeOptions& options,
                                     std::optional<Direction> paragraph, Shaper& shaper,
                                     const SourcePosition& where) {
    const bool only_left_to_right =
        paragraph != Direction::kRightToLeft && !may_run_right_to_left(text);
    const std::u32string characters = utf8::to_utf32(text);
    const std::vector<BidiLevel> levels = only_left_to_right
                                              ? std::vector<BidiLevel>(characters.size())
                                              : bidi_levels(characters, paragraph).levels;
    const std::vector<LevelRun> parts = level_runs(text, levels);
    std::vector<BidiLevel> part_levels;
    for (const LevelRun& part : parts) {
        part_levels.push_back(part.level);
    }
    std::vector<GlyphRunPtr> result;
    for (const std::size_t index : visual_order(part_levels)) {
        const LevelRun& part = parts[index];
        ShapeOptions shaping = options;
        shaping.direction = direction_of(part.level);
        std::vector<GlyphRunPtr> runs =
            shaper.shape(text.substr(part.begin, part.end - part.begin), font, shaping, where);
        if (shaping.direction == Direction::kRightToLeft) {
            std::reverse(runs.begin(), runs.end());
        }
        result.insert(result.end(), runs.begin(), runs.end());
    }
    return result;
}

}  // namespace ghreveal::text
