#include "deck/kramdown_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "deck/markers.h"

namespace ghreveal::deck {

namespace {

// Elements that kramdown keeps inside a paragraph; every other one begins a block of raw HTML.
constexpr std::array<std::string_view, 46> kSpanElements{
    "a",      "abbr", "acronym", "b",      "big",  "bdo",   "br",       "button", "cite",  "code",
    "del",    "dfn",  "em",      "i",      "img",  "input", "ins",      "kbd",    "label", "mark",
    "option", "q",    "rb",      "rbc",    "rp",   "rt",    "rtc",      "ruby",   "samp",  "select",
    "small",  "span", "strong",  "sub",    "sup",  "svg",   "textarea", "time",   "tt",    "u",
    "var",    "font", "s",       "strike", "path", "wbr"};
constexpr std::array<std::string_view, 8> kEmptyElements{"hr",    "img",  "br",     "input",
                                                         "embed", "link", "source", "col"};

template <typename List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return lower;
}

// The element name of a start tag at the text's beginning, lower case; "" when there is none.
std::string tag_name(std::string_view text) {
    if (text.size() < 2 || text[0] != '<' || !std::isalpha(static_cast<unsigned char>(text[1]))) {
        return "";
    }
    std::size_t end = 1;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '-')) {
        ++end;
    }
    const bool is_tag = end == text.size() || text[end] == '>' || text[end] == '/' ||
                        std::isspace(static_cast<unsigned char>(text[end]));
    return is_tag ? lower_case(text.substr(1, end - 1)) : "";
}

// A code fence's character and length; nothing for any other line (CommonMark §4.5).
struct Fence {
    char character = 0;
    std::size_t length = 0;
};

std::optional<Fence> fence_of(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (text.size() < 3 || (text[0] != '`' && text[0] != '~')) {
        return std::nullopt;
    }
    const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
    const bool info_is_clean = text[0] != '`' || text.find('`', length) == std::string_view::npos;
    return length >= 3 && info_is_clean ? std::optional(Fence{text[0], length}) : std::nullopt;
}

bool closes(std::string_view line, const Fence& fence) {
    const std::string_view text = trimmed(line);
    return text.size() >= fence.length &&
           text.find_first_not_of(fence.character) == std::string_view::npos;
}

bool is_ascii_punctuation(char c) {
    return std::ispunct(static_cast<unsigned char>(c)) != 0;
}

// General punctuation and Latin-1's, as far as text in slides has it before or after emphasis.
bool punctuation_before(std::string_view line, std::size_t at) {
    if (is_ascii_punctuation(line[at - 1])) {
        return line[at - 1] != '\\';
    }
    return static_cast<unsigned char>(line[at - 1]) >= 0x80;
}

bool punctuation_after(std::string_view line, std::size_t at) {
    return is_ascii_punctuation(line[at]) || static_cast<unsigned char>(line[at]) >= 0x80;
}

// Puts a marker between every run of `*` and the punctuation beside it: kramdown's emphasis looks
// at white space only (`processus**, plus rapide !**` is bold).
std::string with_letters_at_delimiters(const std::string& line) {
    if (line.find('*') == std::string::npos) {
        return line;
    }
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '*' || (at > 0 && line[at - 1] == '\\')) {
            out += line[at++];
            continue;
        }
        const std::size_t end = std::min(line.find_first_not_of('*', at), line.size());
        if (at > 0 && punctuation_before(line, at)) {
            out += marker::kLetter;
        }
        out.append(line, at, end - at);
        if (end < line.size() && punctuation_after(line, end)) {
            out += marker::kLetter;
        }
        at = end;
    }
    return out;
}

bool is_table_line(std::string_view line) {
    return indentation(line) < 4 && trimmed(line).starts_with('|');
}

bool is_delimiter_row(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.find('-') != std::string_view::npos &&
           text.find_first_not_of("|-: \t+=") == std::string_view::npos;
}

// Cells of a table row: text between unescaped bars.
std::vector<std::string> cells_of(std::string_view line) {
    std::string_view text = trimmed(line);
    if (text.starts_with('|')) {
        text.remove_prefix(1);
    }
    std::vector<std::string> cells(1);
    bool in_code = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        in_code ^= text[i] == '`';
        if (text[i] == '|' && !in_code && (i == 0 || text[i - 1] != '\\')) {
            cells.emplace_back();
        } else {
            cells.back() += text[i];
        }
    }
    if (cells.size() > 1 && is_blank(cells.back())) {
        cells.pop_back();
    }
    return cells;
}

// A delimiter row with every cell filled: kramdown lets all but the first be empty.
std::string filled_delimiter_row(std::string_view line, std::size_t columns) {
    std::vector<std::string> cells = cells_of(line);
    cells.resize(columns);
    std::string row = "|";
    for (const std::string& cell : cells) {
        row += fmt::format(" {} |", is_blank(cell) ? std::string_view("---") : trimmed(cell));
    }
    return row;
}

