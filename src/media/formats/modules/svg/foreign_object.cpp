#include "media/formats/modules/svg/foreign_object.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "media/formats/modules/svg/svg_style.h"
#include "media/formats/modules/svg/xml_node.h"
#include "support/ascii.h"

namespace ghreveal::media {

namespace {

// What an SVG 1.1 viewer must do, we do; extensions are foreign.
bool is_fitting(const xmlNode* element) {
    const std::string languages = attribute_of(element, "systemLanguage");
    return attribute_of(element, "requiredExtensions").empty() &&
           (languages.empty() || languages.find("en") != std::string::npos);
}

double number_in(const std::string& text, double otherwise) {
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return end != text.c_str() && std::isfinite(number) ? number : otherwise;
}

struct LabelStyle {
    double font_size = 16;
    std::string color;
    std::string family;
    std::string weight;
    bool is_centered = false;
    bool may_wrap = true;
};

// Where draw.io's outer boxes put the label: flex boxes of a given width whose padding says the
// height of the label's middle.
struct LabelPlace {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    bool is_middle = false;
};

struct Label {
    LabelStyle style;
    std::vector<std::string> paragraphs{""};
};

bool is_block(const std::string& name) {
    return name == "div" || name == "p" || name == "li" || name == "h1" || name == "h2" ||
           name == "h3" || name == "tr";
}

// What HTML does not show as text.
bool has_no_label(const std::string& name) {
    return name == "style" || name == "script" || name == "template" || name == "title" ||
           name == "textarea" || name == "select";
}

void take_style(const xmlNode* element, LabelStyle& style) {
    // Boxes around a label may have size 0, so that their own blanks take no room.
    const double size = number_in(style_value(attribute_of(element, "style"), "font-size"), 0);
    style.font_size = size > 0 ? size : style.font_size;
    const auto take = [&](const char* property, std::string& into) {
        const std::string value = style_value(attribute_of(element, "style"), property);
        into = value.empty() ? into : value;
    };
    take("color", style.color);
    take("font-family", style.family);
    take("font-weight", style.weight);
    const std::string shorthand = style_value(attribute_of(element, "style"), "font");
    if (const std::size_t digit = shorthand.find_first_of("0123456789");
        digit != std::string::npos) {
        style.font_size = number_in(shorthand.substr(digit), style.font_size);
        const std::size_t blank = shorthand.find(' ', digit);
        style.family = blank == std::string::npos ? style.family : shorthand.substr(blank + 1);
    }
    if (style_value(attribute_of(element, "style"), "text-align") == "center" ||
        style_value(attribute_of(element, "style"), "justify-content").find("center") !=
            std::string::npos) {
        style.is_centered = true;
    }
    style.may_wrap =
        style.may_wrap && style_value(attribute_of(element, "style"), "white-space") != "nowrap";
}

void take_text(const xmlNode* node, Label& label) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            label.paragraphs.back() += text_of(child);
        } else if (child->type == XML_ELEMENT_NODE) {
            const std::string name = name_of(child);
            if (has_no_label(name)) {
                continue;
            }
            const bool begins = name == "br" || is_block(name);
            if (begins && !ascii::trimmed(label.paragraphs.back()).empty()) {
                label.paragraphs.emplace_back();
            }
            take_style(child, label.style);
            take_text(child, label);
        }
    }
}

double inherited_font_size(const xmlNode* element) {
    constexpr double kInitial = 16;
    for (const xmlNode* node = element; node != nullptr && node->type == XML_ELEMENT_NODE;
         node = node->parent) {
        const double size = number_in(style_value(attribute_of(node, "style"), "font-size"),
                                      number_in(attribute_of(node, "font-size"), 0));
        if (size > 0) {
            return size;
        }
    }
    return kInitial;
}

// What percentages are of: the width of the outermost viewport.
double viewport_width(const xmlNode* element) {
    while (element->parent != nullptr && element->parent->type == XML_ELEMENT_NODE) {
        element = element->parent;
    }
    const std::string box = attribute_of(element, "viewBox");
    const std::size_t height = box.find_last_of(" ,");
    const std::size_t width = height == 0 || height == std::string::npos
                                  ? std::string::npos
                                  : box.find_last_of(" ,", height - 1);
    return width == std::string::npos ? number_in(attribute_of(element, "width"), 0)
                                      : number_in(box.substr(width + 1), 0);
}

