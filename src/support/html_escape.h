// Text as HTML and XML write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ghreveal {

enum class HtmlPlace : std::uint8_t { kText, kAttribute };  // an attribute's value stands in "…"

void append_escaped(std::string& out, std::string_view text, HtmlPlace);
std::string escaped_html(std::string_view text, HtmlPlace);

}  // namespace ghreveal
