// Text on its way through the kramdown parser: its bytes, and where each of its lines was written.
// A block's content (a quotation without its `>`, an item without its indentation) is a Text of
// its own, so that every element in it still knows its line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/source_text.h"

namespace ghreveal::markdown::kramdown {

class Text {
public:
    Text() = default;
    explicit Text(const SourceLines&);

    const std::string& bytes() const { return bytes_; }
    bool empty() const { return bytes_.empty(); }
    // Appends a line and its line end.
    void append_line(std::string_view line, Origin);
    // Appends to the last line, or to a first one with this origin.
    void append(std::string_view, Origin);
    void append(const Text&);
    Origin origin_at(std::size_t offset) const;
    Text slice(std::size_t begin, std::size_t end) const;
    void trim_end();
    void trim_start();
    // Replaces bytes [begin, end), which hold no line end, by others that hold none either.
    void replace(std::size_t begin, std::size_t end, std::string_view);

private:
    std::string bytes_;
    std::vector<Origin> origins_;      // one a line
    std::vector<std::size_t> starts_;  // offset of each line
};

// A place in a Text, moving forward.
class Scanner {
public:
    explicit Scanner(const Text& text) : text_(&text) {}

    bool at_end() const { return position_ >= text_->bytes().size(); }
    std::size_t position() const { return position_; }
    void move_to(std::size_t position) { position_ = position; }
    Origin origin() const { return text_->origin_at(position_); }
    const Text& text() const { return *text_; }
    // What is left of the text.
    std::string_view rest() const { return std::string_view(text_->bytes()).substr(position_); }
    // The line here without its line end; `ahead` lines further on ("" beyond the end).
    std::string_view line() const { return line_from(position_); }
    std::string_view line_from(std::size_t position) const;
    // Offset of the line after the one at `position`.
    std::size_t next_line(std::size_t position) const;
    void skip_line() { position_ = next_line(position_); }

private:
    // Of the line that `position` is on.
    std::size_t line_end(std::size_t position) const;

    const Text* text_;
    std::size_t position_ = 0;
    // The stretch of a line that was looked through last, up to its end: elements that stand on one
    // long line ask for it again and again.
    mutable std::size_t known_begin_ = 1;
    mutable std::size_t known_end_ = 0;
};

}  // namespace ghreveal::markdown::kramdown
