// What the address of a font service asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "css/style_sheet.h"

namespace ghreveal::style {

struct WebFontRequest {
    struct Face {
        int first_weight = 400;
        int last_weight = 400;
        bool italic = false;
    };
    std::string family;
    std::vector<Face> faces;  // at least one: the regular
};

// The families of an address of Google Fonts' kind: "…/css?family=Open+Sans:400,700italic|Lato",
// "…/css2?family=Open+Sans:ital,wght@0,400;1,700&family=Lato". None: it is no such address.
std::vector<WebFontRequest> web_font_requests(std::string_view address);

// Whether the face, of a sheet, is one of those that are asked for.
bool asks_for(const WebFontRequest&, const css::FontFace&);

// Whether the faces are all that is asked for: a family that has no italics has none at the
// service.
bool is_served_by(const WebFontRequest&, const std::vector<css::FontFace>&);

// Whether the address is one of a service whose sheets bring fonts and nothing else.
bool is_font_service(std::string_view address);

}  // namespace ghreveal::style
