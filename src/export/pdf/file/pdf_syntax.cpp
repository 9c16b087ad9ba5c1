#include "export/pdf/file/pdf_syntax.h"

#include <fmt/format.h>

#include <algorithm>

#include "support/unicode/utf8.h"

namespace ghreveal::exporter {

namespace {

bool is_printable(char c) {
    return c >= 0x20 && c < 0x7F;
}

void append_utf16_unit(std::string& hex, std::uint32_t unit) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        hex += kDigits[unit >> shift & 0xFU];
    }
}

}  // namespace

std::string reference(int object) {
    return std::to_string(object) + " 0 R";
}

std::string text_string(std::string_view utf8_text) {
    if (std::all_of(utf8_text.begin(), utf8_text.end(), is_printable)) {
        return byte_string(utf8_text);
    }
    std::string out = "<FEFF";
    for (const char32_t c : utf8::to_utf32(utf8_text)) {
        const auto code_point = static_cast<std::uint32_t>(c);
        if (code_point < 0x10000) {
            append_utf16_unit(out, code_point);
        } else {
            append_utf16_unit(out, 0xD800 + ((code_point - 0x10000) >> 10U));
            append_utf16_unit(out, 0xDC00 + ((code_point - 0x10000) & 0x3FFU));
        }
    }
    return out + '>';
}

std::string byte_string(std::string_view bytes) {
    std::string out = "(";
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n' || c == '\r') {
            out += c == '\n' ? "\\n" : "\\r";
        } else {
            out += c;
        }
    }
    return out + ')';
}

std::string name_object(std::string_view name) {
    std::string out = "/";
    for (const char c : name) {
        const bool is_plain =
            c > 0x20 && c < 0x7F && std::string_view("#()<>[]{}/%").find(c) == name.npos;
        out += is_plain
                   ? std::string(1, c)
                   : fmt::format("#{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return out;
}

std::string number(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

std::string number(Pt length) {
    return number(length.value);
}

std::string rectangle(const PtRect& rect, Pt page_height) {
    return fmt::format("[{} {} {} {}]", number(rect.x), number(page_height - rect.bottom()),
                       number(rect.right()), number(page_height - rect.y));
}

}  // namespace ghreveal::exporter
