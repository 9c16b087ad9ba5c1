#include "math/references.h"

#include <fmt/format.h>

#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::math {

namespace {

constexpr std::string_view kPlaceClass = "formula-reference";

// What is in the braces of a `\command{…}` at the text's start.
Argument argument_of(std::string_view text, std::string_view command) {
    if (!text.starts_with(command)) {
        return {};
    }
    const std::size_t open = text.find_first_not_of(' ', command.size());
    const std::size_t close =
        open == text.npos || text[open] != '{' ? text.npos : text.find('}', open);
    if (close == text.npos) {
        return {};
    }
    return {ascii::trimmed(text.substr(open + 1, close - open - 1)), close + 1};
}

// A name in TeX's text: KaTeX takes no `_` or `#` there.
std::string as_hexadecimal(std::string_view name) {
    std::string digits;
    for (const char c : name) {
        digits += fmt::format("{:02x}", static_cast<unsigned char>(c));
    }
    return digits;
}

std::string from_hexadecimal(std::string_view digits) {
    std::string name;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        name +=
            static_cast<char>(ascii::hex_value(digits[at]) * 16 + ascii::hex_value(digits[at + 1]));
    }
    return name;
}

void set_text(dom::Document& document, dom::Node& element, std::string_view text) {
    document.remove_children(element);
    document.append_child(element, document.create_text(text));
}

// The rows of the numbers beside a formula, from top to bottom.
std::vector<dom::Node*> number_rows_of(dom::Node& tag) {
    std::vector<dom::Node*> rows;
    dom::Node* list = dom::find_first(
        tag, [](const dom::Node& node) { return node.is_element() && node.has_class("vlist"); });
    if (list == nullptr) {
        return {&tag};
    }
    for (dom::Node* row = list->first_child; row != nullptr; row = row->next) {
        rows.push_back(row);
    }
    return rows;
}

std::string without_brackets(std::string text) {
    if (text.starts_with('(') && text.ends_with(')')) {
        return text.substr(1, text.size() - 2);
    }
    return text;
}

}  // namespace

Argument reference_at(std::string_view text) {
    const Argument in_brackets = argument_of(text, "\\eqref");
    return in_brackets.end != text.npos ? in_brackets : argument_of(text, "\\ref");
}

LabelledTex take_labels(std::string_view tex) {
    LabelledTex result;
    std::size_t row = 0;
    int depth = 0;
    for (std::size_t at = 0; at < tex.size();) {
        const std::string_view rest = tex.substr(at);
        if (const Argument label = argument_of(rest, "\\label"); label.end != rest.npos) {
            result.labels.push_back({std::string(label.text), row});
            at += label.end;
            continue;
        }
        if (const Argument reference = reference_at(rest); reference.end != rest.npos) {
            const bool has_brackets = rest.starts_with("\\eqref");
            result.tex += fmt::format(
                "{}\\htmlClass{{{}-{}}}{{\\text{{0}}}}{}", has_brackets ? "\\text{(}" : "",
                kPlaceClass, as_hexadecimal(reference.text), has_brackets ? "\\text{)}" : "");
            at += reference.end;
            continue;
        }
        const std::size_t length = rest.size() > 1 && rest.front() == '\\' ? 2 : 1;
        row += depth == 0 && rest.starts_with("\\\\") ? 1 : 0;
        depth += rest.front() == '{' ? 1 : rest.front() == '}' ? -1 : 0;
        result.tex += rest.substr(0, length);
        at += length;
    }
    return result;
}

void References::number_rows(dom::Document& document, dom::Node& formula,
                             const std::vector<Label>& labels) {
    dom::Node* tag = dom::find_first(
        formula, [](const dom::Node& node) { return node.is_element() && node.has_class("tag"); });
    if (tag == nullptr) {
        return;
    }
    const std::vector<dom::Node*> rows = number_rows_of(*tag);
    for (dom::Node* row : rows) {
        dom::Node* counted = dom::find_first(*row, [](const dom::Node& node) {
            return node.is_element() && node.has_class("eqn-num");
        });
        if (counted != nullptr) {
            // The style sheet would count in each slide anew.
            counted->set_attribute("class", "mord");
            set_text(document, *counted, fmt::format("({})", ++last_number_));
        }
    }
    for (const Label& label : labels) {
        const dom::Node& row = *rows[std::min(label.row, rows.size() - 1)];
        numbers_[label.name] =
            without_brackets(std::string(ascii::trimmed(dom::text_content(row))));
    }
}

void References::resolve(dom::Node& root, const std::string& deck_file,
                         Diagnostics& diagnostics) const {
    if (!has_places_) {
        return;
    }
    std::vector<dom::Node*> places;
    dom::for_each(root, [&](dom::Node& node) {
        const std::string* classes = node.is_element() ? node.attribute("class") : nullptr;
        if (classes != nullptr && classes->find(kPlaceClass) != std::string::npos) {
            places.push_back(&node);
        }
    });
    for (dom::Node* place : places) {
        const std::string classes = *place->attribute("class");
        std::string_view digits =
            std::string_view(classes).substr(classes.find(kPlaceClass) + kPlaceClass.size() + 1);
        const std::string name = from_hexadecimal(digits.substr(0, digits.find(' ')));
        const auto number = numbers_.find(name);
        if (number == numbers_.end()) {
            diagnostics.warn(Rule::kFormula, dom::position_of(*place, deck_file),
                             fmt::format("there is no formula with the label '{}'", name),
                             "a label needs a \\tag, or an environment that numbers its rows");
        }
        dom::Node* text = dom::find_first(*place, [](dom::Node& node) { return node.is_text(); });
        if (text != nullptr) {
            text->text = number == numbers_.end() ? "???" : number->second;
        }
    }
}

}  // namespace ghreveal::math
