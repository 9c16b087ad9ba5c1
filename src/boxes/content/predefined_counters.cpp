#include "boxes/content/predefined_counters.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "support/unicode/utf8.h"

namespace ghreveal::boxes {

namespace {

enum class System : std::uint8_t { kNumeric, kAlphabetic, kFixed };

// §3.1: one symbol after the other.
struct Symbols {
    std::string_view name;
    System system;
    std::u32string_view symbols;
    std::string_view suffix = ". ";
};

constexpr Symbols kSymbols[]{
    {"arabic-indic", System::kNumeric, U"٠١٢٣٤٥٦٧٨٩"},
    {"bengali", System::kNumeric, U"০১২৩৪৫৬৭৮৯"},
    {"cambodian", System::kNumeric, U"០១២៣៤៥៦៧៨៩"},
    {"khmer", System::kNumeric, U"០១២៣៤៥៦៧៨៩"},
    {"devanagari", System::kNumeric, U"०१२३४५६७८९"},
    {"gujarati", System::kNumeric, U"૦૧૨૩૪૫૬૭૮૯"},
    {"gurmukhi", System::kNumeric, U"੦੧੨੩੪੫੬੭੮੯"},
    {"kannada", System::kNumeric, U"೦೧೨೩೪೫೬೭೮೯"},
    {"lao", System::kNumeric, U"໐໑໒໓໔໕໖໗໘໙"},
    {"malayalam", System::kNumeric, U"൦൧൨൩൪൫൬൭൮൯"},
    {"mongolian", System::kNumeric, U"᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙"},
    {"myanmar", System::kNumeric, U"၀၁၂၃၄၅၆၇၈၉"},
    {"oriya", System::kNumeric, U"୦୧୨୩୪୫୬୭୮୯"},
    {"persian", System::kNumeric, U"۰۱۲۳۴۵۶۷۸۹"},
    {"tamil", System::kNumeric, U"௦௧௨௩௪௫௬௭௮௯"},
    {"telugu", System::kNumeric, U"౦౧౨౩౪౫౬౭౮౯"},
    {"thai", System::kNumeric, U"๐๑๒๓๔๕๖๗๘๙"},
    {"tibetan", System::kNumeric, U"༠༡༢༣༤༥༦༧༨༩"},
    {"cjk-decimal", System::kNumeric, U"〇一二三四五六七八九", "、"},
    {"hiragana", System::kAlphabetic,
     U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑ"
     U"をん",
     "、"},
    {"hiragana-iroha", System::kAlphabetic,
     U"いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせ"
     U"す",
     "、"},
    {"katakana", System::kAlphabetic,
     U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱ"
     U"ヲン",
     "、"},
    {"katakana-iroha", System::kAlphabetic,
     U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセ"
     U"ス",
     "、"},
    {"cjk-earthly-branch", System::kFixed, U"子丑寅卯辰巳午未申酉戌亥", "、"},
    {"cjk-heavenly-stem", System::kFixed, U"甲乙丙丁戊己庚辛壬癸", "、"},
};

// §3.1.7 "additive" where every decimal place has nine symbols of its own, the ones first.
struct Places {
    std::string_view name;
    std::u32string_view symbols;
    int largest;
    std::string_view suffix = ". ";
};

constexpr Places kPlaces[]{
    {"armenian", U"ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔ", 9999},
    {"upper-armenian", U"ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔ", 9999},
    {"lower-armenian", U"աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք", 9999},
    {"georgian", U"აბგდევზჱთიკლმნჲოპჟრსტჳფქღყშჩცძწჭხჴჯჰჵ", 19999},
};

// §7.2: digits with a name for each power of ten.
struct Cjk {
    std::string_view name;
    std::u32string_view digits;  // from zero on
    std::u32string_view powers;  // ten, hundred, thousand
    std::string_view negative;
    std::string_view suffix;
    // Whether one ten is written without its digit: always, at the number's beginning, never.
    enum class One : std::uint8_t { kLeftOut, kLeftOutOfTeens, kWritten } one;
    bool writes_inner_zeros = false;
};

constexpr Cjk kCjk[]{
    {"japanese-informal", U"〇一二三四五六七八九", U"十百千", "マイナス", "、", Cjk::One::kLeftOut},
    {"japanese-formal", U"零壱弐参四伍六七八九", U"拾百阡", "マイナス", "、", Cjk::One::kWritten},
    {"korean-hangul-formal", U"영일이삼사오육칠팔구", U"십백천", "마이너스 ", ", ",
     Cjk::One::kWritten},
    {"korean-hanja-informal", U"零一二三四五六七八九", U"十百千", "마이너스 ", ", ",
     Cjk::One::kLeftOut},
    {"korean-hanja-formal", U"零壹貳參四五六七八九", U"拾百仟", "마이너스 ", ", ",
     Cjk::One::kWritten},
    {"simp-chinese-informal", U"零一二三四五六七八九", U"十百千", "负", "、",
     Cjk::One::kLeftOutOfTeens, true},
    {"simp-chinese-formal", U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟", "负", "、", Cjk::One::kWritten,
     true},
    {"trad-chinese-informal", U"零一二三四五六七八九", U"十百千", "負", "、",
     Cjk::One::kLeftOutOfTeens, true},
    {"cjk-ideographic", U"零一二三四五六七八九", U"十百千", "負", "、", Cjk::One::kLeftOutOfTeens,
     true},
    {"trad-chinese-formal", U"零壹貳參肆伍陸柒捌玖", U"拾佰仟", "負", "、", Cjk::One::kWritten,
     true},
};

template <typename Row, std::size_t Count>
const Row* row_of(const Row (&rows)[Count], std::string_view name) {
    const Row* found = std::find_if(std::begin(rows), std::end(rows),
                                    [name](const Row& row) { return row.name == name; });
    return found == std::end(rows) ? nullptr : found;
}

std::string text_of(std::u32string_view letters) {
    std::string text;
    for (const char32_t letter : letters) {
        utf8::append(text, letter);
    }
    return text;
}

std::optional<std::string> written(const Symbols& style, int value) {
    const auto base = static_cast<std::int64_t>(style.symbols.size());
    const std::int64_t first = style.system == System::kNumeric ? 0 : 1;
    if (style.system == System::kFixed) {
        return value >= 1 && value <= base ? std::optional(text_of(style.symbols.substr(
                                                 static_cast<std::size_t>(value - 1), 1)))
                                           : std::nullopt;
    }
    if (style.system == System::kAlphabetic && value < 1) {
        return std::nullopt;
    }
    std::u32string letters;
    std::int64_t rest = std::abs(std::int64_t{value});
    do {
        rest -= first;
        letters.insert(letters.begin(), style.symbols[static_cast<std::size_t>(rest % base)]);
        rest /= base;
    } while (rest > 0);
    return (value < 0 ? "-" : "") + text_of(letters);
}

std::optional<std::string> written(const Places& style, int value) {
    if (value < 1 || value > style.largest) {
        return std::nullopt;
    }
    std::u32string letters;
    std::size_t place = 0;
    for (int rest = value; rest > 0; rest /= 10, place += 9) {
        if (rest % 10 > 0) {
            letters.insert(letters.begin(),
                           style.symbols[place + static_cast<std::size_t>(rest % 10) - 1]);
        }
    }
    return text_of(letters);
}

// §6.1: letters for ones, tens and hundreds, the name of God avoided; thousands with a mark.
std::string hebrew(int value) {
    constexpr std::u32string_view kOnes = U"אבגדהוזחט";
    constexpr std::u32string_view kTens = U"יכלמנסעפצ";
    std::u32string letters;
    for (; value >= 400; value -= 400) {
        letters += U'ת';
    }
    if (value >= 100) {
        letters += U"קרש"[value / 100 - 1];
        value %= 100;
    }
    if (value == 15 || value == 16) {
        letters += U'ט';
        letters += kOnes[static_cast<std::size_t>(value - 9 - 1)];
        return text_of(letters);
    }
    if (value >= 10) {
        letters += kTens[static_cast<std::size_t>(value / 10 - 1)];
    }
    if (value % 10 > 0) {
        letters += kOnes[static_cast<std::size_t>(value % 10 - 1)];
    }
    return text_of(letters);
}

std::optional<std::string> written_in_hebrew(int value) {
    constexpr int kLargest = 10999;
    if (value < 1 || value > kLargest) {
        return std::nullopt;
    }
    return (value >= 1000 ? hebrew(value / 1000) + "׳" : "") + hebrew(value % 1000);
}

bool leaves_out_one(const Cjk& style, int place, bool is_first) {
    return style.one == Cjk::One::kLeftOut ||
           (style.one == Cjk::One::kLeftOutOfTeens && place == 1 && is_first);
}

std::optional<std::string> written(const Cjk& style, int value) {
    constexpr int kLargest = 9999;
    if (value < -kLargest || value > kLargest) {
        return std::nullopt;
    }
    std::u32string letters;
    bool zero_pending = false;
    for (int place = 3, weight = 1000; place >= 0; --place, weight /= 10) {
        const int digit = std::abs(value) / weight % 10;
        if (digit == 0) {
            zero_pending = !letters.empty();
            continue;
        }
        if (zero_pending && style.writes_inner_zeros) {
            letters += style.digits[0];
        }
        zero_pending = false;
        if (place == 0 || digit != 1 || !leaves_out_one(style, place, letters.empty())) {
            letters += style.digits[static_cast<std::size_t>(digit)];
        }
        if (place > 0) {
            letters += style.powers[static_cast<std::size_t>(place - 1)];
        }
    }
    if (letters.empty()) {
        letters = style.digits[0];
    }
    return (value < 0 ? std::string(style.negative) : "") + text_of(letters);
}

}  // namespace

std::optional<std::string> predefined_counter_text(int value, std::string_view name) {
    if (const Symbols* style = row_of(kSymbols, name)) {
        return written(*style, value);
    }
    if (const Places* style = row_of(kPlaces, name)) {
        return written(*style, value);
    }
    if (const Cjk* style = row_of(kCjk, name)) {
        return written(*style, value);
    }
    return name == "hebrew" ? written_in_hebrew(value) : std::nullopt;
}

std::optional<std::string_view> predefined_suffix(std::string_view name) {
    if (const Symbols* style = row_of(kSymbols, name)) {
        return style->suffix;
    }
    if (const Cjk* style = row_of(kCjk, name)) {
        return style->suffix;
    }
    return row_of(kPlaces, name) != nullptr || name == "hebrew"
               ? std::optional<std::string_view>(". ")
               : std::nullopt;
}

}  // namespace ghreveal::boxes
