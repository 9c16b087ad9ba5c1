#include "style/hints/presentational_hints.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "dom/integer_attribute.h"
#include "style/hints/direction_hints.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

bool is_one_of(const dom::Node& element, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (element.name == name) {
            return true;
        }
    }
    return false;
}

// HTML §2.3.4.4: blanks, then a number without sign or exponent, with % or without; nothing for
// other texts.
std::string dimension(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(ascii::kSpace), text.size()));
    if (text.empty() || !ascii::is_digit(text.front())) {
        return "";
    }
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, failure] =
        std::from_chars(text.data(), last, number, std::chars_format::fixed);
    if (failure != std::errc{}) {
        return "";
    }
    return fmt::format("{}{}", number, end != last && *end == '%' ? "%" : "px");
}

// The value of an attribute unless it could break out of its declaration.
const std::string* clean_attribute(const dom::Node& element, std::string_view name) {
    const std::string* value = element.attribute(name);
    return value != nullptr && value->find_first_of(";{}\"'\\") == std::string::npos ? value
                                                                                     : nullptr;
}

void add_size(const dom::Node& element, std::string& css) {
    for (const std::string_view name : {"width", "height"}) {
        const std::string* value = clean_attribute(element, name);
        const std::string length = value == nullptr ? "" : dimension(*value);
        // Of tables and cells, zero is no size (HTML "nonzero dimension values").
        const bool is_of_table =
            element.name == "table" || element.name == "td" || element.name == "th";
        const bool is_nothing = is_of_table && (length == "0px" || length == "0%");
        if (!length.empty() && !is_nothing) {
            css += fmt::format("{}:{};", name, length);
        }
    }
}

// HTML §15.5.2: characters of a field's average width, and what the widest has more; Chromium's for
// Arial.
void add_input_width(const dom::Node& element, std::string& css) {
    const int characters = dom::integer_attribute(element, "size").value_or(0);
    if (characters > 0) {
        css += fmt::format("width:calc({} * 0.6em + 0.675em);", characters);
    }
}

// SVG 2 §7.2: the outermost element's sizes are CSS lengths; a number alone is in px.
void add_svg_size(const dom::Node& element, std::string& css) {
    static constexpr std::array<std::string_view, 11> kUnits{"px", "em", "rem", "ex", "pt", "pc",
                                                             "in", "cm", "mm",  "%",  ""};
    for (const std::string_view name : {"width", "height"}) {
        const std::string* value = clean_attribute(element, name);
        if (value == nullptr) {
            continue;
        }
        double number = 0;
        const char* const last = value->data() + value->size();
        const auto [end, failure] = std::from_chars(value->data(), last, number);
        const std::string_view unit(end, static_cast<std::size_t>(last - end));
        const bool is_known = std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
        if (failure == std::errc{} && number >= 0 && is_known) {
            css += fmt::format("{}:{}{};", name, number, unit.empty() ? "px" : unit);
        }
    }
}

void add_alignment(const dom::Node& element, std::string& css) {
    const std::string* align = clean_attribute(element, "align");
    if (align == nullptr) {
        return;
    }
    if (is_one_of(element, {"img", "iframe", "video", "object", "embed"})) {
        if (*align == "left" || *align == "right") {
            css += fmt::format("float:{};", *align);
        } else {
            css += fmt::format("vertical-align:{};",
                               *align == "absmiddle" || *align == "center" ? "middle" : *align);
        }
    } else if (element.name == "table") {
        css += *align == "center" ? "margin-left:auto;margin-right:auto;"
                                  : fmt::format("float:{};", *align);
    } else if (is_one_of(element, {"div", "caption"}) && *align == "center") {
        css += "text-align:-ghreveal-center;";
    } else if (is_one_of(element, {"td", "th", "tr", "tbody", "thead", "tfoot", "p", "h1", "h2",
                                   "h3", "h4", "h5", "h6", "div"})) {
        css += fmt::format("text-align:{};", *align);
    }
}