std::string repeated_row(std::string_view cell, std::size_t columns) {
    std::string row = "|";
    for (std::size_t i = 0; i < columns; ++i) {
        row += fmt::format(" {} |", cell);
    }
    return row;
}

// `{: .class #id}` alone on its line.
bool is_attribute_line(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.starts_with("{:") && text.ends_with('}') && text.size() > 3 && text[2] != ':' &&
           text.find('}') == text.size() - 1;
}

class Rewriter {
public:
    explicit Rewriter(SourceLines lines) : lines_(std::move(lines)) {}

    RewrittenSource run() {
        while (at_ < lines_.size()) {
            rewrite_next();
        }
        return std::move(out_);
    }

private:
    std::string_view line(std::size_t index) const { return lines_[index].text; }
    bool previous_is_blank() const {
        return out_.lines.empty() || is_blank(out_.lines.back().text);
    }

    void emit(std::string text, int number) { out_.lines.push_back({std::move(text), number}); }
    void emit_blank(int number) {
        if (!previous_is_blank()) {
            emit("", number);
        }
    }
    void copy() {
        emit(std::move(lines_[at_].text), lines_[at_].number);
        ++at_;
    }

    void rewrite_next() {
        const std::string_view text = line(at_);
        if (const auto fence = fence_of(text)) {
            return copy_fenced(*fence);
        }
        if (indentation(text) >= 4 && previous_is_blank() && !in_list_) {
            return copy();  // indented code
        }
        if (!is_blank(text) && indentation(text) == 0) {
            in_list_ = starts_list_item(text) || (in_list_ && !previous_is_blank());
        }
        if (trimmed(text).starts_with("{::comment}")) {
            return skip_comment();
        }
        if (is_table_line(text) && (at_ == 0 || !is_table_line(line(at_ - 1)))) {
            return rewrite_table();
        }
        if (indentation(text) < 4 && take_html_block()) {
            return;
        }
        if (is_definition(at_ + 1) && !is_blank(text) && previous_is_blank()) {
            return rewrite_definition_list();
        }
        rewrite_text_line();
    }

