// An inline <svg> as a file of its own, with what the page's style sheets say of its elements.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "style/style_engine.h"
#include "style/svg/svg_parts.h"
#include "support/geometry.h"

namespace ghreveal::style {

// What stands for the address of a picture inside; none: the address itself.
using PictureData = std::function<std::string(std::string_view address)>;

// XML, as it stands in the document.
std::string svg_markup(const dom::Node& svg, const PictureData&);

// The same with the elements' computed styles in `style` attributes, as far as they are not what
// the elements have without the page; of this size in px. What it refers to in other drawings is
// put into it.
struct SvgInPage {
    const SlideStyles& styles;
    Size size;
    PictureData picture_data;
    SvgParts& parts;
    FileText file_text;
    std::function<void(const std::string& address)> missing_part;  // of one that cannot be had
};
std::string svg_markup(const dom::Node& svg, const SvgInPage&);

}  // namespace ghreveal::style
