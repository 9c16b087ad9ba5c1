#include "text/emoji.h"

#include <algorithm>
#include <array>

#include "support/utf8.h"

namespace ghreveal::text {

namespace {

constexpr char32_t kTextSelector = 0xFE0E;
constexpr char32_t kEmojiSelector = 0xFE0F;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kKeycap = 0x20E3;

struct Range {
    char32_t first;
    char32_t last;
};

// Emoji_Presentation of Unicode 15.0 (emoji-data.txt), flags left out; of the last block, which is
// kept for further ones, all.
constexpr std::array<Range, 74> kColoured{
    {{0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},
     {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
     {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},
     {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},
     {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},
     {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},
     {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
     {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
     {0x2B55, 0x2B55},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
     {0x1F191, 0x1F19A}, {0x1F201, 0x1F201}, {0x1F21A, 0x1F21A}, {0x1F22F, 0x1F22F},
     {0x1F232, 0x1F236}, {0x1F238, 0x1F23A}, {0x1F250, 0x1F251}, {0x1F300, 0x1F320},
     {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA},
     {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E},
     {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E},
     {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4},
     {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2},
     {0x1F6D5, 0x1F6D7}, {0x1F6DC, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC},
     {0x1F7E0, 0x1F7EB}, {0x1F7F0, 0x1F7F0}, {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945},
     {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF}}};

bool is_coloured_by_default(char32_t c) {
    const auto range =
        std::lower_bound(kColoured.begin(), kColoured.end(), c,
                         [](const Range& r, char32_t value) { return r.last < value; });
    return range != kColoured.end() && c >= range->first;
}

// Where emoji are at all: the first are (C) and (R).
bool may_be_emoji(char32_t c) {
    return c == 0xA9 || c == 0xAE || (c >= 0x203C && c <= 0x3299) || (c >= 0x1F000 && c <= 0x1FAFF);
}

bool is_skin_tone(char32_t c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

bool is_regional_indicator(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_tag(char32_t c) {
    return c >= 0xE0020 && c <= 0xE007F;
}

// Reads characters one by one.
class Reader {
public:
    Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}
    // 0 at the end.
    char32_t peek() const { return at_ < text_.size() ? utf8::decode(text_, at_).code_point : 0; }
    char32_t next() {
        const auto [code_point, length] = utf8::decode(text_, at_);
        at_ += length;
        return code_point;
    }
    std::size_t position() const { return at_; }

private:
    std::string_view text_;
    std::size_t at_;
};

bool read_flag(Reader& reader) {
    if (!is_regional_indicator(reader.next()) || !is_regional_indicator(reader.peek())) {
        return false;
    }
    reader.next();
    return true;
}

bool read_keycap(Reader& reader) {
    reader.next();
    return reader.peek() == kEmojiSelector && (reader.next(), reader.peek() == kKeycap) &&
           reader.next() == kKeycap;
}

// UTS #51 ED-15a emoji_zwj_element; gives whether it is shown in colour by itself.
bool read_element(Reader& reader) {
    bool coloured = is_coloured_by_default(reader.next());
    if (reader.peek() == kTextSelector) {
        return false;
    }
    if (reader.peek() == kEmojiSelector || is_skin_tone(reader.peek())) {
        reader.next();
        coloured = true;
    }
    while (is_tag(reader.peek())) {
        reader.next();
    }
    return coloured;
}

}  // namespace

std::size_t emoji_length(std::string_view utf8, std::size_t at) {
    Reader reader(utf8, at);
    const char32_t first = reader.peek();
    if (is_regional_indicator(first)) {
        return read_flag(reader) ? reader.position() - at : 0;
    }
    if ((first >= U'0' && first <= U'9') || first == U'#' || first == U'*') {
        return read_keycap(reader) ? reader.position() - at : 0;
    }
    if (!may_be_emoji(first)) {
        return 0;
    }
    bool coloured = read_element(reader);
    while (reader.peek() == kJoiner) {
        Reader ahead = reader;
        ahead.next();
        if (!may_be_emoji(ahead.peek())) {
            break;
        }
        coloured = read_element(ahead) || coloured;
        reader = ahead;
    }
    return coloured ? reader.position() - at : 0;
}

}  // namespace ghreveal::text
