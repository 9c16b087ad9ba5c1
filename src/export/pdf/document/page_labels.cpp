#include "export/pdf/document/page_labels.h"

#include <charconv>
#include <optional>

#include "export/pdf/file/pdf_syntax.h"
#include "support/ascii.h"

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

void append_range(std::string& out, std::size_t page, const Label& label) {
    out.append(" ").append(std::to_string(page)).append(" <<");
    if (!label.prefix.empty()) {
        out += " /P " + text_string(label.prefix);
    }
    if (label.number) {
        out.append(" /S /D /St ").append(std::to_string(*label.number));
    }
    out += " >>";
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

}  // namespace ghreveal::exporter
