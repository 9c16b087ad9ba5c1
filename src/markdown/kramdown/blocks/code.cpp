// kramdown's blocks of code and mathematics.
#include <algorithm>

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/html_tag.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

// A line that goes on with indented code without being indented.
bool continues_code(std::string_view line) {
    return !ascii::is_blank(line) && !is_boundary_marker(line) && !match_attribute_line(line) &&
           !begins_html_block(line);
}

// The opening line of fenced code.
struct Fence {
    std::string_view mark;
    std::string_view info;
};

// The fence that the text begins with, its mark `length` characters long; the others are info.
std::optional<Fence> match_fence(std::string_view text, std::size_t length) {
    const std::string_view info = ascii::trimmed(text.substr(length));
    if (info.find_first_of(ascii::kSpace) != info.npos) {
        return std::nullopt;
    }
    return Fence{text.substr(0, length), info};
}

bool closes(std::string_view line, std::string_view mark) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == line.npos || start > 3 || !line.substr(start).starts_with(mark)) {
        return false;
    }
    const std::size_t end = line.find_first_not_of(mark.back(), start + mark.size());
    return ascii::is_blank(line.substr(std::min(end, line.size())));
}

// Where the line that closes the fence begins; npos when there is none.
std::size_t find_closing_line(BlockReader& reader, std::string_view mark) {
    const Scanner& source = reader.source;
    const std::size_t begin = source.next_line(source.position());
    const std::size_t size = source.text().bytes().size();
    for (std::size_t at = begin; at < size; at = source.next_line(at)) {
        const std::string_view line = source.line_from(at);
        if (!reader.document.budget.spend(line.size() + 1)) {
            break;
        }
        if (closes(line, mark)) {
            return at;
        }
    }
    return std::string_view::npos;
}

void add_fenced_code(BlockReader& reader, const Fence& fence, std::size_t closing) {
    const std::size_t begin = reader.source.next_line(reader.source.position());
    Element& code = reader.add(ElementType::kCodeBlock);
    code.value = reader.source.text().bytes().substr(begin, closing - begin);
    if (!fence.info.empty()) {
        const std::size_t query = fence.info.find('?', 1);
        code.attributes.emplace_back("class",
                                     "language-" + std::string(fence.info.substr(0, query)));
    }
    reader.source.move_to(reader.source.next_line(closing));
}

}  // namespace

std::size_t end_of_indented_code(const Scanner& source, std::size_t position) {
    const std::size_t size = source.text().bytes().size();
    const auto indented_text = [&](std::size_t at) {
        return at < size && is_indented(source.line_from(at)) &&
               !ascii::is_blank(source.line_from(at));
    };
    while (true) {
        std::size_t at = position;
        while (at < size && ascii::is_blank(source.line_from(at))) {
            at = source.next_line(at);
        }
        if (!indented_text(at)) {
            return position;
        }
        while (indented_text(at)) {
            at = source.next_line(at);
        }
        while (at < size && continues_code(source.line_from(at))) {
            at = source.next_line(at);
        }
        position = at;
    }
}

bool take_indented_code(BlockReader& reader) {
    if (!is_indented(reader.source.line())) {
        return false;
    }
    const std::size_t end = end_of_indented_code(reader.source, reader.source.position());
    Element& code = reader.add(ElementType::kCodeBlock);
    for (; reader.source.position() < end; reader.source.skip_line()) {
        std::string_view line = reader.source.line();
        const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
        const bool lazy = spaces <= 3 && spaces < line.size() && line[spaces] != '\t';
        if (lazy && !code.value.empty()) {
            code.value.back() = ' ';  // it goes on in the line before
        } else if (is_indented(line)) {
            line.remove_prefix(line[0] == '\t' ? 1 : 4);
        }
        code.value += line;
        code.value += '\n';
    }
    return true;
}

bool take_fenced_code(BlockReader& reader) {
    const std::string_view line = reader.source.line();
    const std::size_t start = line.find_first_not_of(' ');
    if (start == line.npos || start > 3 || (line[start] != '`' && line[start] != '~')) {
        return false;
    }
    const std::size_t longest =
        std::min(line.find_first_not_of(line[start], start), line.size()) - start;
    // A shorter mark serves when no line closes the longer one.
    for (std::size_t length = longest; length >= 3; --length) {
        reader.document.budget.spend(line.size());
        const auto fence = match_fence(line.substr(start), length);
        const std::size_t closing =
            fence ? find_closing_line(reader, fence->mark) : std::string_view::npos;
        if (closing != std::string_view::npos) {
            add_fenced_code(reader, *fence, closing);
            return true;
        }
        if (reader.document.budget.is_spent()) {
            return false;
        }
    }
    return false;
}

bool take_math_block(BlockReader& reader) {
    const std::string_view rest = reader.source.rest();
    const std::size_t start = std::min(rest.find_first_not_of(' '), rest.size());
    const bool escaped = rest.substr(start).starts_with("\\$$");
    if (start > 3 || (!escaped && !rest.substr(start).starts_with("$$")) ||
        !reader.is_after_boundary()) {
        return false;
    }
    const std::size_t open = start + (escaped ? 3 : 2);
    const std::size_t close = rest.find("$$", open);
    reader.document.budget.spend(std::min(close, rest.size()) - start);
    if (close == rest.npos || reader.document.budget.is_spent()) {
        return false;
    }
    const std::size_t position = reader.source.position();
    const std::string_view tail = reader.source.line_from(position + close + 2);
    if (escaped) {
        if (ascii::is_blank(tail)) {  // the backslash is not shown
            reader.source.move_to(position + start + 1);
        }
        return false;
    }
    const Origin origin = reader.source.origin();
    reader.source.move_to(ascii::is_blank(tail) ? reader.source.next_line(position + close + 2)
                                                : position + close + 2);
    if (!reader.is_before_boundary()) {
        reader.source.move_to(position);
        return false;
    }
    Element& math = reader.add(ElementType::kMath);
    math.origin = origin;
    math.value = ascii::trimmed(rest.substr(open, close - open));
    return true;
}

}  // namespace ghreveal::markdown::kramdown
