#include "style/svg/svg_markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "style/svg/svg_transform.h"
#include "support/ascii.h"
#include "support/html_escape.h"

namespace ghreveal::style {

namespace {

// HTML takes nearly any letter into an attribute's name, XML only some.
bool is_xml_name(std::string_view name) {
    const auto is_allowed = [](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_' || c == ':' ||
               c == '.';
    };
    return !name.empty() && (ascii::is_letter(name.front()) || name.front() == '_') &&
           std::all_of(name.begin(), name.end(), is_allowed);
}

// XML 1.0 §2.2: most control characters cannot be written at all.
std::string xml_text(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 || c == '\n' || c == '\t' || c == '\r') {
            result += c;
        }
    }
    return result;
}

std::string css_color(const Color& color) {
    return fmt::format("rgba({},{},{},{})", color.red, color.green, color.blue, color.alpha);
}

std::string css_font(const text::FontSpec& font) {
    std::string families;
    if (font.families) {
        for (const std::string& family : *font.families) {
            families += fmt::format("{}'{}'", families.empty() ? "" : ",", family);
        }
    }
    return fmt::format("font-family:{};font-size:{}px;font-weight:{};font-style:{};",
                       families.empty() ? "serif" : families, font.size, font.weight,
                       font.slant == text::Slant::kItalic ? "italic" : "normal");
}

// Of a picture in the drawing. `#…` is a part of the drawing itself.
bool names_picture(const dom::Node& node, const dom::Attribute& attribute) {
    return (node.name == "image" || ascii::equal_ignoring_case(node.name, "feImage")) &&
           (attribute.name == "href" || attribute.name == "xlink:href") &&
           !ascii::trimmed(attribute.value).starts_with('#');
}

// "file.svg#id" where a drawing shows a part of another: the href of anything but links and
// pictures.
bool names_part(const dom::Node& node, const dom::Attribute& attribute) {
    return (attribute.name == "href" || attribute.name == "xlink:href") && node.name != "a" &&
           !names_picture(node, attribute) && attribute.value.find('#') != std::string::npos;
}

// Calls visit("#id") for each `url(#id)` in a value.
template <typename Visit>
void for_each_url(std::string_view value, Visit&& visit) {
    constexpr std::string_view kUrl = "url(";
    for (std::size_t at = value.find(kUrl); at != value.npos; at = value.find(kUrl, at)) {
        at += kUrl.size();
        const std::string_view inside = value.substr(at, value.find(')', at) - at);
        const std::size_t begin = std::min(inside.find_first_not_of(" '\""), inside.size());
        const std::string_view url = inside.substr(begin);
        if (url.starts_with('#')) {
            visit(url.substr(0, url.find_first_of(" '\"")));
        }
    }
}

class Writer {
public:
    Writer(const SlideStyles* styles, const PictureData& picture_data)
        : styles_(styles), picture_data_(picture_data) {}

    std::string write(const dom::Node& svg) {
        root_ = &svg;
        append(svg);
        return std::move(out_);
    }

    std::string write(const dom::Node& svg, const SvgInPage& page) {
        borrows_ = true;
        root_ = &svg;
        size_ = page.size;
        append_start(svg);
        append_children(svg);
        // What is borrowed may refer to more.
        for (std::size_t next = 0; next < references_.size(); ++next) {
            const std::string address = references_[next];
            if (ids_.contains(address.substr(address.find('#') + 1))) {
                continue;
            }
            const dom::Node* part = page.parts.take(address, page.file_text);
            const bool is_of_page = address.starts_with('#');
            if (part == nullptr) {
                // What the page lacks is said by the checks of its elements.
                if (!is_of_page && page.parts.was_read(address)) {
                    page.missing_part(address);
                }
                continue;
            }
            // The page's rules are for its own elements.
            styles_ = is_of_page ? &page.styles : nullptr;
            out_ += "<defs>";
            append(*part);
            out_ += "</defs>";
        }
        out_ += "</" + svg.name + ">";
        return std::move(out_);
    }

private:
    void append(const dom::Node& node);
    void append_start(const dom::Node& node);
    void append_children(const dom::Node& node);
    void append_attribute(std::string_view name, std::string_view value) {
        out_ += fmt::format(" {}=\"", name);
        append_escaped(out_, xml_text(value), HtmlPlace::kAttribute);
        out_ += '"';
        if (borrows_) {
            for_each_url(value, [&](std::string_view url) { refer_to(url); });
        }
    }
    void refer_to(std::string_view address) {
        if (referred_.emplace(address).second) {
            references_.emplace_back(address);
        }
    }
    std::string value_of(const dom::Node& node, const dom::Attribute& attribute);
    bool is_replaced(const dom::Node& node, std::string_view name) const;
    bool is_transformed(const dom::Node& node) const {
        return &node != root_ && node.is_foreign && styles_ != nullptr && styles_->has(node) &&
               styles_->of(node).paint().has_transform();
    }
    std::string append_transform(const dom::Node& node);
    std::string style_of(const dom::Node& node) const;
    std::string own_values(const ComputedStyle&) const;

