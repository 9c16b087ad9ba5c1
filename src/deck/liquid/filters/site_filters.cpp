// Filters that know the site, and those of other kinds.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "deck/liquid/filters.h"
#include "markdown/kramdown/unicode_class.h"
#include "media/address.h"
#include "support/ascii.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck::liquid {

namespace {

// Addressable's normalize(): what may not stand in a path is encoded, an empty one is "/".
std::string normalized(std::string_view address) {
    constexpr std::string_view kKept = "-._~:/?#[]@!$&'()*+,;=%";
    std::string out;
    for (const char c : address) {
        if (ascii::is_alphanumeric(c) || kKept.find(c) != kKept.npos) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    const std::size_t host = out.find("://");
    if (host != out.npos && out.find('/', host + 3) == out.npos) {
        out += '/';
    }
    return out;
}

std::string with_slash(std::string text) {
    return text.empty() || text.front() == '/' ? text : "/" + text;
}

// RFC 3986 §4.3: one with a scheme.
bool is_absolute(std::string_view address) {
    const std::size_t colon = address.find(':');
    return colon != address.npos && colon > 0 && ascii::is_letter(address[0]) &&
           address.find_first_of("/?#") > colon;
}

std::string address_of(const Value& input) {
    return to_text(input.object() != nullptr ? input.object()->get("url") : input);
}

Value relative_url(const Value& input, const Arguments&, FilterContext& context) {
    const std::string address = address_of(input);
    if (input.is_nil() || is_absolute(address)) {
        return input.is_nil() ? Value() : Value(address);
    }
    std::string base = context.site_value("baseurl");
    if (base.ends_with('/')) {
        base.pop_back();
    }
    return normalized(with_slash(base) + with_slash(address));
}

Value absolute_url(const Value& input, const Arguments& arguments, FilterContext& context) {
    const std::string address = address_of(input);
    if (input.is_nil() || is_absolute(address)) {
        return input.is_nil() ? Value() : Value(address);
    }
    const Value relative = relative_url(input, arguments, context);
    const std::string site = context.site_value("url");
    return site.empty() ? relative : Value(normalized(site + to_text(relative)));
}

Value strip_index(const Value& input, const Arguments&, FilterContext&) {
    std::string address = to_text(input);
    for (const std::string_view index : {"/index.html", "/index.htm"}) {
        if (address.ends_with(index)) {
            address.resize(address.size() - index.size() + 1);
            break;
        }
    }
    return address;
}

Value default_value(const Value& input, const Arguments& arguments, FilterContext&) {
    bool allows_false = false;
    for (const auto& [name, value] : arguments.named) {
        allows_false = allows_false || (name == "allow_false" && value.is_true());
    }
    const bool is_missing = allows_false ? input.is_nil() : !input.is_true();
    const bool is_empty = (input.string() != nullptr && input.string()->empty()) ||
                          (input.array() != nullptr && input.array()->empty()) ||
                          (input.object() != nullptr && input.object()->entries().empty());
    if (!is_missing && !is_empty) {
        return input;
    }
    return arguments.values.empty() ? Value("") : arguments.at(0);
}

// The base letter of one with an accent in Latin-1's and Latin Extended-A's blocks, as I18n writes
// them without; "" where it has none.
std::string_view without_accent(char32_t c) {
    struct Letters {
        std::u32string_view accented;
        std::string_view plain;
    };
    static constexpr std::array kTable{
        Letters{U"ÄÀÁÂÃÅĀĂĄ", "A"},  Letters{U"äàáâãåāăą", "a"},  Letters{U"ÇĆĈĊČ", "C"},
        Letters{U"çćĉċč", "c"},      Letters{U"ÐĎĐ", "D"},        Letters{U"ðďđ", "d"},
        Letters{U"ÈÉÊËĒĔĖĘĚ", "E"},  Letters{U"èéêëēĕėęě", "e"},  Letters{U"ĜĞĠĢ", "G"},
        Letters{U"ĝğġģ", "g"},       Letters{U"ĤĦ", "H"},         Letters{U"ĥħ", "h"},
        Letters{U"ÌÍÎÏĨĪĬĮİ", "I"},  Letters{U"ìíîïĩīĭįı", "i"},  Letters{U"Ĵ", "J"},
        Letters{U"ĵ", "j"},          Letters{U"Ķ", "K"},          Letters{U"ķĸ", "k"},
        Letters{U"ĹĻĽĿŁ", "L"},      Letters{U"ĺļľŀł", "l"},      Letters{U"ÑŃŅŇ", "N"},
        Letters{U"ñńņň", "n"},       Letters{U"ÖÒÓÔÕØŌŎŐ", "O"},  Letters{U"öòóôõøōŏő", "o"},
        Letters{U"ŔŖŘ", "R"},        Letters{U"ŕŗř", "r"},        Letters{U"ŚŜŞŠ", "S"},
        Letters{U"śŝşš", "s"},       Letters{U"ŢŤŦ", "T"},        Letters{U"ţťŧ", "t"},
        Letters{U"ÜÙÚÛŨŪŬŮŰŲ", "U"}, Letters{U"üùúûũūŭůűų", "u"}, Letters{U"Ŵ", "W"},
        Letters{U"ŵ", "w"},          Letters{U"ÝŶŸ", "Y"},        Letters{U"ýÿŷ", "y"},
        Letters{U"ŹŻŽ", "Z"},        Letters{U"źżž", "z"},        Letters{U"Æ", "AE"},
        Letters{U"æ", "ae"},         Letters{U"Œ", "OE"},         Letters{U"œ", "oe"},
        Letters{U"ß", "ss"},         Letters{U"Þ", "Th"},         Letters{U"þ", "th"},
        Letters{U"Ŋ", "NG"},         Letters{U"ŋ", "ng"},         Letters{U"Ĳ", "IJ"},
        Letters{U"ĳ", "ij"},         Letters{U"×", "x"},
    };
    for (const Letters& letters : kTable) {
        if (letters.accented.find(c) != letters.accented.npos) {
            return letters.plain;
        }
    }
    return "";
}

std::string in_latin(std::string_view text) {
    std::string out;
    for (const char32_t c : utf8::to_utf32(text)) {
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else {
            const std::string_view plain = without_accent(c);
            out += plain.empty() ? "?" : plain;
        }
    }
    return out;
}

bool stays_in_slug(char32_t c, std::string_view mode) {
    const bool is_ascii = c < 0x80;
    const char sign = is_ascii ? static_cast<char>(c) : '\0';
    if (mode == "raw") {
        return !is_ascii || !ascii::is_space(sign);
    }
    if (is_ascii && ascii::is_alphanumeric(sign)) {
        return true;
    }
    if (mode == "ascii") {
        return false;
    }
    if (is_ascii) {
        constexpr std::string_view kPretty = "._~!$&'()+,;=@";
        return mode == "pretty" && kPretty.find(sign) != kPretty.npos;
    }
    return markdown::kramdown::is_word_character(c);
}

Value slugify(const Value& input, const Arguments& arguments, FilterContext&) {
    if (input.is_nil()) {
        return {};
    }
    constexpr std::array<std::string_view, 5> kModes{"raw", "default", "pretty", "ascii", "latin"};
    const std::string mode = arguments.text(0, "default");
    std::string text = to_text(input);
    if (std::find(kModes.begin(), kModes.end(), mode) == kModes.end()) {
        return unicode::lower_case(text);
    }
    if (mode == "latin") {
        text = in_latin(text);
    }
    std::string slug;
    bool was_replaced = false;
    for (const char32_t c : utf8::to_utf32(text)) {
        const bool stays = stays_in_slug(c, mode);
        if (stays) {
            utf8::append(slug, c);
        } else if (!was_replaced) {
            slug += '-';
        }
        was_replaced = !stays;
    }
    std::string_view trimmed = slug;
    trimmed.remove_prefix(trimmed.starts_with('-') ? 1 : 0);
    trimmed.remove_suffix(trimmed.ends_with('-') ? 1 : 0);
    return unicode::lower_case(trimmed);
}

constexpr FilterRow kRows[] = {
    {"relative_url", relative_url}, {"absolute_url", absolute_url}, {"strip_index", strip_index},
    {"default", default_value},     {"slugify", slugify},
};

}  // namespace

std::span<const FilterRow> site_filters() {
    return kRows;
}

}  // namespace ghreveal::deck::liquid
