#include "style/sheets/web_font_request.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "style/sheets/sheet_addresses.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

using Face = WebFontRequest::Face;

// application/x-www-form-urlencoded, as far as family names need it.
std::string decoded(std::string_view text) {
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape = text[i] == '%' && i + 2 < text.size() &&
                               ascii::hex_value(text[i + 1]) >= 0 &&
                               ascii::hex_value(text[i + 2]) >= 0;
        name += is_escape        ? static_cast<char>(ascii::hex_value(text[i + 1]) * 16 +
                                              ascii::hex_value(text[i + 2]))
                : text[i] == '+' ? ' '
                                 : text[i];
        i += is_escape ? 2 : 0;
    }
    return name;
}

int number_or(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// "700italic", "bold", "i": the first interface's names of a face.
Face named_face(std::string_view name) {
    const auto has = [&](std::string_view part) { return name.find(part) != name.npos; };
    const bool is_short_italic = name == "i" || name == "bi" || name.ends_with("i");
    const bool is_bold = has("bold") || name == "b" || name == "bi";
    const int weight = number_or(name, is_bold ? 700 : 400);
    return {weight, weight, has("italic") || is_short_italic};
}

// "ital,wght@0,400;1,700": axes, and the values of each face on them; "200..900" is a range.
std::vector<Face> faces_on_axes(std::string_view axes, std::string_view tuples) {
    const std::vector<std::string_view> names = ascii::split(axes, ',');
    std::vector<Face> faces;
    for (const std::string_view tuple : ascii::split(tuples, ';')) {
        const std::vector<std::string_view> values = ascii::split(tuple, ',');
        Face face;
        for (std::size_t i = 0; i < std::min(names.size(), values.size()); ++i) {
            if (names[i] == "ital") {
                face.italic = values[i] == "1";
            } else if (names[i] == "wght") {
                const std::size_t range = values[i].find("..");
                face.first_weight = number_or(values[i], 400);
                face.last_weight = range == values[i].npos
                                       ? face.first_weight
                                       : number_or(values[i].substr(range + 2), 400);
            }
        }
        faces.push_back(face);
    }
    return faces;
}

WebFontRequest request_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    WebFontRequest request{std::string(text.substr(0, colon)), {}};
    const std::string_view faces = colon == text.npos ? "" : text.substr(colon + 1);
    const std::size_t at = faces.find('@');
    if (at != faces.npos) {
        request.faces = faces_on_axes(faces.substr(0, at), faces.substr(at + 1));
    } else if (!faces.empty()) {
        // What follows a second colon names scripts.
        for (const std::string_view name : ascii::split(faces.substr(0, faces.find(':')), ',')) {
            request.faces.push_back(named_face(ascii::trimmed(name)));
        }
    }
    if (request.faces.empty()) {
        request.faces.emplace_back();
    }
    return request;
}

bool is_match(const Face& wanted, const css::FontFace& face) {
    constexpr int kUsual = 400;  // of a face that does not say
    const auto [first, last] =
        face.weight[1] == 0 ? std::array<int, 2>{kUsual, kUsual} : face.weight;
    return wanted.italic == face.italic && wanted.first_weight <= last &&
           first <= wanted.last_weight;
}

}  // namespace

std::vector<WebFontRequest> web_font_requests(std::string_view address) {
    const std::size_t query = address.find('?');
    if (query == std::string_view::npos || !is_remote_address(address)) {
        return {};
    }
    std::vector<WebFontRequest> requests;
    for (const std::string_view parameter : ascii::split(address.substr(query + 1), '&')) {
        constexpr std::string_view kFamily = "family=";
        if (!parameter.starts_with(kFamily)) {
            continue;
        }
        const std::string value = decoded(parameter.substr(kFamily.size()));
        for (const std::string_view family : ascii::split(value, '|')) {
            requests.push_back(request_of(family));
        }
    }
    return requests;
}

bool asks_for(const WebFontRequest& request, const css::FontFace& face) {
    return ascii::equal_ignoring_case(request.family, face.family) &&
           std::any_of(request.faces.begin(), request.faces.end(),
                       [&](const Face& wanted) { return is_match(wanted, face); });
}

bool is_served_by(const WebFontRequest& request, const std::vector<css::FontFace>& faces) {
    std::vector<const css::FontFace*> family;
    for (const css::FontFace& face : faces) {
        if (ascii::equal_ignoring_case(request.family, face.family)) {
            family.push_back(&face);
        }
    }
    const bool has_italics = std::any_of(family.begin(), family.end(),
                                         [](const css::FontFace* face) { return face->italic; });
    return !family.empty() &&
           std::all_of(request.faces.begin(), request.faces.end(), [&](const Face& wanted) {
               return (wanted.italic && !has_italics) ||
                      std::any_of(family.begin(), family.end(), [&](const css::FontFace* face) {
                          return is_match(wanted, *face);
                      });
           });
}

bool is_font_service(std::string_view address) {
    constexpr std::array<std::string_view, 8> kServices{
        "//fonts.googleapis.com/", "//fonts.bunny.net/",    "//use.typekit.net/",
        "//fonts.cdnfonts.com/",   "//api.fontshare.com/",  "//rsms.me/inter/",
        "/@fontsource/",           "/@fontsource-variable/"};
    return !web_font_requests(address).empty() ||
           std::any_of(kServices.begin(), kServices.end(), [&](std::string_view service) {
               return address.find(service) != std::string_view::npos;
           });
}

}  // namespace ghreveal::style