LabelPlace place_of(const xmlNode* foreign_object) {
    LabelPlace place{number_in(attribute_of(foreign_object, "x"), 0),
                     number_in(attribute_of(foreign_object, "y"), 0),
                     number_in(attribute_of(foreign_object, "width"), 0),
                     number_in(attribute_of(foreign_object, "height"), 0), false};
    if (attribute_of(foreign_object, "width").ends_with('%')) {
        place.width *= viewport_width(foreign_object) / 100;
    }
    const xmlNode* box = first_element(foreign_object);
    if (box != nullptr &&
        style_value(attribute_of(box, "style"), "display").find("flex") != std::string::npos) {
        place.x += number_in(style_value(attribute_of(box, "style"), "margin-left"), 0);
        place.y += number_in(style_value(attribute_of(box, "style"), "padding-top"), 0);
        place.width = number_in(style_value(attribute_of(box, "style"), "width"), 0);
        place.height = 0;
        place.is_middle = style_value(attribute_of(box, "style"), "align-items").find("center") !=
                          std::string::npos;
    }
    return place;
}

// Words into lines no wider than `most` letters of the usual width.
std::vector<std::string> broken(const std::vector<std::string>& paragraphs, std::size_t most) {
    std::vector<std::string> lines;
    for (const std::string& paragraph : paragraphs) {
        std::string line;
        std::string_view rest = ascii::trimmed(paragraph);
        while (!rest.empty()) {
            const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n"));
            if (!line.empty() && line.size() + 1 + word.size() > most) {
                lines.push_back(std::move(line));
                line.clear();
            }
            line += line.empty() ? "" : " ";
            line += word;
            rest.remove_prefix(word.size());
            rest = ascii::trimmed(rest);
        }
        if (!line.empty()) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

void add_line(xmlNode* group, const std::string& text, double x, double y) {
    xmlNode* line =
        xmlNewChild(group, group->ns, reinterpret_cast<const xmlChar*>("text"), nullptr);
    set_attribute(line, "x", std::to_string(x));
    set_attribute(line, "y", std::to_string(y));
    set_text(line, text);
}

// HTML's text has the colour that SVG's only has when it is told to.
void set_label_style(xmlNode* group, const LabelStyle& style) {
    std::string css = "font-size:" + std::to_string(style.font_size) +
                      "px;text-anchor:" + (style.is_centered ? "middle" : "start") +
                      ";fill:" + (style.color.empty() ? "currentColor" : style.color);
    css += style.family.empty() ? "" : ";font-family:" + style.family;
    css += style.weight.empty() ? "" : ";font-weight:" + style.weight;
    set_attribute(group, "style", css);
}

}  // namespace

void keep_first_fitting(xmlNode* switch_element) {
    bool found = false;
    xmlNode* next = nullptr;
    for (xmlNode* child = first_element(switch_element); child != nullptr; child = next) {
        next = next_element(child);
        if (found || !is_fitting(child)) {
            remove(child);
            continue;
        }
        found = true;
        take_attribute(child, "requiredFeatures");
        take_attribute(child, "systemLanguage");
    }
    rename(switch_element, "g");
}

xmlNode* as_text(xmlNode* foreign_object) {
    constexpr double kLetterWidth = 0.52;  // of a font's size
    constexpr double kLineHeight = 1.2;
    constexpr double kAscent = 0.93;  // to the baseline, of a font's size
    // librsvg's work grows with the square of a text's length.
    constexpr std::size_t kLongestLine = 1000;
    Label label;
    label.style.font_size = inherited_font_size(foreign_object);
    take_style(foreign_object, label.style);
    take_text(foreign_object, label);
    const LabelPlace place = place_of(foreign_object);
    const double letters = place.width / (label.style.font_size * kLetterWidth);
    const bool wraps = label.style.may_wrap && letters >= 1;
    const auto lines =
        broken(label.paragraphs, wraps ? static_cast<std::size_t>(letters) : kLongestLine);
    for (xmlNode* child = foreign_object->children; child != nullptr;
         child = foreign_object->children) {
        remove(child);
    }
    for (const char* attribute : {"x", "y", "width", "height", "requiredFeatures"}) {
        take_attribute(foreign_object, attribute);
    }
    rename(foreign_object, "g");
    set_label_style(foreign_object, label.style);
    const double height = static_cast<double>(lines.size()) * label.style.font_size * kLineHeight;
    double y = place.y + (place.is_middle ? -height / 2 : 0);
    const double x = place.x + (label.style.is_centered ? place.width / 2 : 0);
    for (const std::string& line : lines) {
        add_line(foreign_object, line, x, y + label.style.font_size * kAscent);
        y += label.style.font_size * kLineHeight;
    }
    return foreign_object;
}

}  // namespace ghreveal::media
