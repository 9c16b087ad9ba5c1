// The source-highlight library behind a small front: definitions are read once a deck and only
// when code asks for them.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "highlight/highlight.h"
#include "support/limits.h"

namespace ghreveal::highlight {

class Highlighter {
public:
    explicit Highlighter(const Limits& = {});
    ~Highlighter();
    Highlighter(const Highlighter&) = delete;
    Highlighter& operator=(const Highlighter&) = delete;

    bool knows_language(std::string_view language) const;
    // See highlight() in highlight.h. Code past the limits, of all calls together, stays plain.
    std::vector<Token> tokens(std::string_view code, std::string_view language);

private:
    std::size_t bytes_left_;
    std::size_t longest_line_;
    struct Library;
    std::unique_ptr<Library> library_;  // null until a language is asked for
};

}  // namespace ghreveal::highlight