void add_font(const dom::Node& element, std::string& css) {
    static constexpr std::array<std::string_view, 8> kSizes{
        "", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"};
    if (const std::string* face = clean_attribute(element, "face")) {
        css += fmt::format("font-family:{};", *face);
    }
    if (const std::string* size = clean_attribute(element, "size")) {
        const std::string digits =
            size->substr(size->starts_with('+') || size->starts_with('-') ? 1 : 0);
        int number = 3;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        number = size->starts_with('+') ? 3 + number : size->starts_with('-') ? 3 - number : number;
        css += fmt::format("font-size:{};",
                           kSizes[static_cast<std::size_t>(std::clamp(number, 1, 7))]);
    }
}

// HTML "Rendering" §15.3.7: `type` names these and no others, letters by their case.
std::string_view list_style_type(const dom::Node& element, const std::string& type) {
    static constexpr std::pair<std::string_view, std::string_view> kNumbers[]{{"1", "decimal"},
                                                                              {"a", "lower-alpha"},
                                                                              {"A", "upper-alpha"},
                                                                              {"i", "lower-roman"},
                                                                              {"I", "upper-roman"}};
    static constexpr std::string_view kBullets[]{"none", "disc", "circle", "square"};
    for (const auto& [name, style] : kNumbers) {
        if (type == name && element.name != "ul") {
            return style;
        }
    }
    for (const std::string_view name : kBullets) {
        if (ascii::equal_ignoring_case(type, name) && element.name != "ol") {
            return name;
        }
    }
    return "";
}

// §15.3.10: `border` is 1 where it is no number.
std::string border_width(const dom::Node& table) {
    const std::string* border = clean_attribute(table, "border");
    if (border == nullptr) {
        return "";
    }
    std::string width = dimension(*border);
    if (width.ends_with('%')) {
        width.replace(width.size() - 1, 1, "px");  // an integer, whatever follows it
    }
    return width.empty() ? "1px" : width;
}

// §15.3.6: a rule's size is that of its border box; one with a colour, or without a shade, is all
// border.
void add_rule(const dom::Node& element, std::string& css) {
    const std::string* color = clean_attribute(element, "color");
    const bool is_plain = color != nullptr || element.attribute("noshade") != nullptr;
    css += color == nullptr ? "" : fmt::format("color:{};", *color);
    css += is_plain ? "border-style:solid;" : "";
    const std::string* size = element.attribute("size");
    int number = 0;
    if (size == nullptr ||
        std::from_chars(size->data(), size->data() + size->size(), number).ec != std::errc{} ||
        number < 1) {
        return;
    }
    if (is_plain) {
        css += fmt::format("border-top-width:{}px;border-bottom-width:{}px;", (number + 1) / 2,
                           number / 2);
    } else if (number == 1) {
        css += "border-bottom-width:0;";
    } else {
        css += fmt::format("height:{}px;", number - 2);
    }
}

void add_table(const dom::Node& element, std::string& css) {
    const std::string width = border_width(element);
    css += width.empty() ? "" : fmt::format("border:{} outset;", width);
    if (const std::string* spacing = clean_attribute(element, "cellspacing");
        spacing != nullptr && !dimension(*spacing).empty()) {
        css += fmt::format("border-spacing:{};", dimension(*spacing));
    }
}

// `cellpadding` and `border` of a table reach its cells.
void add_cell(const dom::Node& element, std::string& css) {
    const dom::Node* table = element.parent;
    while (table != nullptr && table->name != "table") {
        table = table->parent;
    }
    if (table == nullptr) {
        return;
    }
    const std::string* padding = clean_attribute(*table, "cellpadding");
    if (padding != nullptr && !dimension(*padding).empty()) {
        css += fmt::format("padding:{};", dimension(*padding));
    }
    const std::string border = border_width(*table);
    if (!border.empty() && border != "0px") {
        css += "border:1px inset;";
    }
    if (element.attribute("nowrap") != nullptr) {
        css += "white-space:nowrap;";
    }
}

// What can be moved in a drawing, about the origin of its user units (SVG 2 §8.5
// "transform-origin").
bool is_part_of_drawing(const dom::Node& element) {
    return element.is_foreign &&
           is_one_of(element, {"circle", "ellipse", "g", "image", "line", "path", "polygon",
                               "polyline", "rect", "text", "tspan", "use"});
}

// What attributes of one kind of element say.
void add_own(const dom::Node& element, std::string& css) {
    if (element.name == "font") {
        add_font(element, css);
    } else if (element.name == "table") {
        add_table(element, css);
    } else if (element.name == "td" || element.name == "th") {
        add_cell(element, css);
    } else if (element.name == "img") {
        const std::string* border = clean_attribute(element, "border");
        css += border == nullptr || dimension(*border).empty()
                   ? ""
                   : fmt::format("border:{} solid;", dimension(*border));
    } else if (const std::string* type = is_one_of(element, {"ol", "li", "ul"})
                                             ? clean_attribute(element, "type")
                                             : nullptr) {
        const std::string_view name = list_style_type(element, *type);
        css += name.empty() ? "" : fmt::format("list-style-type:{};", name);
    } else if (element.name == "hr") {
        add_rule(element, css);
    }
}

}  // namespace

std::string presentational_hints(const dom::Node& element) {
    std::string css;
    if (is_part_of_drawing(element)) {
        return "transform-origin:0 0;" + direction_hints(element);
    }
    if (element.attributes.empty() && element.name != "td" && element.name != "th" &&
        element.name != "bdi") {
        return css;
    }
    if (is_one_of(element, {"img", "iframe", "video", "object", "embed", "table", "td", "th", "col",
                            "colgroup", "hr", "tr"})) {
        add_size(element, css);
    }
    if (element.name == "input") {
        add_input_width(element, css);
    }
    if (element.name == "svg") {
        add_svg_size(element, css);
    }
    add_alignment(element, css);
    if (const std::string* color = clean_attribute(element, "bgcolor")) {
        css += fmt::format("background-color:{};", *color);
    }
    if (const std::string* valign =
            is_one_of(element, {"td", "th", "tr", "tbody", "thead", "tfoot"})
                ? clean_attribute(element, "valign")
                : nullptr) {
        css += fmt::format("vertical-align:{};", *valign);
    }
    if (const std::string* color =
            element.name == "font" ? clean_attribute(element, "color") : nullptr) {
        css += fmt::format("color:{};", *color);
    }
    add_own(element, css);
    if (const std::string* clear =
            element.name == "br" ? clean_attribute(element, "clear") : nullptr) {
        css += fmt::format("clear:{};", *clear == "all" ? "both" : *clear);
    }
    if (const std::string* color =
            is_one_of(element, {"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
                ? clean_attribute(element, "bordercolor")
                : nullptr) {
        css += fmt::format("border-color:{};", *color);
    }
    if (element.attribute("hidden") != nullptr) {
        css += "display:none;";
    }
    return css + direction_hints(element);
}

}  // namespace ghreveal::style
