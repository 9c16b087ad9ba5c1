// kramdown's attribute lists: `{: .class #id name="value"}`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ghreveal::deck {

using AttributeList = std::vector<std::pair<std::string, std::string>>;

// The list that `text` begins with and the bytes it takes; nothing when there is none.
std::optional<std::pair<AttributeList, std::size_t>> parse_attribute_list(std::string_view text);

// Adds the attributes to the start tag that begins at `tag` in `html`: classes are appended, other
// attributes replace those there. Gives by how many bytes the text grew.
std::ptrdiff_t add_attributes(std::string& html, std::size_t tag, const AttributeList&);

}  // namespace ghreveal::deck
