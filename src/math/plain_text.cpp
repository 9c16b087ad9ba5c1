#include "math/plain_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "math/set_formulas.h"
#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::math {

namespace {

constexpr std::string_view kRoomHolder = "\u200b";

std::string without_room_holders(std::string text) {
    for (std::size_t at = text.find(kRoomHolder); at != text.npos;
         at = text.find(kRoomHolder, at)) {
        text.erase(at, kRoomHolder.size());
    }
    return text;
}

bool is_word(std::string_view text) {
    return text.find_first_not_of("0123456789.") == text.npos || utf8::length(text) == 1;
}

std::string in_brackets(const std::string& text) {
    return is_word(text) ? text : "(" + text + ")";
}

using Digits = std::array<std::string_view, 10>;
constexpr Digits kRaised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr Digits kLowered{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};

std::string script(const std::string& text, const Digits& digits, char sign) {
    if (text.find_first_not_of("0123456789") != text.npos) {
        return sign + in_brackets(text);
    }
    std::string result;
    for (const char digit : text) {
        result += digits[static_cast<std::size_t>(digit - '0')];
    }
    return result;
}

void append(const dom::Node& node, std::string& text);

std::string text_of(const dom::Node& node) {
    std::string text;
    append(node, text);
    return std::string(ascii::trimmed(text));
}

// What stands above one another, from the top to the bottom (reading_order.h).
std::vector<std::string> rows_of(const dom::Node& node) {
    std::vector<std::string> rows;
    const dom::Node* list = dom::find_first(
        node, [](const dom::Node& one) { return one.is_element() && one.has_class("vlist"); });
    for (const dom::Node* row = list == nullptr ? nullptr : list->first_child; row != nullptr;
         row = row->next) {
        if (std::string text = text_of(*row); !text.empty()) {
            rows.push_back(std::move(text));
        }
    }
    return rows;
}

void append_scripts(const dom::Node& node, std::string& text) {
    const std::vector<std::string> rows = rows_of(node);
    // KaTeX's list has a part below the line when there is an index.
    const bool has_index = dom::find_first(node, [](const dom::Node& one) {
                               return one.is_element() && one.has_class("vlist-t2");
                           }) != nullptr;
    if (!rows.empty() && (rows.size() > 1 || !has_index)) {
        text += script(rows.front(), kRaised, '^');
    }
    if (!rows.empty() && has_index) {
        text += script(rows.back(), kLowered, '_');
    }
}

void append_element(const dom::Node& node, std::string& text) {
    if (node.has_class("mfrac")) {
        const std::vector<std::string> rows = rows_of(node);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            text += (i > 0 ? "/" : "") + in_brackets(rows[i]);
        }
    } else if (node.has_class("msupsub")) {
        append_scripts(node, text);
    } else if (node.has_class("sqrt") && node.first_child != nullptr) {
        const std::vector<std::string> rows = rows_of(*node.last_child);
        text += "√" + in_brackets(rows.empty() ? "" : rows.front());
    } else {
        for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
            append(*child, text);
        }
    }
}

void append(const dom::Node& node, std::string& text) {
    if (node.is_text()) {
        text += without_room_holders(node.text);
    } else {
        append_element(node, text);
    }
}

}  // namespace

bool has_formula(const dom::Node& root) {
    return dom::find_first(root, [](const dom::Node& node) {
               return node.is_element() && node.attribute(kSourceAttribute) != nullptr;
           }) != nullptr;
}

void put_sources_back(dom::Document& document, dom::Node& root) {
    std::vector<dom::Node*> formulas;
    dom::for_each(root, [&](dom::Node& node) {
        if (node.is_element() && node.attribute(kSourceAttribute) != nullptr) {
            formulas.push_back(&node);
        }
    });
    for (dom::Node* formula : formulas) {
        const char* around = formula->has_class("katex-display") ? "$$" : "$";
        dom::Node& text =
            document.create_text(around + *formula->attribute(kSourceAttribute) + around);
        dom::place_at(text, *formula);
        dom::Node& code = document.create_element("code");
        document.append_child(code, text);
        document.insert_before(*formula, code);
        document.remove(*formula);
    }
}

std::string plain_text(const dom::Node& root) {
    std::string text;
    append(root, text);
    return text;
}

}  // namespace ghreveal::math
