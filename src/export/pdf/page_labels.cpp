#include "export/pdf/page_labels.h"

#include <charconv>
#include <optional>

#include "support/ascii.h"
#include "support/error.h"
#include "support/utf8.h"

namespace ghreveal::exporter {

namespace {

// "2.14" is the prefix "2." and the number 14.
struct Label {
    std::string_view prefix;
    std::optional<long> number;
};

Label parts_of(std::string_view label) {
    constexpr std::size_t kMostDigits = 9;
    std::size_t begin = label.size();
    while (begin > 0 && ascii::is_digit(label[begin - 1])) {
        --begin;
    }
    const std::string_view digits = label.substr(begin);
    // What a number does not say back as it was, and what is no page number (§12.4.2: from 1).
    if (digits.empty() || digits.front() == '0' || digits.size() > kMostDigits) {
        return {label, std::nullopt};
    }
    long number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return {label.substr(0, begin), number};
}

void append_utf16_unit(std::string& hex, std::uint32_t unit) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        hex += kDigits[unit >> shift & 0xFU];
    }
}

// A text string (§7.9.2.2): UTF-16 with its mark, in hexadecimal, so that nothing needs escaping.
void append_text_string(std::string& out, std::string_view text) {
    out += "<FEFF";
    for (const char32_t c : utf8::to_utf32(text)) {
        const auto code_point = static_cast<std::uint32_t>(c);
        if (code_point < 0x10000) {
            append_utf16_unit(out, code_point);
        } else {
            append_utf16_unit(out, 0xD800 + ((code_point - 0x10000) >> 10U));
            append_utf16_unit(out, 0xDC00 + ((code_point - 0x10000) & 0x3FFU));
        }
    }
    out += '>';
}

void append_range(std::string& out, std::size_t page, const Label& label) {
    out.append(" ").append(std::to_string(page)).append(" <<");
    if (!label.prefix.empty()) {
        out += " /P ";
        append_text_string(out, label.prefix);
    }
    if (label.number) {
        out.append(" /S /D /St ").append(std::to_string(*label.number));
    }
    out += " >>";
}

Error unexpected() {
    return Error({}, "cannot write page labels: the document does not end as Cairo 1.16 ends it");
}

}  // namespace

std::string page_label_tree(const std::vector<std::string>& labels) {
    std::string ranges;
    Label before;
    for (std::size_t page = 0; page < labels.size(); ++page) {
        const Label label = parts_of(labels[page]);
        const bool goes_on = page > 0 && label.number && before.number &&
                             label.prefix == before.prefix && *label.number == *before.number + 1;
        if (!goes_on) {
            append_range(ranges, page, label);
        }
        before = label;
    }
    return "<< /Nums [" + ranges + " ] >>";
}

std::string with_catalog_entry(std::string_view end, std::size_t begin, std::string_view entry) {
    constexpr std::string_view kCatalog = "/Type /Catalog\n";
    constexpr std::string_view kStart = "startxref\n";
    const std::size_t start = end.rfind(kStart);
    if (start == std::string_view::npos) {
        throw unexpected();
    }
    const std::size_t digits = start + kStart.size();
    std::size_t table = 0;  // where the document's reference table is
    const auto parsed = std::from_chars(end.data() + digits, end.data() + end.size(), table);
    const bool is_here = parsed.ec == std::errc{} && table >= begin &&
                         end.substr(table - begin).starts_with("xref\n");
    const std::size_t catalog = is_here ? end.rfind(kCatalog, table - begin) : end.npos;
    if (catalog == end.npos) {
        throw unexpected();
    }
    const std::string added = "   " + std::string(entry) + "\n";
    const std::size_t place = catalog + kCatalog.size();
    std::string result;
    result.reserve(end.size() + added.size() + 1);
    result.append(end.substr(0, place)).append(added).append(end.substr(place, digits - place));
    result += std::to_string(table + added.size());
    result += end.substr(static_cast<std::size_t>(parsed.ptr - end.data()));
    return result;
}

}  // namespace ghreveal::exporter
