#include "export/pdf/page_labels.h"

#include <fmt/format.h>

#include <algorithm>
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

// A text string (§7.9.2.2): UTF-16 with its mark, in hexadecimal, so that nothing needs escaping.
std::string text_string(std::string_view text) {
    std::string hex = "<FEFF";
    for (const char32_t c : utf8::to_utf32(text)) {
        if (c < 0x10000) {
            hex += fmt::format("{:04X}", static_cast<std::uint32_t>(c));
        } else {
            const auto offset = static_cast<std::uint32_t>(c) - 0x10000;
            hex +=
                fmt::format("{:04X}{:04X}", 0xD800 + (offset >> 10U), 0xDC00 + (offset & 0x3FFU));
        }
    }
    return hex + ">";
}

std::string range(const Label& label) {
    std::string entries;
    if (!label.prefix.empty()) {
        entries += " /P " + text_string(label.prefix);
    }
    if (label.number) {
        entries += fmt::format(" /S /D /St {}", *label.number);
    }
    return "<<" + entries + " >>";
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
            ranges += fmt::format(" {} {}", page, range(label));
        }
        before = label;
    }
    return "<< /Nums [" + ranges + " ] >>";
}

std::string with_catalog_entry(std::string_view end, std::string_view entry) {
    constexpr std::string_view kCatalog = "/Type /Catalog\n";
    constexpr std::string_view kTable = "startxref\n";
    const std::size_t catalog = end.rfind(kCatalog);
    const std::size_t table = end.rfind(kTable);
    if (catalog == std::string_view::npos || table == std::string_view::npos || table < catalog ||
        end.substr(catalog, table - catalog).find("endobj\nxref\n") == std::string_view::npos) {
        throw unexpected();
    }
    const std::size_t digits = table + kTable.size();
    std::size_t offset = 0;
    const auto parsed = std::from_chars(end.data() + digits, end.data() + end.size(), offset);
    if (parsed.ec != std::errc{}) {
        throw unexpected();
    }
    const std::string added = fmt::format("   {}\n", entry);
    const std::size_t place = catalog + kCatalog.size();
    std::string result(end.substr(0, place));
    result += added;
    result += end.substr(place, digits - place);
    result += std::to_string(offset + added.size());
    result += end.substr(static_cast<std::size_t>(parsed.ptr - end.data()));
    return result;
}

}  // namespace ghreveal::exporter
