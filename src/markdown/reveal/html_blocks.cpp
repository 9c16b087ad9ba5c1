#include "markdown/reveal/html_blocks.h"

#include <algorithm>
#include <array>

#include "markdown/reveal/fence.h"
#include "markdown/reveal/html_tag.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

bool is_unknown_to_parser(std::string_view name) {
    constexpr std::array kNames = std::to_array<std::string_view>(
        {"basefont", "colgroup", "frameset", "h2", "h3", "h4", "h5", "h6", "header", "link",
         "menuitem", "param", "search", "thead", "track"});
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Behind the line's indentation, and the marks of quotes and of a bullet.
std::size_t begin_of_content(std::string_view line) {
    constexpr std::string_view kBefore = " \t>";
    const std::size_t begin = std::min(line.find_first_not_of(kBefore), line.size());
    const std::string_view rest = line.substr(begin);
    const bool is_item = rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ");
    return is_item ? std::min(line.find_first_not_of(kBefore, begin + 1), line.size()) : begin;
}

bool begins_unknown_block(std::string_view content) {
    if (!content.starts_with('<')) {
        return false;
    }
    const std::string_view tag = content.substr(content.starts_with("</") ? 2 : 1);
    const std::string name = tag_name(tag);
    const std::string_view rest = tag.substr(name.size());
    return is_unknown_to_parser(name) && (rest.empty() || ascii::is_html_space(rest[0]) ||
                                          rest[0] == '>' || rest.starts_with("/>"));
}

}  // namespace

std::string with_block_marks(std::string_view text) {
    std::string marked;
    bool is_in_fence = false;
    for (const std::string_view line : ascii::split(text, '\n')) {
        marked += line.data() == text.data() ? "" : "\n";
        is_in_fence = is_in_fence != is_fence(line);
        const std::size_t begin = begin_of_content(line);
        if (!is_in_fence && begins_unknown_block(line.substr(begin))) {
            marked.append(line.substr(0, begin)).append(kBlockMark).append(line.substr(begin));
        } else {
            marked += line;
        }
    }
    return marked;
}

}  // namespace ghreveal::markdown::reveal
