#include "deck/line_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "dom/parse.h"

namespace ghreveal::deck {

namespace {

bool is_start_tag(std::string_view html) {
    return html.size() > 1 && html[0] == '<' &&
           std::isalpha(static_cast<unsigned char>(html[1])) != 0;
}

bool may_hold_raw_text(std::string_view html) {
    const auto has = [html](std::string_view part) {
        return html.find(part) != std::string_view::npos;
    };
    return has("<!--") || has("<script") || has("<style") || has("<textarea");
}

}  // namespace

std::string line_attribute(int line) {
    return fmt::format(" {}=\"{}\"", dom::kLineAttribute, line);
}

std::string with_line_attributes(std::string_view html, int line) {
    const bool first_only = may_hold_raw_text(html);
    std::string out;
    std::size_t done = 0;
    for (std::size_t tag = html.find('<');
         tag != std::string_view::npos && (tag == 0 || !first_only); tag = html.find('<', done)) {
        const std::string_view before = html.substr(done, tag - done);
        line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
        const std::size_t name_end = std::min(html.find_first_of(" \t\n/>", tag + 1), html.size());
        out += html.substr(done, name_end - done);
        if (is_start_tag(html.substr(tag))) {
            out += line_attribute(line);
        }
        done = name_end;
    }
    out += html.substr(done);
    return out;
}

}  // namespace ghreveal::deck