    static bool starts_list_item(std::string_view text) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        const bool ordered = digits > 0 && text.substr(digits).starts_with(". ");
        const bool bullet = text.size() > 1 &&
                            std::string_view("-*+").find(text[0]) != std::string_view::npos &&
                            text[1] == ' ';
        return ordered || bullet;
    }

    void copy_fenced(const Fence& fence) {
        copy();
        while (at_ < lines_.size()) {
            const bool last = closes(line(at_), fence);
            copy();
            if (last) {
                return;
            }
        }
    }

    void skip_comment() {
        while (at_ < lines_.size()) {
            const std::string& text = lines_[at_++].text;
            if (text.find("{:/}") != std::string::npos ||
                text.find("{:/comment}") != std::string::npos) {
                return;
            }
        }
    }

    void rewrite_text_line() {
        SourceLine& source = lines_[at_++];
        std::string text = with_letters_at_delimiters(source.text);
        // A span element alone on a line is a paragraph to kramdown, an HTML block to CommonMark.
        const std::size_t start = text.find_first_not_of(" \t");
        const bool begins_block = previous_is_blank() && start != std::string::npos;
        if (begins_block &&
            contains(kSpanElements, tag_name(std::string_view(text).substr(start)))) {
            text.insert(start, marker::kLetter);
        }
        // An attribute list at the margin belongs to the block before it, not to its last item.
        if (is_attribute_line(text) && indentation(text) == 0 && in_list_) {
            emit_blank(source.number);
        }
        emit(std::move(text), source.number);
    }

    void rewrite_table() {
        std::size_t end = at_;
        std::size_t columns = 1;
        for (; end < lines_.size() && is_table_line(line(end)); ++end) {
            columns = std::max(columns, cells_of(line(end)).size());
        }
        // A delimiter row may open the table, or stand below a header.
        if (is_delimiter_row(line(at_)) && end > at_ + 1) {
            ++at_;
        }
        const int number = lines_[at_].number;
        emit_blank(number);
        const bool has_header = at_ + 1 < end && is_delimiter_row(line(at_ + 1));
        if (!has_header) {
            emit(repeated_row(marker::kNoHeader, columns), number);
            emit(repeated_row("---", columns), number);
        }
        for (bool first = true; at_ < end; ++at_) {
            if (!is_delimiter_row(line(at_))) {
                emit(with_letters_at_delimiters(lines_[at_].text), lines_[at_].number);
            } else if (has_header && first) {
                emit(filled_delimiter_row(line(at_), columns), lines_[at_].number);
                first = false;
            }
        }
        if (at_ < lines_.size() && !is_blank(line(at_)) && !is_attribute_line(line(at_))) {
            emit("", lines_[at_].number);
        }
    }

    // Takes a block of raw HTML out of the text, up to the end tag of its first element, blank
    // lines and all. Gives whether there was one.
    bool take_html_block() {
        const std::string_view text = trimmed(line(at_));
        const std::string name = tag_name(text);
        if (name.empty() || contains(kSpanElements, name) || !previous_is_blank_or_block()) {
            return false;
        }
        std::string html;
        int depth = 0;
        for (std::size_t index = at_; index < lines_.size(); ++index) {
            const std::string& source = lines_[index].text;
            const std::size_t offset = html.size();
            html += source + "\n";
            const std::size_t end = element_end(html, offset, name, depth);
            if (end == std::string::npos) {
                continue;
            }
            const std::string rest(trimmed(std::string_view(html).substr(end)));
            html.resize(end);
            place_html_block(std::move(html), index, rest);
            return true;
        }
        return false;
    }

    bool previous_is_blank_or_block() const {
        return previous_is_blank() || out_.lines.back().text.starts_with(kHtmlBlockOpen) ||
               out_.lines.back().text.starts_with('#');
    }

    // Where the element that html begins with ends, scanning from `from`; npos while it is open.
    static std::size_t element_end(const std::string& html, std::size_t from,
                                   const std::string& name, int& depth) {
        for (std::size_t at = html.find('<', from); at != std::string::npos;
             at = html.find('<', at + 1)) {
            const std::string_view tag = std::string_view(html).substr(at);
            const std::size_t close = tag.find('>');
            if (close == std::string_view::npos) {
                return std::string::npos;
            }
            if (tag_name(tag) == name) {
                depth += tag[close - 1] == '/' || contains(kEmptyElements, name) ? 0 : 1;
            } else if (tag.starts_with("</") && lower_case(tag.substr(2, name.size())) == name) {
                --depth;
            } else {
                continue;
            }
            if (depth <= 0) {
                return at + close + 1;
            }
        }
        return std::string::npos;
    }

    void place_html_block(std::string html, std::size_t last_line, const std::string& rest) {
        const int number = lines_[at_].number;
        emit_blank(number);
        emit(fmt::format("{}{}-->", kHtmlBlockOpen, out_.html_blocks.size()), number);
        out_.html_blocks.push_back(std::move(html));
        at_ = last_line + 1;
        emit("", number);
        if (!rest.empty()) {
            --at_;
            lines_[at_].text = rest;
        }
    }

    // Whether the line is `: definition`.
    bool is_definition(std::size_t index) const {
        if (index >= lines_.size() || indentation(line(index)) >= 4) {
            return false;
        }
        const std::string_view text = trimmed(line(index));
        return text.size() > 2 && text[0] == ':' && (text[1] == ' ' || text[1] == '\t');
    }

    void emit_html(std::string html, int number) {
        emit_blank(number);
        emit(fmt::format("{}{}-->", kHtmlBlockOpen, out_.html_blocks.size()), number);
        out_.html_blocks.push_back(std::move(html));
        emit("", number);
    }

    void rewrite_definition_list() {
        emit_html("<dl>", lines_[at_].number);
        while (at_ < lines_.size() && !is_blank(line(at_)) &&
               (is_definition(at_) || is_definition(at_ + 1))) {
            is_definition(at_) ? rewrite_definition() : rewrite_term();
            // Blank lines may stand between a definition and the next term.
            std::size_t next = at_;
            while (next < lines_.size() && is_blank(line(next))) {
                ++next;
            }
            if (is_definition(next) || is_definition(next + 1)) {
                loose_ = next > at_ && is_definition(next);
                at_ = next;
            }
        }
        emit_html("</dl>", at_ < lines_.size() ? lines_[at_].number : lines_.back().number);
    }

    void rewrite_term() {
        const SourceLine& source = lines_[at_];
        emit_html("<dt>", source.number);
        emit(std::string(marker::kBare) +
                 with_letters_at_delimiters(std::string(trimmed(source.text))),
             source.number);
        emit_html("</dt>", source.number);
        ++at_;
    }

    void rewrite_definition() {
        const SourceLine& source = lines_[at_];
        emit_html("<dd>", source.number);
        const std::string text(trimmed(trimmed(source.text).substr(1)));
        emit((loose_ ? std::string() : std::string(marker::kBare)) +
                 with_letters_at_delimiters(text),
             source.number);
        loose_ = false;
        // Lines that go on below the definition's text.
        for (++at_; at_ < lines_.size() && !is_blank(line(at_)) && !is_definition(at_) &&
                    !is_definition(at_ + 1);
             ++at_) {
            emit(with_letters_at_delimiters(std::string(trimmed(line(at_)))), lines_[at_].number);
        }
        emit_html("</dd>", source.number);
    }

    SourceLines lines_;
    RewrittenSource out_;
    std::size_t at_ = 0;
    bool in_list_ = false;
    bool loose_ = false;  // the definition to come stands below a blank line
};

}  // namespace

RewrittenSource rewrite_kramdown(SourceLines lines) {
    for (SourceLine& line : lines) {
        for (std::size_t at = line.text.find(marker::kPrefix); at != std::string::npos;
             at = line.text.find(marker::kPrefix, at)) {
            line.text.erase(at, 3);
        }
    }
    return Rewriter(std::move(lines)).run();
}

}  // namespace ghreveal::deck
