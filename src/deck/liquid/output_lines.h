// Text on its way out of a template, whose lines know where they were written.
#pragma once

#include <string>
#include <string_view>

#include "markdown/source_text.h"

namespace ghreveal::deck::liquid {

class OutputLines {
public:
    // Text of the template: each of its lines has the number behind the one before.
    void add_written(std::string_view text, markdown::Origin first);
    // What a tag makes: all of it comes from the tag's line.
    void add_made(std::string_view text, markdown::Origin);
    void add_lines(const markdown::SourceLines&);

    std::string text() const;
    markdown::SourceLines take() { return std::move(lines_); }

private:
    void add_to_line(std::string_view piece, markdown::Origin);

    markdown::SourceLines lines_;
    bool is_open_ = false;  // whether the last line is not ended yet
};

}  // namespace ghreveal::deck::liquid