    const SlideStyles* styles_;
    const PictureData& picture_data_;
    const dom::Node* root_ = nullptr;
    Size size_;
    std::string out_;
    bool borrows_ = false;                 // parts of other drawings
    std::vector<std::string> references_;  // "#id" or "file.svg#id", in order
    std::set<std::string, std::less<>> referred_;
    std::set<std::string, std::less<>> ids_;  // that are written
};

std::string Writer::own_values(const ComputedStyle& style) const {
    std::string css;
    if (style.box().display == Display::kNone) {
        css += "display:none;";
    }
    if (style.paint().opacity < 1) {
        css += fmt::format("opacity:{};", style.paint().opacity);
    }
    for (const css::MaskLayer& layer : style.paint().mask) {
        if (layer.image.image_url.starts_with('#')) {
            css += fmt::format("mask:url({});", layer.image.image_url);
        }
    }
    return css;
}

// What is inherited is said where it changes: presentation attributes in between stay what they
// are.
std::string Writer::style_of(const dom::Node& node) const {
    if (styles_ == nullptr || !styles_->has(node)) {
        return "";
    }
    const bool is_root = &node == root_;
    const ComputedStyle& style = styles_->of(node);
    const ComputedStyle& parent = styles_->of(*node.parent);
    std::string css = is_root ? "" : own_values(style);
    if (is_root || !(style.ink().color == parent.ink().color)) {
        css += "color:" + css_color(style.ink().color) + ";";
    }
    if (is_root || !(style.text().font == parent.text().font)) {
        css += css_font(style.text().font);
    }
    if (!is_root && style.ink().visibility != parent.ink().visibility) {
        css += style.ink().visibility == Visibility::kVisible ? "visibility:visible;"
                                                              : "visibility:hidden;";
    }
    for (const auto& [name, value] : style.ink().svg) {
        const auto& outer = parent.ink().svg;
        const bool is_new =
            std::find(outer.begin(), outer.end(), std::pair(name, value)) == outer.end();
        css += is_root || is_new ? fmt::format("{}:{};", name, value) : "";
    }
    for (const auto& [name, value] : style.paint().svg) {
        css += fmt::format("{}:{};", name, value);
    }
    return css;
}

// Attributes that stand for what is written in their place.
bool Writer::is_replaced(const dom::Node& node, std::string_view name) const {
    if (name == "style" || styles_ == nullptr) {
        return name == "style";
    }
    return &node == root_ ? name == "width" || name == "height"
                          : name == "transform" && is_transformed(node);
}

// A picture's data, the name of a part that is put into the drawing, or the value itself.
std::string Writer::value_of(const dom::Node& node, const dom::Attribute& attribute) {
    if (names_picture(node, attribute)) {
        return picture_data_(attribute.value);
    }
    if (borrows_ && names_part(node, attribute)) {
        const std::string address(ascii::trimmed(attribute.value));
        refer_to(address);
        return address.substr(address.find('#'));
    }
    if (borrows_ && attribute.name == "id") {
        ids_.insert(attribute.value);
    }
    return attribute.value;
}

void Writer::append_start(const dom::Node& node) {
    out_ += "<" + node.name;
    for (const dom::Attribute& attribute : node.attributes) {
        if (is_xml_name(attribute.name) && !is_replaced(node, attribute.name)) {
            append_attribute(attribute.name, value_of(node, attribute));
        }
    }
    const std::string* declared = node.attribute("style");
    std::string style = style_of(node);
    if (is_transformed(node)) {
        const std::string moved = append_transform(node);
        // What the element's own `style` says of it would count before the attribute.
        if (declared != nullptr && declared->find("transform") != std::string::npos) {
            style += "transform:" + moved + ";";
        }
    }
    if (declared != nullptr || !style.empty()) {
        append_attribute("style", (declared != nullptr ? *declared + ";" : "") + style);
    }
    if (styles_ != nullptr && &node == root_) {
        append_attribute("width", fmt::format("{}", size_.width));
        append_attribute("height", fmt::format("{}", size_.height));
    }
    out_ += '>';
}

// Gives what was written.
std::string Writer::append_transform(const dom::Node& node) {
    if (const auto value = svg_transform(node, styles_->of(node).paint(), size_)) {
        append_attribute("transform", *value);
        return *value;
    }
    const std::string* attribute = node.attribute("transform");
    if (attribute != nullptr) {
        append_attribute("transform", *attribute);
    }
    return "none";
}

void Writer::append_children(const dom::Node& node) {
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        append(*child);
    }
}

void Writer::append(const dom::Node& node) {
    if (node.is_text()) {
        append_escaped(out_, xml_text(node.text), HtmlPlace::kText);
        return;
    }
    if (!is_xml_name(node.name)) {
        return;
    }
    append_start(node);
    append_children(node);
    out_ += "</" + node.name + ">";
}

}  // namespace

std::string svg_markup(const dom::Node& svg, const PictureData& picture_data) {
    return Writer(nullptr, picture_data).write(svg);
}

std::string svg_markup(const dom::Node& svg, const SvgInPage& page) {
    return Writer(&page.styles, page.picture_data).write(svg, page);
}

}  // namespace ghreveal::style
